"""The stages, in order: one Protocol each, and the pipeline that holds one of each."""

from crossread.pipeline.default import DEFAULT_ANNOTATOR, default_pipeline, judged_pipeline
from crossread.pipeline.dictionaries import read_dictionaries
from crossread.pipeline.judging import judgements_on
from crossread.pipeline.pipeline import Pipeline
from crossread.pipeline.stages import Annotator, Comparer, Extractor, Grouper, Judging, Knowing, Resolver, Sorter

__all__ = [
    "DEFAULT_ANNOTATOR",
    "Annotator",
    "Comparer",
    "Extractor",
    "Grouper",
    "Judging",
    "Knowing",
    "Pipeline",
    "Resolver",
    "Sorter",
    "default_pipeline",
    "judged_pipeline",
    "judgements_on",
    "read_dictionaries",
]
