"""How each two statements that were set side by side stand to one another: same, refines, contradicts, unrelated."""

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Final

from crossread.compare.alignment import Alignment, Link
from crossread.compare.encoder import Encoded
from crossread.compare.passages import Passages
from crossread.compare.telling import Told, shares
from crossread.records import Discrepancy, Relation, Statement, any_overlap

HELD: Final = 0.84  # of a statement, by weight: from here on the other tells all of it (`learn pairs refining`)
_PLACES: Final = 3  # of a confidence: more say nothing


def find_relations(
    alignment: Alignment, passages: Passages, discrepancies: Iterable[Discrepancy]
) -> tuple[Relation, ...]:
    """Return the relation of each two statements that the alignment linked, or found near, in its order.

    One refines another if it tells all that the other tells, and the other does not tell all of it: if each piece of
    the other, by its weight, finds its like there (docs/pairs.md says how well that works).
    """
    clashes = _Clashes(discrepancies)
    refining = _Refining(alignment.encoded, passages)
    accepted = [clashes.relation(link) or refining.relation(link) for link in alignment.links]
    near = [
        clashes.relation(link) or Relation(link.a.id, link.b.id, "unrelated", round(1 - link.confidence, _PLACES))
        for link in alignment.near
    ]
    return tuple(accepted + near)


class _Clashes:
    """The words that contradictions show, two sides at a time."""

    def __init__(self, discrepancies: Iterable[Discrepancy]) -> None:
        self._sides = [
            (discrepancy.confidence, one.differing, other.differing)
            for discrepancy in discrepancies
            if discrepancy.severity == "contradiction"
            for one, other in combinations(discrepancy.sides, 2)
        ]

    def relation(self, link: Link) -> Relation | None:
        """Return that the two contradict each other, if a contradiction shows words of both."""
        sure = [
            confidence
            for confidence, one, other in self._sides
            if (any_overlap(link.a.evidence, one) and any_overlap(link.b.evidence, other))
            or (any_overlap(link.a.evidence, other) and any_overlap(link.b.evidence, one))
        ]
        return Relation(link.a.id, link.b.id, "contradicts", max(sure)) if sure else None


class _Refining:
    """Tells whether one statement tells all of another."""

    def __init__(self, encoded: Mapping[tuple[int, int], Encoded], passages: Passages) -> None:
        self._encoded, self._passages = encoded, passages
        self._told: dict[str, Told | None] = {}

    def relation(self, link: Link) -> Relation:
        """Return that the two tell the same, or that one refines the other, which is then `b`."""
        a, b, sure = link.a, link.b, round(link.confidence, _PLACES)
        one, other = self._read(a), self._read(b)
        if one is None or other is None:
            return Relation(a.id, b.id, "same", sure)
        told = shares(one.encoded, one.parts[0], other.encoded, other.parts[0])
        held_a, held_b = (share >= HELD for share in told)
        if held_a == held_b:
            return Relation(a.id, b.id, "same", sure)
        return Relation(a.id, b.id, "refines", sure) if held_b else Relation(b.id, a.id, "refines", sure)

    def _read(self, statement: Statement) -> Told | None:
        if statement.id not in self._told:
            passage = self._passages.at(statement.evidence[0])
            encoded = self._encoded.get(passage.place) if passage else None
            self._told[statement.id] = Told(passage, encoded, (statement,)) if passage and encoded else None
        return self._told[statement.id]
