"""Windows at run time: neighbouring paragraphs, as many as fit, and long paragraphs a stretch at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

# Training saw windows of 24 to 170 pieces. Those of the middle read best on the development sets, and as fast.
PIECES_A_WINDOW: Final = 96


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive words of one article, ``start`` to ``end`` (half-open)."""

    start: int
    end: int


def packed(costs: Sequence[int], paragraphs: Sequence[int]) -> Iterator[Stretch]:
    """Join consecutive paragraphs while they fit one window; a longer one stands alone.

    Args:
        costs: the pieces of each word.
        paragraphs: the first words of paragraphs, in order, the first of them 0.
    """
    bounds = [*paragraphs, len(costs)]
    start = end = used = 0
    for begin, stop in pairwise(bounds):
        cost = sum(costs[begin:stop]) + 1
        if end > start and used + cost > PIECES_A_WINDOW:
            yield Stretch(start, end)
            start, used = begin, 0
        end, used = stop, used + cost
    if end > start:
        yield Stretch(start, end)


def fitting(costs: Sequence[int], start: int, end: int) -> int:
    """The end of the longest stretch from ``start`` that fits one window, one word at least."""
    used = 0
    for word in range(start, end):
        used += costs[word]
        if used > PIECES_A_WINDOW and word > start:
            return word
    return end
