"""The pipeline: one stage of each kind."""

from dataclasses import dataclass, fields

from crossread.pipeline.stages import Annotator, Comparer, Extractor, Grouper, Resolver, Sorter


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
