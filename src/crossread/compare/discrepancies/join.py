"""Joins what was found between two accounts at a time into one discrepancy of all accounts concerned."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import Final

from crossread.compare.discrepancies.candidate import Candidate, Fragment
from crossread.compare.discrepancies.ranking import Ranked
from crossread.records import Discrepancy, any_overlap, content_id

_ONE_A_PAIR: Final = frozenset({"scope", "order"})  # two sentences that differ in many words differ once
_RETOLD: Final = "retold"  # whatever kind it is, a sentence is retold once
_WIDENING: Final = frozenset({"wording"})  # so do two wordings of one quotation, and all their changes are shown


@dataclass(slots=True)
class _Group:
    """Candidates of one kind that share words; the best of them is the first."""

    best: Ranked
    sides: dict[str, Fragment] = field(default_factory=dict)
    update: bool = False

    def takes(self, candidate: Candidate) -> bool:
        """Tell whether the candidate is about words that the group already shows, or the same sentences."""
        if _family(candidate) != _family(self.best.candidate):
            return False
        if candidate.topic and candidate.topic == self.best.candidate.topic:
            return True
        known = [(self.sides[s.passage.doc], s) for s in (candidate.a, candidate.b) if s.passage.doc in self.sides]
        if candidate.finder == _RETOLD:
            return any(mine.passage.place == theirs.passage.place for mine, theirs in known)
        if any(any_overlap(mine.spans, theirs.spans) for mine, theirs in known):
            return True
        one_only = candidate.finder in _ONE_A_PAIR | _WIDENING and len(known) > 1
        return one_only and all(mine.passage.place == theirs.passage.place for mine, theirs in known)

    @property
    def pairs(self) -> Iterator[frozenset[tuple[int, int]]]:
        """The sentences that it sets side by side, two by two."""
        told = [side.sentences for side in self.sides.values()]
        return (frozenset(pair) for one, other in combinations(told, 2) for pair in product(one, other))

    def add(self, side: Fragment, finder: str) -> bool:
        """Take in one account's words; tell whether they are its first; more of one quotation stand beside them."""
        mine = self.sides.setdefault(side.passage.doc, side)
        if mine is side:
            return True
        if finder not in _WIDENING or mine.passage.place != side.passage.place:
            return False
        beside = [span for span in side.spans if not any(span.overlaps(other) for other in mine.spans)]
        if beside:
            self.sides[side.passage.doc] = Fragment(mine.passage, tuple(sorted((*mine.spans, *beside))))
        return False


def join(seen: Sequence[Ranked], retold: Sequence[Ranked] = ()) -> tuple[Discrepancy, ...]:
    """Return one discrepancy for each group of candidates that share a side, by document, then offset.

    What a finder sees speaks for its sentences: where it sets two side by side, what is retold in them is not told too.
    """
    groups = _grouped(seen)
    spoken_for = {pair for group in groups for pair in group.pairs}
    groups += _grouped([item for item in retold if item.places not in spoken_for])
    ordered = sorted(groups, key=lambda g: (min(side.place for side in g.sides.values()), g.best.candidate.kind))
    return tuple(_discrepancy(group) for group in ordered)


def _grouped(ranked: Sequence[Ranked]) -> list[_Group]:
    """Return the candidates in groups, the likeliest candidate of each first."""
    groups: list[_Group] = []
    shown: defaultdict[tuple[str, str], list[_Group]] = defaultdict(list)
    for item in sorted(ranked, key=_first):
        places = [(_family(item.candidate), side.passage.doc) for side in (item.candidate.a, item.candidate.b)]
        near = (group for place in places for group in shown[place])
        group = next((group for group in near if group.takes(item.candidate)), None)
        if group is None:
            group = _Group(item)
            groups.append(group)
        group.update = group.update or item.candidate.update
        for side, place in zip((item.candidate.a, item.candidate.b), places, strict=True):
            if group.add(side, item.candidate.finder):
                shown[place].append(group)
    return groups


def _family(candidate: Candidate) -> str:
    """Return what candidates of one group have in common: their kind, or that sentences are retold."""
    return _RETOLD if candidate.finder == _RETOLD else candidate.kind


def _first(item: Ranked) -> tuple[float, str, tuple[int, int, int], tuple[int, int, int]]:
    return -item.confidence, item.candidate.kind, item.candidate.a.place, item.candidate.b.place


def _discrepancy(group: _Group) -> Discrepancy:
    best = group.best.candidate
    sides = tuple(fragment.side() for fragment in sorted(group.sides.values(), key=lambda side: side.place))
    key = sorted((side.doc, span.start, span.end) for side in sides for span in side.evidence)
    return Discrepancy(
        id=content_id("x", best.kind, *key),
        kind=best.kind,
        severity=group.best.severity,
        about=best.about,
        confidence=round(group.best.confidence, 3),
        update=group.update,
        sides=sides,
    )
