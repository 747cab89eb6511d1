"""Cuts a text where marks begin and end, so that marks that overlap or nest in any way come out as a flat row.

Offsets are code points throughout: the cutting is done here, never in a browser, which counts UTF-16 units.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """That the characters `[start, end)` belong to the point or difference of this number."""

    start: int
    end: int
    number: int
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text under the same marks. `begins`: evidence starts at its first character.

    `marks` are those that cover it, `closed` those that end with its last character.
    """

    start: int
    end: int
    begins: bool
    marks: tuple[Mark, ...]
    closed: tuple[Mark, ...]


def segments(start: int, end: int, marks: Iterable[Mark], places: Iterable[int] = ()) -> Iterator[Segment]:
    """Yield the segments of `[start, end)` in order; together they are the whole range, without gap or overlap.

    `places` are further offsets where evidence starts. Marks are cut to the range; empty ones are ignored. Time is
    proportional to the length of what is yielded, plus sorting.
    """
    cut = {Mark(max(mark.start, start), min(mark.end, end), mark.number, mark.differs) for mark in marks}
    inside = sorted(mark for mark in cut if mark.start < mark.end)
    begins = {mark.start for mark in inside} | {place for place in places if start <= place < end}
    cuts = sorted(begins | {mark.end for mark in inside} | {start, end})
    waiting = iter([*inside, None])
    following = next(waiting)
    covering: list[Mark] = []
    for low, high in pairwise(cuts):
        covering = [mark for mark in covering if mark.end > low]
        while following is not None and following.start == low:
            covering.append(following)
            following = next(waiting)
        closed = tuple(mark for mark in covering if mark.end == high)
        yield Segment(low, high, low in begins, tuple(covering), closed)


def lines(text: str, longest: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the lines that hold more than white space, without their line feeds.

    A line of more than `longest` characters comes in parts, cut between words where it has any.
    """
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield from _parts(text, start, start + len(line), longest or len(line))
        start += len(line) + 1


def _parts(text: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    while end - start > longest:
        cut = text.rfind(" ", start + longest // 2, start + longest) + 1 or start + longest
        yield start, cut
        start = cut
    yield start, end


def within(marks: Sequence[Mark], ranges: Sequence[tuple[int, int]]) -> list[list[Mark]]:
    """Return, for each of the ordered, disjoint ranges, the marks that share a character with it."""
    found: list[list[Mark]] = [[] for _ in ranges]
    first = 0
    for mark in sorted(marks):
        while first < len(ranges) and ranges[first][1] <= mark.start:
            first += 1
        place = first
        while place < len(ranges) and ranges[place][0] < mark.end:
            found[place].append(mark)
            place += 1
    return found
