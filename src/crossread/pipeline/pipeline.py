"""The pipeline: one stage of each kind."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from crossread.pipeline.made_of import made_of
from crossread.pipeline.stages import Annotator, Comparer, Extractor, Grouper, Judging, Knowing, Resolver, Sorter
from crossread.records import Judgement, KnownName

_Stage = TypeVar("_Stage", Resolver, Comparer)


@dataclass(frozen=True, slots=True)
class Pipeline:
    """One stage of each kind; swap one with `dataclasses.replace(default_pipeline(), group=MyGrouper())`."""

    annotate: Annotator
    extract: Extractor
    group: Grouper
    resolve: Resolver
    compare: Comparer
    sort: Sorter

    @property
    def name(self) -> str:
        """The names of all stages, in order."""
        return " > ".join(getattr(self, field.name).name for field in fields(self))

    @property
    def made_by(self) -> str:
        """The names of all stages with what they are made of: what a store keeps was made by these and no others."""
        return _told(*(getattr(self, field.name) for field in fields(self)))

    @property
    def read_by(self) -> str:
        """The same of the stages that take single articles apart."""
        return _told(self.annotate, self.extract)

    @property
    def sorted_by(self) -> str:
        """The same of the stage that sorts articles into stories."""
        return _told(self.sort)

    def judged(self, judgements: Sequence[Judgement]) -> "Pipeline":
        """Return the pipeline with judgements of people, which outrank what its stages find themselves."""
        if not judgements:
            return self
        return replace(self, resolve=_judged(self.resolve, judgements), compare=_judged(self.compare, judgements))

    def knowing(self, known: Sequence[KnownName]) -> "Pipeline":
        """Return the pipeline with a table of names that the user knows, which its resolver goes by."""
        resolver = self.resolve
        return replace(self, resolve=resolver.knowing(known)) if known and isinstance(resolver, Knowing) else self


def _told(*stages: Annotator | Extractor | Grouper | Resolver | Comparer | Sorter) -> str:
    return " > ".join(f"{stage.name} {made_of(stage)}".rstrip() for stage in stages)


def _judged(stage: _Stage, judgements: Sequence[Judgement]) -> _Stage:
    return stage.judged(judgements) if isinstance(stage, Judging) else stage
