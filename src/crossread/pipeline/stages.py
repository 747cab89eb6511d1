"""One Protocol a stage. A stage is a pure function of its input: no I/O, no clock, no randomness.

Every stage has a `name`, its dotted identity with a version (`rules/1`), which the output states.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, Self, runtime_checkable

from crossread.records import (
    AnnotatedDocument,
    CodedDocument,
    Comparison,
    Document,
    Grouping,
    Judgement,
    KnownName,
    Profile,
    ResolvedStory,
    Story,
    Window,
)


class Annotator(Protocol):
    """Reads one article: sentences, words, names, times, quantities."""

    @property
    def name(self) -> str: ...

    def annotate(self, document: Document) -> AnnotatedDocument: ...


class Extractor(Protocol):
    """Takes one article apart: quotations, statements, events, stances."""

    @property
    def name(self) -> str: ...

    def extract(self, annotated: AnnotatedDocument) -> CodedDocument: ...


class Grouper(Protocol):
    """Forms one story of the articles given as one, and finds the copies and the strangers among them."""

    @property
    def name(self) -> str: ...

    def group(self, documents: Sequence[CodedDocument]) -> Story: ...


class Sorter(Protocol):
    """Sorts any number of articles into stories, as a stream in the order of publication.

    `profile` is a plain map, an article at a time; the rest needs profiles only. What comes out never depends on the
    order or the portions in which articles came in: it is what the stream gives when they come by `Profile.order`.
    """

    @property
    def name(self) -> str: ...

    def profile(self, coded: CodedDocument, seen: str | None = None) -> Profile: ...

    def group(
        self, profiles: Iterable[Profile], earlier: Window | None = None, judgements: Iterable[Judgement] = ()
    ) -> Grouping: ...

    def stream(
        self, profiles: Iterable[Profile], earlier: Window | None = None, judgements: Iterable[Judgement] = ()
    ) -> Iterator[Grouping]: ...


class Resolver(Protocol):
    """Finds who is who across a story's articles."""

    @property
    def name(self) -> str: ...

    def resolve(self, story: Story) -> ResolvedStory: ...


class Comparer(Protocol):
    """Finds what is told alike, told differently, told by one alone."""

    @property
    def name(self) -> str: ...

    def compare(self, resolved: ResolvedStory) -> Comparison: ...


@runtime_checkable
class Judging(Protocol):
    """A resolver or comparer that honours judgements of people."""

    def judged(self, judgements: Sequence[Judgement]) -> Self: ...


@runtime_checkable
class Knowing(Protocol):
    """A resolver that uses a table of names that the user knows."""

    def knowing(self, known: Sequence[KnownName]) -> Self: ...
