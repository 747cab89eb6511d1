"""The JSON document `crossread.comparison/1`."""

from crossread.report.contract.document import to_document, to_json

__all__ = ["to_document", "to_json"]
