"""Reads one article: sentences, words, names, times, quantities, coreference."""

from crossread.annotate.rules import RuleAnnotator
from crossread.annotate.spacy_pipeline import SpacyAnnotator

__all__ = ["RuleAnnotator", "SpacyAnnotator"]
