"""A comparison as people and programs read it."""

from crossread.report.contract import to_document, to_json

__all__ = ["to_document", "to_json"]
