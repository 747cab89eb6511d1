"""Which points a reader would take for one, and which tell a reader nothing."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crossread.linking import fold
from crossread.records import Comparison, Point, PointStatus, Span

OFFICE = "holds office"

_NEAR = 500  # characters between the ends of two labels, one in the other: no label is as long
_WORD = re.compile(r"\w+")
_SMALL = 3  # letters: most words that tell nothing have no more
_LEAST_WORDS = 3  # of a label that another one's words hold: fewer are there by chance


@dataclass(frozen=True, slots=True)
class Line:
    """Points that a reader is shown as one; the first speaks for them. `status` and `independent` hold for all."""

    points: tuple[Point, ...]
    status: PointStatus
    independent: int

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The evidence of all, each once."""
        return tuple(dict.fromkeys(span for point in self.points for span in point.evidence))

    @property
    def absent_from(self) -> tuple[str, ...]:
        """The documents in which none of the points was found."""
        telling = {span.doc for span in self.evidence}
        return tuple(doc for doc in self.points[0].absent_from if doc not in telling)


def lines(comparison: Comparison) -> tuple[Line, ...]:
    """Return the points as a reader is shown them, in the order of the comparison.

    Points of several accounts are one line if they have the same label, if one's evidence holds the other's, or if each
    has the words that speak for the other. Points of one account are, if one's words hold the other's, or if a copy has
    them from its original. Left out is who holds an office where other accounts name the office too.
    """
    origins = _origins(comparison)
    place = {point.id: number for number, point in enumerate(comparison.points)}
    known = _known_offices(comparison, origins)
    shared = [point for point in comparison.points if point.status != "single"]
    alone = [point for point in comparison.points if point.status == "single" and point.id not in known]
    shared.sort(key=lambda point: (-point.independent_sources, -len(point.evidence), place[point.id]))
    groups = [*_shared(shared), *_alone(alone, origins)]
    groups.sort(key=lambda group: min(place[point.id] for point in group))
    return tuple(_line(group, origins) for group in groups)


def _line(group: Sequence[Point], origins: Mapping[str, str]) -> Line:
    """Return the line.

    What only an account and its copies tell is told by one alone; what some tell alike is agreed, though others, whose
    words are shown too, differ in it.
    """
    first = {origins[span.doc] for span in group[0].evidence}
    tellers = {origins[span.doc] for point in group for span in point.evidence}
    disputed = all(point.status == "disputed" for point in group)
    status: PointStatus = "disputed" if disputed else "agreed" if len(tellers) > 1 else "single"
    of_one_agency = max(0, len(first) - group[0].independent_sources)
    return Line(tuple(group), status, len(tellers) - of_one_agency)


def _origins(comparison: Comparison) -> dict[str, str]:
    """Return the document that each document repeats, or itself."""
    repeats = {copy.doc: copy.of for copy in comparison.story.copies if copy.kind != "lifted"}
    origins = {}
    for coded in comparison.story.documents:
        doc = coded.annotated.document.id
        seen = [doc]
        while seen[-1] in repeats and repeats[seen[-1]] not in seen:
            seen.append(repeats[seen[-1]])
        origins[doc] = seen[-1]
    return origins


def _known_offices(comparison: Comparison, origins: Mapping[str, str]) -> frozenset[str]:
    """Return the ids of the single points on an office whose holder has one in another account, too."""
    holders = {s.id: fold(s.subject) for s in comparison.statements if s.property == OFFICE and s.subject}
    tellers: defaultdict[str, set[str]] = defaultdict(set)
    for statement in comparison.statements:
        if statement.id in holders:
            tellers[holders[statement.id]].add(origins[statement.doc])
    return frozenset(
        point.id
        for point in comparison.points
        if point.status == "single" and any(len(tellers[holders[s]]) > 1 for s in point.statements if s in holders)
    )


def _shared(points: Iterable[Point]) -> list[list[Point]]:
    """Let each point join the first line that tells the same, in the order given."""
    groups: list[list[Point]] = []
    labelled: dict[tuple[str, ...], int] = {}
    holding: defaultdict[Span, list[int]] = defaultdict(list)
    for point in points:
        words = _words(point.label)
        near = dict.fromkeys(number for span in point.evidence for number in holding[span])
        found = labelled.get(words)
        if found is None:
            found = next((number for number in near if _same(groups[number][0], point)), None)
        if found is None:
            found = len(groups)
            groups.append([])
            for span in point.evidence:
                holding[span].append(found)
        groups[found].append(point)
        labelled.setdefault(words, found)
    return groups


def _same(line: Point, point: Point) -> bool:
    if line.status != point.status:
        return False
    if set(point.evidence) <= set(line.evidence):
        return True
    if _held(_words(line.label), _words(point.label)):
        return True
    mine, other = speaking(point), speaking(line)
    return mine is not None and other is not None and mine in line.evidence and other in point.evidence


def speaking(point: Point) -> Span | None:
    """Return the evidence that the label is from: a label may be cut at its start, or begin before it."""
    ends = (span for span in point.evidence if span.text.endswith(point.label) or point.label.endswith(span.text))
    return next(ends, None)


def _held(one: Sequence[str], other: Sequence[str]) -> bool:
    short, long = sorted(({word for word in words if len(word) > _SMALL} for words in (one, other)), key=len)
    return len(short) >= _LEAST_WORDS and short <= long


def _alone(points: Sequence[Point], origins: Mapping[str, str]) -> list[list[Point]]:
    """Put together what stands on the same words of an account, or of its copy; the longest words first."""
    groups: dict[tuple[str, str], list[Point]] = {}
    for point in points:
        groups.setdefault((origins[point.evidence[0].doc], _told(point)), []).append(point)
    for group in groups.values():
        group.sort(key=lambda point: point.evidence[0].doc != origins[point.evidence[0].doc])
    return _nested(list(groups.values()))


def _nested(groups: Sequence[list[Point]]) -> list[list[Point]]:
    """Put a line into one of the same document whose label holds its own: a name stands in what its bearer does."""
    kept: list[list[Point]] = []
    by_sentence: defaultdict[tuple[str, int], list[list[Point]]] = defaultdict(list)
    for group in sorted(groups, key=lambda group: -len(group[0].label)):
        span = group[0].evidence[0]
        near = by_sentence[span.doc, span.end // _NEAR] + by_sentence[span.doc, span.end // _NEAR + 1]
        holder = next((g for g in near if _stands_in(group[0], g[0])), None)
        if holder is None:
            kept.append(group)
            by_sentence[span.doc, span.end // _NEAR].append(group)
        else:
            holder.extend(group)
    return kept


def _stands_in(part: Point, whole: Point) -> bool:
    return part.evidence[0].end <= whole.evidence[0].end and part.label in whole.label


def _told(point: Point) -> str:
    return " ".join(_words(" ".join(span.text for span in point.evidence)))


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text)))
