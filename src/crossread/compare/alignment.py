"""Which statements of different documents tell the same fact."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from crossread.compare.facts import gather
from crossread.compare.reading import Reader, Reading
from crossread.linking import candidate_pairs, overlap, rarity
from crossread.records import ResolvedStory, Statement

ACCEPTED: Final = 0.5
NEAR: Final = 0.2


@dataclass(frozen=True, slots=True)
class Link:
    """Two statements, of different documents, that tell the same fact; `confidence` is in [0, 1]."""

    a: Statement
    b: Statement
    confidence: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """What was found to be told by several documents.

    `links`: accepted, in text order. `near`: pairs that are about the same thing, but were not accepted. `facts`:
    groups of linked statements, each of two documents at least; a statement stands in one fact at most.
    """

    links: tuple[Link, ...]
    near: tuple[Link, ...]
    facts: tuple[tuple[Statement, ...], ...]


def align(resolved: ResolvedStory) -> Alignment:
    """Link the statements of the story's documents that tell the same."""
    statements = {s.id: s for coded in resolved.story.documents for s in coded.statements}
    place = {identity: n for n, identity in enumerate(statements)}
    readings = _read(resolved)
    weights = rarity(reading.stems for reading in readings.values())
    pairs = candidate_pairs({identity: frozenset(reading.stems) for identity, reading in readings.items()})
    links = [
        Link(statements[a], statements[b], _alike(readings[a], readings[b], weights))
        for a, b in (sorted(pair, key=place.__getitem__) for pair in pairs)
        if statements[a].doc != statements[b].doc
    ]
    links.sort(key=lambda link: (place[link.a.id], place[link.b.id]))
    accepted = tuple(link for link in links if link.confidence >= ACCEPTED)
    facts = gather({(link.a.id, link.b.id): link.confidence for link in accepted})
    return Alignment(
        links=accepted,
        near=tuple(link for link in links if NEAR <= link.confidence < ACCEPTED),
        facts=tuple(tuple(statements[identity] for identity in sorted(fact, key=place.__getitem__)) for fact in facts),
    )


def _read(resolved: ResolvedStory) -> dict[str, Reading]:
    readings: dict[str, Reading] = {}
    for coded in resolved.story.documents:
        reader = Reader(coded, resolved)
        readings.update((statement.id, reader.read(statement.evidence)) for statement in coded.statements)
    return readings


def _alike(a: Reading, b: Reading, weights: Mapping[str, float]) -> float:
    return overlap(frozenset(a.stems), frozenset(b.stems), weights)
