"""The answer: what the accounts agree on, where they differ, what one alone tells.

The fields are those of the JSON contract `crossread.comparison/1` (docs/output.md).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from crossread.records.annotated import Quantity, Time
from crossread.records.coded import Event, Quote, Stance, Statement
from crossread.records.failure import Failure
from crossread.records.resolved import Entity
from crossread.records.span import Span
from crossread.records.story import Story

PointStatus = Literal["agreed", "disputed", "single"]
DiscrepancyKind = Literal[
    "number", "date", "place", "actor", "speaker", "list", "wording", "label", "stance", "polarity", "order", "scope"
]
Severity = Literal["contradiction", "difference", "framing"]
RelationLabel = Literal["same", "refines", "contradicts", "unrelated"]


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that is told, by one document or by several.

    `independent_sources` counts accounts that do not copy one another. `absent_from`: ids of the documents that were
    searched and where it was not found, which does not say that they left it out.
    """

    id: str
    label: str
    kind: str
    status: PointStatus
    outlets: tuple[str, ...]
    independent_sources: int
    absent_from: tuple[str, ...]
    evidence: tuple[Span, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """How two statements of different documents, `a` and `b` by id, stand to one another.

    `same`: they tell one fact. `refines`: one fact, and `a` tells what `b` tells and more. `contradicts`: as written,
    they cannot both hold. `unrelated`: they are about one thing, but tell different facts of it. Two that were never
    set side by side have no relation. `confidence`, in [0, 1]: in the label, but for which of the two tells more.
    """

    a: str
    b: str
    label: RelationLabel
    confidence: float


@dataclass(frozen=True, slots=True)
class Side:
    """One account's version: `value` is the differing words, twelve at most."""

    doc: str
    value: str
    evidence: tuple[Span, ...]

    @property
    def differing(self) -> tuple[Span, ...]:
        """The differing words where they stand; the first span of the evidence is their sentence."""
        return self.evidence[1:]


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """The same thing told differently, with each side's words.

    `severity`: `contradiction` (cannot both hold as written), `difference` (an editor would query it), `framing`.
    `confidence` is in [0, 1]. `update`: the later account may simply know more (a toll that rose).
    """

    id: str
    kind: DiscrepancyKind
    severity: Severity
    about: str
    confidence: float
    update: bool
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """How a document, in its own voice or in a quoted one, names an entity."""

    entity: str
    doc: str
    words: str
    voice: Literal["own", "quoted"]
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """What happened when: `date` is ISO 8601, a day or coarser or an interval; `points` are point ids."""

    date: str
    precision: str
    label: str
    points: tuple[str, ...]
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A sentence of an article as it stands, and the outlets that tell the same."""

    text: str
    evidence: tuple[Span, ...]
    agreed_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Generator:
    """What made the comparison."""

    name: str
    version: str
    pipeline: str
    models: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The comparison of one story. Documents stand as given; the rest by document, offset, id."""

    generator: Generator
    story: Story
    entities: tuple[Entity, ...]
    points: tuple[Point, ...]
    discrepancies: tuple[Discrepancy, ...]
    quotes: tuple[Quote, ...]
    stances: tuple[Stance, ...]
    events: tuple[Event, ...]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    labels: tuple[Label, ...]
    statements: tuple[Statement, ...]
    timeline: tuple[TimelineEntry, ...]
    summary: tuple[SummarySentence, ...]
    failures: tuple[Failure, ...]
    relations: tuple[Relation, ...] = ()
