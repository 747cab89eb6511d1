"""The JSON document `crossread.comparison/1`."""

from crossread.report.contract.document import to_document, to_json
from crossread.report.contract.writing import json_text

__all__ = ["json_text", "to_document", "to_json"]
