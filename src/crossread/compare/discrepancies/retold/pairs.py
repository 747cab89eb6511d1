"""What two sentences are together, once every word of theirs was judged."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from crossread.compare.discrepancies.retold.beside import DIGITS, Standing, shared_words
from crossread.compare.discrepancies.retold.sentence import Matrix, Sentence
from crossread.compare.discrepancies.scene import Pair

_RANKS: Final = (0, 2, 5)  # of the words, the likeliest first
_MOST: Final = 8  # words whose odds are added up
_KINDS: Final = ("number", "time", "quoted", "person", "name")
_BOTH: Final = (
    *(f"word.{rank}" for rank in _RANKS), "words.first", "words.all", "best", "length", "sentence", "covered",
    *(f"apart.{kind}" for kind in _KINDS), "quoted", "foreign", "foreign.part",
)  # fmt: skip

PAIR_COLUMNS: Final = (
    *(f"{name}.{which}" for name in _BOTH for which in ("least", "most")),
    "confidence", "accepted", "common", "like", "rank", "pairs", "partners.least", "partners.most",
)  # fmt: skip
"""What each figure of a pair is, in order; every figure is the same for (b, a)."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with its sentences, and how likely each word is one that differs in what it says, in [0, 1]."""

    pair: Pair
    a: Sentence
    b: Sentence
    odds_a: Matrix
    odds_b: Matrix
    standing_a: Standing
    standing_b: Standing
    foreign_a: Matrix
    foreign_b: Matrix


def pair_rows(judged: Sequence[Judged]) -> Matrix:
    """Return a row of `PAIR_COLUMNS` for each pair of one story."""
    strength = [float(j.odds_a.max() * j.odds_b.max()) for j in judged]
    order = np.argsort(-np.round(strength, DIGITS), kind="stable")
    rank = np.empty(len(judged))
    rank[order] = np.arange(len(judged)) / max(len(judged), 1)
    partners: dict[tuple[int, int], int] = {}
    for j in judged:
        for place in (j.pair.a.place, j.pair.b.place):
            partners[place] = partners.get(place, 0) + 1
    rows = [
        [*_of(j), rank[n], len(judged), *sorted((partners[j.pair.a.place], partners[j.pair.b.place]))]
        for n, j in enumerate(judged)
    ]
    return np.round(np.array(rows, dtype=np.float64).reshape(len(rows), len(PAIR_COLUMNS)), DIGITS)


def _of(judged: Judged) -> list[float]:
    left = _side(judged.a, judged.b, judged.odds_a, judged.standing_a, judged.foreign_a)
    right = _side(judged.b, judged.a, judged.odds_b, judged.standing_b, judged.foreign_b)
    like = judged.a.vectors @ judged.b.vectors.T
    return [
        *(extreme(x, y) for x, y in zip(left, right, strict=True) for extreme in _EXTREMES),
        judged.pair.confidence,
        float(judged.pair.accepted),
        float(len(frozenset(np.array(judged.a.keys)[shared_words(judged.a, judged.b)]))),
        float(like.max(axis=1).mean() + like.max(axis=0).mean()),
    ]


_EXTREMES: Final[tuple[Callable[[float, float], float], ...]] = (min, max)


def _side(mine: Sentence, other: Sentence, odds: Matrix, standing: Standing, foreign: Matrix) -> list[float]:
    """Return the figures named by `_BOTH`, of one side."""
    shared = shared_words(mine, other)
    falling = np.sort(odds)[::-1]
    return [
        *(float(falling[min(rank, len(falling) - 1)]) for rank in _RANKS),
        float(falling[:_MOST].sum()),
        float(falling.sum()),
        standing.best,
        float(len(mine.keys)),
        float(mine.passage.sentence),
        float((mine.column("weight") * shared).sum() / len(mine.keys)),
        *(float((mine.column(kind) * ~shared).sum()) for kind in _KINDS),
        float(mine.column("quoted").mean()),
        float(foreign.sum()),
        float(foreign.mean()),
    ]
