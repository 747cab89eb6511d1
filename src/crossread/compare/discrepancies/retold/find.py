"""Tells what two accounts put otherwise, wherever they tell the same thing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from crossread.compare.discrepancies.candidate import Candidate
from crossread.compare.discrepancies.ranking import Ranked
from crossread.compare.discrepancies.retold.beside import own_odds
from crossread.compare.discrepancies.retold.fragments import fragment
from crossread.compare.discrepancies.retold.judging import judge_pairs, judge_words
from crossread.compare.discrepancies.retold.kinds import kind_of
from crossread.compare.discrepancies.retold.model import RetoldModel
from crossread.compare.discrepancies.retold.pairs import Judged
from crossread.compare.discrepancies.retold.survey import Place, survey
from crossread.compare.discrepancies.scene import Scene

_PlacePair = tuple[Place, Place]
_NAMING: Final = 0.1  # a finder that is less sure of what it saw names nothing


def find_retold(scene: Scene, seen: Sequence[Ranked], model: RetoldModel) -> list[Ranked]:
    """Return the pairs of sentences that tell a fact otherwise, with the differing words, in text order.

    Args:
        scene: the story.
        seen: what the finders saw, whether it is told or not: it names what kind a difference is.
        model: the trees that judge.
    """
    judged = judge_words(survey(scene), model.words)
    return tell(judged, judge_pairs(judged, model.pairs), seen, model.least)


def tell(judged: Sequence[Judged], sure: Sequence[float], seen: Sequence[Ranked], least: float) -> list[Ranked]:
    """Return the candidates of the pairs that are at least so sure."""
    by_place = _by_place(seen)
    return [
        Ranked(_candidate(pair, confidence, by_place), confidence)
        for pair, confidence in zip(judged, sure, strict=True)
        if confidence >= least
    ]


def _by_place(seen: Iterable[Ranked]) -> Mapping[_PlacePair, list[Candidate]]:
    found: defaultdict[_PlacePair, list[Candidate]] = defaultdict(list)
    for item in sorted((item for item in seen if item.confidence >= _NAMING), key=lambda item: -item.confidence):
        a, b = sorted((item.candidate.a.passage.place, item.candidate.b.passage.place))
        found[a, b].append(item.candidate)
    return found


def _candidate(judged: Judged, confidence: float, seen: Mapping[_PlacePair, list[Candidate]]) -> Candidate:
    own = replace(
        judged,
        odds_a=own_odds(judged.a, judged.b, judged.odds_a),
        odds_b=own_odds(judged.b, judged.a, judged.odds_b),
    )
    a, b = fragment(judged.pair.a, own.odds_a), fragment(judged.pair.b, own.odds_b)
    kind = kind_of(own, a, b, seen.get((judged.pair.a.place, judged.pair.b.place), ()))
    return Candidate(
        finder="retold",
        kind=kind.kind,
        severity=kind.severity,
        about=kind.about,
        a=a,
        b=b,
        strength=confidence,
    )
