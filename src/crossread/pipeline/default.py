"""The pipeline that users get: the system's table of contents."""

from crossread.annotate import RuleAnnotator
from crossread.compare import StoryComparer
from crossread.extract import RuleExtractor
from crossread.group import CopyGrouper
from crossread.pipeline.pipeline import Pipeline
from crossread.resolve import NameResolver


def default_pipeline() -> Pipeline:
    """Return the stages in order; each is swapped in one line with `dataclasses.replace`."""
    return Pipeline(
        annotate=RuleAnnotator(),
        extract=RuleExtractor(),
        group=CopyGrouper(),
        resolve=NameResolver(),
        compare=StoryComparer(),
    )
