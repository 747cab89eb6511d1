"""Which statements of different documents tell the same fact."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from typing import Final

from crossread.compare.facts import gather
from crossread.compare.features import Features
from crossread.compare.passages import Passage, Passages
from crossread.compare.reading import Reading
from crossread.linking import nearest, rarity
from crossread.records import ResolvedStory, Statement

ACCEPTED: Final = 0.5
NEAR: Final = 0.2
PARTNERS: Final = (
    20  # sentences of other documents that each sentence may be compared with, beside those that choose it
)


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
    passages, groups = _told(resolved)
    features = Features(passages)
    pairs = candidates(passages, features.readings)
    _, figures = features.measure(pairs)
    links = []
    for (a, b), row in zip(pairs, figures, strict=True):
        confidence = 1 / (1 + exp(-12 * (float(row[0]) - 0.16)))
        links += [Link(left, right, confidence) for left in groups[a][:1] for right in groups[b][:1]]
    links.sort(key=lambda link: (place[link.a.id], place[link.b.id]))
    accepted = tuple(link for link in links if link.confidence >= ACCEPTED)
    facts = gather({(link.a.id, link.b.id): link.confidence for link in accepted})
    return Alignment(
        links=accepted,
        near=tuple(link for link in links if NEAR <= link.confidence < ACCEPTED),
        facts=tuple(tuple(statements[identity] for identity in sorted(fact, key=place.__getitem__)) for fact in facts),
    )


def candidates(passages: Sequence[Passage], readings: Sequence[Reading]) -> list[tuple[int, int]]:
    """Return the pairs of passages, as indices, that share enough to be compared."""
    names = [f"{number:09d}" for number in range(len(passages))]
    keys = {name: reading.words for name, reading in zip(names, readings, strict=True)}
    homes = {name: passage.doc for name, passage in zip(names, passages, strict=True)}
    return [(int(a), int(b)) for a, b in nearest(keys, homes, rarity(keys.values()), PARTNERS)]


def _told(resolved: ResolvedStory) -> tuple[tuple[Passage, ...], tuple[tuple[Statement, ...], ...]]:
    """Return the passages that state something, in order, and the statements of each."""
    passages = Passages(resolved)
    found: defaultdict[tuple[int, int], list[Statement]] = defaultdict(list)
    for coded in resolved.story.documents:
        for statement in coded.statements:
            passage = passages.at(statement.evidence[0])
            if passage is not None:
                found[passage.place].append(statement)
    telling = tuple(passage for passage in passages.all() if passage.place in found)
    return telling, tuple(tuple(found[passage.place]) for passage in telling)
