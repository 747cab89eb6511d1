"""The report for a terminal."""

from crossread.report.terminal.report import print_report

__all__ = ["print_report"]
