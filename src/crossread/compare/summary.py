"""A short account in sentences of the articles themselves: what is agreed first, then what is disputed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from crossread.compare.passages import Passage, Passages
from crossread.records import Point, ResolvedStory, SummarySentence

_FEWEST: Final = 3
_MOST: Final = 6
_DISPUTED_PLACES: Final = 2  # of the sentences: kept for what is disputed, when anything is
_LEAD_GAIN: Final = 1.0  # what an article puts first is what it is about
_FEW_WORDS: Final = 6  # shorter sentences are headings or exclamations
_MANY_WORDS: Final = 35  # longer ones are hard to take in


@dataclass(frozen=True, slots=True)
class _Candidate:
    passage: Passage
    points: frozenset[str]


def summarise(resolved: ResolvedStory, points: Sequence[Point], passages: Passages) -> tuple[SummarySentence, ...]:
    """Return three to six sentences as they stand, fewer where the articles have no more to choose from.

    Chosen greedily: each next sentence tells most of what several outlets tell and no chosen sentence has told; of
    equals the outlet's own words without quotations, and the shorter, are preferred.
    """
    shared = {point.id: point for point in points if len(point.outlets) > 1}
    agreed = {key: point for key, point in shared.items() if point.status == "agreed"}
    disputed = {key: point for key, point in shared.items() if point.status == "disputed"}
    chosen = _cover(_candidates(agreed, passages), agreed, _MOST - _DISPUTED_PLACES, frozenset())
    chosen.sort(key=lambda c: (c.passage.sentence, c.passage.order))
    told = frozenset(c.passage.place for c in chosen)
    chosen += _cover(_candidates(disputed, passages), disputed, _MOST - len(chosen), told)
    if len(chosen) < _FEWEST:
        told = frozenset(c.passage.place for c in chosen)
        alone = {point.id: point for point in points if len(point.outlets) == 1}
        chosen += _cover(_candidates(alone, passages), alone, _FEWEST - len(chosen), told)
    outlets = {c.annotated.document.id: c.annotated.document.outlet for c in resolved.story.documents}
    known = {point.id: point for point in points}
    contested = {
        candidate.passage.place: frozenset(outlet for key in candidate.points for outlet in disputed[key].outlets)
        for candidate in _candidates(disputed, passages)
    }
    return tuple(_sentence(c, known, outlets, contested.get(c.passage.place, frozenset())) for c in chosen)


def _candidates(points: dict[str, Point], passages: Passages) -> list[_Candidate]:
    told: dict[tuple[int, int], set[str]] = {}
    sentence: dict[tuple[int, int], Passage] = {}
    for point in points.values():
        for span in point.evidence:
            passage = passages.at(span)
            if passage is not None and len(passage.words) >= _FEW_WORDS:
                told.setdefault(passage.place, set()).add(point.id)
                sentence[passage.place] = passage
    return [_Candidate(sentence[place], frozenset(ids)) for place, ids in sorted(told.items())]


def _cover(
    candidates: list[_Candidate], points: dict[str, Point], most: int, used: frozenset[tuple[int, int]]
) -> list[_Candidate]:
    chosen: list[_Candidate] = []
    covered: set[str] = set()
    left = [candidate for candidate in candidates if candidate.passage.place not in used]
    while left and len(chosen) < most:
        best = max(left, key=lambda c: (_gain(c, points, covered), *(-n for n in reversed(c.passage.place))))
        if _gain(best, points, covered) <= 0:
            break
        chosen.append(best)
        covered |= best.points
        left.remove(best)
    return chosen


def _gain(candidate: _Candidate, points: dict[str, Point], covered: set[str]) -> float:
    """What the sentence adds, counted in outlets that tell it, less what makes it a worse sentence to read."""
    new = sum(len(points[point].outlets) for point in sorted(candidate.points - covered))
    first = 1 + _LEAD_GAIN / (1 + candidate.passage.sentence)
    return new * first * _plainness(candidate.passage)


def _plainness(passage: Passage) -> float:
    quoted = sum(min(q.span.end, passage.span.end) - max(q.span.start, passage.span.start) for q in passage.quotes)
    length = len(passage.words)
    return (1 - 0.5 * min(1.0, quoted / len(passage.span.text))) * min(1.0, _MANY_WORDS / length)


def _sentence(
    candidate: _Candidate, points: dict[str, Point], outlets: dict[str, str], contested: frozenset[str]
) -> SummarySentence:
    """The outlets that agree are those of the one point, of those in the sentence, that most of them tell.

    Whoever takes part in a dispute over anything in the sentence (`contested`) does not agree with it as it stands.
    """
    span = candidate.passage.span
    told = max((points[key] for key in sorted(candidate.points)), key=lambda point: len(point.outlets))
    agreed = (frozenset(told.outlets) - contested) | {outlets[span.doc]}
    elsewhere = {
        other.doc: other for other in reversed(told.evidence) if other.doc != span.doc and outlets[other.doc] in agreed
    }
    order = list(outlets)
    evidence = (span, *(elsewhere[doc] for doc in sorted(elsewhere, key=order.index)))
    return SummarySentence(text=span.text, evidence=evidence, agreed_by=tuple(sorted(agreed)))
