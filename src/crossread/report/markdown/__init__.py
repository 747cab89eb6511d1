"""The report as Markdown notes."""

from crossread.report.markdown.report import to_markdown

__all__ = ["to_markdown"]
