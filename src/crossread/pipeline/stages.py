"""One Protocol a stage. A stage is a pure function of its input: no I/O, no clock, no randomness.

Every stage has a `name`, its dotted identity with a version (`rules/1`), which the output states.
"""

from collections.abc import Sequence
from typing import Protocol

from crossread.records import AnnotatedDocument, CodedDocument, Comparison, Document, ResolvedStory, Story


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
