"""A comparison as people and programs read it."""

from crossread.report.contract import to_document, to_json
from crossread.report.html import to_html
from crossread.report.markdown import to_markdown
from crossread.report.terminal import print_report

__all__ = ["print_report", "to_document", "to_html", "to_json", "to_markdown"]
