"""Takes articles apart: quotations with their speakers, statements, stances, events, each on its characters."""

from crossread.extract.extractor import RuleExtractor

__all__ = ["RuleExtractor"]
