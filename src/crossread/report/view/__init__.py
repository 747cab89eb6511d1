"""The layer between a comparison and its forms: plain records of what is shown, in which order."""

from crossread.report.view.report import report_view

__all__ = ["report_view"]
