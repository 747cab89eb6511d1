"""The pipeline that users get: the system's table of contents."""

from collections.abc import Sequence

from crossread.annotate import RuleAnnotator, SpacyAnnotator
from crossread.annotate.reader import ReaderAnnotator
from crossread.compare import StoryComparer
from crossread.errors import UsageError
from crossread.extract import RuleExtractor
from crossread.extract.dictionaries import NO_DICTIONARIES, Dictionaries
from crossread.group import CopyGrouper, StoryGrouper
from crossread.pipeline.pipeline import Pipeline
from crossread.pipeline.stages import Annotator
from crossread.records import Judgement, KnownName
from crossread.resolve import NameResolver

DEFAULT_ANNOTATOR = "rules"
_SPACY = "spacy:"


def default_pipeline(annotator: str = DEFAULT_ANNOTATOR, dictionaries: Dictionaries = NO_DICTIONARIES) -> Pipeline:
    """Return the stages in order; each is swapped in one line with `dataclasses.replace`.

    `annotator` names the one that reads: `reader` (the trained model that crossread brings), `rules` (no model at all)
    or `spacy:NAME` (an installed spaCy pipeline with Universal Dependencies labels). `dictionaries` tell who the actors
    of events are, and what verbs do (`read_dictionaries`).

    Raises UsageError if there is no such annotator.
    """
    return Pipeline(
        annotate=_annotator(annotator),
        extract=RuleExtractor(dictionaries),
        group=CopyGrouper(),
        resolve=NameResolver(),
        compare=StoryComparer(),
        sort=StoryGrouper(),
    )


def judged_pipeline(
    annotator: str = DEFAULT_ANNOTATOR, judgements: Sequence[Judgement] = (), known: Sequence[KnownName] = ()
) -> Pipeline:
    """Return the default pipeline with judgements of people, and a table of names that the user knows."""
    return default_pipeline(annotator).judged(judgements).knowing(known)


def _annotator(name: str) -> Annotator:
    if name == "reader":
        return ReaderAnnotator()
    if name == "rules":
        return RuleAnnotator()
    if name.startswith(_SPACY):
        return SpacyAnnotator(name.removeprefix(_SPACY))
    raise UsageError(f"there is no annotator {name!r}: choose reader, rules or {_SPACY}NAME")
