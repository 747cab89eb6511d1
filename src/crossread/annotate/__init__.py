"""Reads one article: sentences, words, names, times, quantities, coreference."""

from crossread.annotate.rules import RuleAnnotator

__all__ = ["RuleAnnotator"]
