"""Which statements of different documents tell the same fact."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from crossread.compare.clauses import find_clauses
from crossread.compare.encoder import Encoded
from crossread.compare.facts import Group, gather, links_within
from crossread.compare.features import Pair
from crossread.compare.measuring import Measured, measure
from crossread.compare.model import PairModel
from crossread.compare.passages import Passages
from crossread.compare.telling import Told
from crossread.linking import chance
from crossread.records import Judgement, ResolvedStory, Statement, Verdict


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
    groups of linked statements, each of two documents at least; a statement may stand in several. `encoded`: the
    vectors of the sentences that were compared, by their place.
    """

    links: tuple[Link, ...]
    near: tuple[Link, ...]
    facts: tuple[tuple[Statement, ...], ...]
    encoded: Mapping[tuple[int, int], Encoded] = field(default_factory=dict, compare=False, repr=False)


def align(resolved: ResolvedStory, passages: Passages, judgements: Sequence[Judgement] = ()) -> Alignment:
    """Link the statements of the story's documents that tell the same, as the shipped model judges.

    Sentences are judged, for that is what the model was taught on; then the statement of each that the others match
    best speaks for it. What a person judged of two statements outranks the model: two that are the same are one fact,
    two that are different never stand in one.
    """
    model = PairModel.shipped()
    measured = measure(model.encoder, model.head, resolved, passages)
    confidence = chance(model.forest.odds(measured.rows))
    sure = {pair: float(value) for pair, value in zip(measured.pairs, confidence, strict=True)}
    limits = model.thresholds
    decided = _decided(judgements, measured)
    sure |= {pair: float(same) for pair, same in decided.items()}
    homes, told = measured.homes, measured.told()
    clauses = find_clauses(measured, told, model.stating)
    facts = gather(sure, homes, measured.keys, clauses, lambda rows: chance(model.groups.odds(rows)), model.limits)
    facts += _missing(facts, decided)
    linked = {pair for fact in facts for pair in links_within(fact, homes)}
    matches = _Matches(told)
    close = [(pair, value) for pair, value in sure.items() if value >= limits.near or pair in linked]
    links = [(pair in linked or value >= limits.accepted, _link(pair, value, told, matches)) for pair, value in close]
    return Alignment(
        links=tuple(link for accepted, link in links if accepted),
        near=tuple(link for accepted, link in links if not accepted),
        facts=tuple(tuple(_spokesman(member, fact, told, homes, matches) for member in fact) for fact in facts),
        encoded={p.place: e for p, e in zip(measured.passages, measured.encoded, strict=True)},
    )


def _decided(judgements: Sequence[Judgement], measured: Measured) -> dict[Pair, bool]:
    """Return what people say of pairs of sentences of different documents: the last word on each counts."""
    stands = {s.id: number for number, statements in enumerate(measured.statements) for s in statements}
    decided: dict[Pair, bool] = {}
    for judgement in judgements:
        a, b = sorted((stands.get(judgement.a, -1), stands.get(judgement.b, -1)))
        if a >= 0 and judgement.by_person and measured.passages[a].doc != measured.passages[b].doc:
            decided[a, b] = judgement.verdict is Verdict.SAME
    return decided


def _missing(facts: Sequence[Group], decided: Mapping[Pair, bool]) -> list[Group]:
    """Return the pairs that people say are the same, and that stand together in no fact."""
    return sorted(
        pair
        for pair, same in decided.items()
        if same and not any(pair[0] in fact and pair[1] in fact for fact in facts)
    )


class _Matches:
    """The matches of two passages' statements, worked out once."""

    def __init__(self, told: Sequence[Told]) -> None:
        self._told = told
        self._known: dict[Pair, np.ndarray[tuple[int, int], np.dtype[np.float64]]] = {}

    def of(self, a: int, b: int) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
        """Return how well each statement of `a` matches each of `b`."""
        pair = (min(a, b), max(a, b))
        if pair not in self._known:
            self._known[pair] = self._told[pair[0]].matches(self._told[pair[1]])
        return self._known[pair] if a < b else self._known[pair].T


def _link(pair: Pair, confidence: float, told: Sequence[Told], matches: _Matches) -> Link:
    """Return the link of the two statements that match best, the first such in text order."""
    a, b = pair
    table = matches.of(a, b)
    left, right = np.unravel_index(int(table.argmax()), table.shape)
    return Link(told[a].statements[left], told[b].statements[right], confidence)


def _spokesman(
    member: int, fact: Sequence[int], told: Sequence[Told], homes: Mapping[int, str], matches: _Matches
) -> Statement:
    """Return the member's statement that the statements of the other documents' members match best."""
    support = np.zeros(len(told[member].statements))
    for other in fact:
        if homes[other] != homes[member]:
            support += matches.of(member, other).max(axis=1)
    return told[member].statements[int(support.argmax())]
