"""The report as one HTML file."""

from crossread.report.html.page import to_html

__all__ = ["to_html"]
