"""How a pair of sentences stands among the other pairs of either side: its rivals, its neighbours, a third account."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import fsum
from typing import Final

from crossread.compare.passages import Passage

Pair = tuple[int, int]
"""Indices of two passages of different documents, the smaller first."""

_NEIGHBOURS: Final = {"before": (-1, -1), "after": (1, 1)}
_BESIDE: Final = ((-1, 0), (0, -1), (1, 0), (0, 1))


class Surroundings:
    """How a pair compares with the other pairs of either side, and with those next to it.

    Args:
        passages: all sentences of the story, by document, then in text order.
        similar: the likeness of each pair.
        absent: the likeness of pairs left out.
    """

    def __init__(self, passages: Sequence[Passage], similar: Mapping[Pair, float], absent: float) -> None:
        self._passages = passages
        self._absent = absent
        self._similar = similar
        self._rivals: defaultdict[tuple[int, str], list[float]] = defaultdict(list)
        self._partners: defaultdict[int, dict[int, float]] = defaultdict(dict)
        for (a, b), value in similar.items():
            self._rivals[a, passages[b].doc].append(value)
            self._rivals[b, passages[a].doc].append(value)
            self._partners[a][b] = value
            self._partners[b][a] = value
        for values in self._rivals.values():
            values.sort(reverse=True)

    def of(self, pair: Pair) -> list[float]:
        """Return the figures named by `RELATIVE`."""
        a, b = pair
        value = self._similar[pair]
        left, right = self._rivals[a, self._passages[b].doc], self._rivals[b, self._passages[a].doc]
        return [
            *sorted((float(left.index(value)), float(right.index(value)))),
            *sorted((_margin(value, left), _margin(value, right))),
            *sorted((fsum(left) / len(left), fsum(right) / len(right))),
            *(self._at(a + da, b + db, pair) for da, db in _NEIGHBOURS.values()),
            max(self._at(a + da, b + db, pair) for da, db in _BESIDE),
            self._third(a, b),
        ]

    def _at(self, a: int, b: int, pair: Pair) -> float:
        """Return the likeness, that of a pair left out if either lies in another document than in `pair`."""
        for new, old in ((a, pair[0]), (b, pair[1])):
            if not 0 <= new < len(self._passages) or self._passages[new].doc != self._passages[old].doc:
                return self._absent
        return self._similar.get((a, b), self._absent)

    def _third(self, a: int, b: int) -> float:
        """Return the likeness by way of the best sentence of a third document."""
        left, right = sorted((self._partners[a], self._partners[b]), key=len)
        docs = {self._passages[a].doc, self._passages[b].doc}
        return max(
            (min(value, right[c]) for c, value in left.items() if c in right and self._passages[c].doc not in docs),
            default=self._absent,
        )


RELATIVE: Final = (
    "rank.least",
    "rank.most",
    "margin.least",
    "margin.most",
    "rivals.least",
    "rivals.most",
    "before",
    "after",
    "beside",
    "third",
)


def _margin(value: float, rivals: Sequence[float]) -> float:
    """Return how far the value lies above the best of the others, or below it (rivals are sorted, best first)."""
    if len(rivals) < 2:
        return value
    return value - (rivals[1] if value == rivals[0] else rivals[0])
