"""What two sentences of different articles have in common, as numbers."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import fsum, log1p, sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from crossread.compare.encoder import MATCH_NAMES, Encoded, Head, match
from crossread.compare.passages import Passage
from crossread.compare.reading import Reading, read
from crossread.linking import rarity, weigh

Pair = tuple[int, int]
"""Indices of two passages of different documents, the smaller first."""

Matrix = NDArray[np.float64]

_NEIGHBOURS: Final = {"before": (-1, -1), "after": (1, 1)}
_BESIDE: Final = ((-1, 0), (0, -1), (1, 0), (0, 1))
_LEAST: Final = 1e-9  # keeps a quotient finite
DIGITS: Final = 5  # beyond them, sums depend on which article was given first
UNLIKE: Final = -8.0  # log-odds of a pair that was not even a candidate


class Features:
    """Measures pairs of one story's passages; every figure is the same for (a, b) as for (b, a).

    Args:
        passages: sentences of the story, by document, then in text order.
        encoded: the same sentences as vectors.
        head: what the vectors' likeness is worth.
    """

    def __init__(self, passages: Sequence[Passage], encoded: Sequence[Encoded], head: Head) -> None:
        self._passages = passages
        self._encoded = encoded
        self._head = head
        self.readings = tuple(read(passage) for passage in passages)
        self._weights = {
            kind: rarity(getattr(reading, kind) for reading in self.readings)
            for kind in ("words", "roots", "turns", "names", "quoted")
        }
        self._totals = {
            kind: [weigh(getattr(reading, kind), weights) for reading in self.readings]
            for kind, weights in self._weights.items()
        }
        lengths: defaultdict[str, int] = defaultdict(int)
        for passage in passages:
            lengths[passage.doc] = max(lengths[passage.doc], passage.sentence + 1)
        self._lengths = dict(lengths)

    def measure(self, pairs: Sequence[Pair]) -> Matrix:
        """Return a row of figures for each pair; `COLUMNS` names them."""
        if not pairs:
            return np.zeros((0, len(COLUMNS)))
        own = [self._own(a, b) for a, b in pairs]
        sense = [match(self._encoded[a], self._encoded[b], self._head) for a, b in pairs]
        by_words = Surroundings(self._passages, dict(zip(pairs, (row[0] for row in own), strict=True)), 0.0)
        by_sense = Surroundings(self._passages, dict(zip(pairs, (row[-1] for row in sense), strict=True)), UNLIKE)
        table = np.array(
            [
                [*words, *by_words.of(pair), *figures, *by_sense.of(pair)]
                for pair, words, figures in zip(pairs, own, sense, strict=True)
            ]
        )
        return np.round(table, DIGITS)

    def _own(self, a: int, b: int) -> list[float]:
        left, right = self.readings[a], self.readings[b]
        shared = {kind: self._shared(kind, left, right) for kind in self._weights}
        words = sorted(self._share("words", shared, a, b))
        names = sorted(self._share("names", shared, a, b))
        quoted = sorted(self._share("quoted", shared, a, b))
        return [
            self._cosine("words", shared, a, b),
            *words,
            shared["words"],
            self._rarest(left, right),
            float(len(left.words & right.words)),
            self._cosine("roots", shared, a, b),
            shared["turns"],
            self._cosine("turns", shared, a, b),
            self._cosine("names", shared, a, b),
            shared["names"],
            names[0],
            float(len(left.figures & right.figures)),
            float(bool(left.figures and right.figures) and not left.figures & right.figures),
            float(len(left.dates & right.dates)),
            float(bool(left.dates and right.dates) and not left.dates & right.dates),
            shared["quoted"],
            quoted[0],
            float(bool(left.quoted) + bool(right.quoted)),
            *(log1p(len(mine & theirs)) for mine, theirs in zip(left.runs, right.runs, strict=True)),
            *sorted((log1p(len(left.words)), log1p(len(right.words)))),
            *self._places(a, b),
        ]

    def _shared(self, kind: str, left: Reading, right: Reading) -> float:
        return weigh(getattr(left, kind) & getattr(right, kind), self._weights[kind])

    def _share(self, kind: str, shared: Mapping[str, float], a: int, b: int) -> tuple[float, float]:
        totals = self._totals[kind]
        return shared[kind] / (totals[a] + _LEAST), shared[kind] / (totals[b] + _LEAST)

    def _cosine(self, kind: str, shared: Mapping[str, float], a: int, b: int) -> float:
        left, right = self._share(kind, shared, a, b)
        return sqrt(left * right)

    def _rarest(self, left: Reading, right: Reading) -> float:
        return max((self._weights["words"][key] for key in left.words & right.words), default=0.0)

    def _places(self, a: int, b: int) -> tuple[float, float, float]:
        first, second = sorted(self._place(n) for n in (a, b))
        return first, second, second - first

    def _place(self, n: int) -> float:
        passage = self._passages[n]
        return passage.sentence / self._lengths[passage.doc]


_OWN: Final = (
    "words.cosine",
    "words.least",
    "words.most",
    "words.shared",
    "words.rarest",
    "words.count",
    "roots.cosine",
    "turns.shared",
    "turns.cosine",
    "names.cosine",
    "names.shared",
    "names.least",
    "figures.shared",
    "figures.apart",
    "dates.shared",
    "dates.apart",
    "quoted.shared",
    "quoted.least",
    "quoted.sides",
    "runs.three",
    "runs.five",
    "length.least",
    "length.most",
    "place.first",
    "place.second",
    "place.apart",
)


class Surroundings:
    """How a pair compares with the other pairs of either side, and with those next to it.

    Args:
        passages: all sentences of the story, by document, then in text order.
        similar: the likeness of each pair.
        absent: the likeness of pairs left out.
    """

    def __init__(self, passages: Sequence[Passage], similar: Mapping[Pair, float], absent: float) -> None:
        self._docs = [passage.doc for passage in passages]  # asked for many times a pair
        self._absent = absent
        self._similar = similar
        self._rivals: defaultdict[tuple[int, str], list[float]] = defaultdict(list)
        self._partners: defaultdict[int, dict[int, float]] = defaultdict(dict)
        for (a, b), value in similar.items():
            self._rivals[a, self._docs[b]].append(value)
            self._rivals[b, self._docs[a]].append(value)
            self._partners[a][b] = value
            self._partners[b][a] = value
        for values in self._rivals.values():
            values.sort(reverse=True)
        self._mean = {key: fsum(values) / len(values) for key, values in self._rivals.items()}

    def of(self, pair: Pair) -> list[float]:
        """Return the figures named by `_RELATIVE`."""
        a, b = pair
        value = self._similar[pair]
        here, there = (a, self._docs[b]), (b, self._docs[a])
        left, right = self._rivals[here], self._rivals[there]
        return [
            *sorted((float(left.index(value)), float(right.index(value)))),
            *sorted((_margin(value, left), _margin(value, right))),
            *sorted((self._mean[here], self._mean[there])),
            *(self._at(a + da, b + db, pair) for da, db in _NEIGHBOURS.values()),
            max(self._at(a + da, b + db, pair) for da, db in _BESIDE),
            self._third(a, b),
        ]

    def _at(self, a: int, b: int, pair: Pair) -> float:
        """Return the likeness, that of a pair left out if either lies in another document than in `pair`."""
        docs = self._docs
        for new, old in ((a, pair[0]), (b, pair[1])):
            if not 0 <= new < len(docs) or docs[new] != docs[old]:
                return self._absent
        return self._similar.get((a, b), self._absent)

    def _third(self, a: int, b: int) -> float:
        """Return the likeness by way of the best sentence of a third document."""
        left, right = sorted((self._partners[a], self._partners[b]), key=len)
        docs = {self._docs[a], self._docs[b]}
        return max(
            (min(value, right[c]) for c, value in left.items() if c in right and self._docs[c] not in docs),
            default=self._absent,
        )


_RELATIVE: Final = (
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

COLUMNS: Final = (
    *_OWN,
    *(f"words.{name}" for name in _RELATIVE),
    *MATCH_NAMES,
    *(f"sense.{name}" for name in _RELATIVE),
)
"""What each figure of a row is, in order."""


def _margin(value: float, rivals: Sequence[float]) -> float:
    """Return how far the value lies above the best of the others, or below it (rivals are sorted, best first)."""
    if len(rivals) < 2:
        return value
    return value - (rivals[1] if value == rivals[0] else rivals[0])
