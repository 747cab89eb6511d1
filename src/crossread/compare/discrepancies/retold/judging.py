"""How likely each word, and then each pair, is one that a careful reader would query."""

from collections.abc import Sequence

import numpy as np

from crossread.compare.discrepancies.retold.beside import WORD_COLUMNS
from crossread.compare.discrepancies.retold.pairs import Judged, pair_rows
from crossread.compare.discrepancies.retold.sentence import Matrix
from crossread.compare.discrepancies.retold.survey import Side, Surveyed
from crossread.linking import Forest, chance

_PLACES = 6  # beyond them, sums depend on the order of things


def judge_words(surveyed: Sequence[Surveyed], words: Forest) -> list[Judged]:
    """Return each pair with how likely its words are, as the trees have it."""
    rows = [side.rows for pair in surveyed for side in (pair.a, pair.b)]
    odds = np.round(chance(words.odds(np.concatenate(rows))), _PLACES) if rows else np.zeros(0)
    parts = np.split(odds, np.cumsum([len(part) for part in rows])[:-1]) if rows else []
    return [
        Judged(
            s.pair,
            s.a.sentence,
            s.b.sentence,
            parts[2 * n],
            parts[2 * n + 1],
            s.a.standing,
            s.b.standing,
            _foreign(s.a),
            _foreign(s.b),
        )
        for n, s in enumerate(surveyed)
    ]


def judge_pairs(judged: Sequence[Judged], pairs: Forest) -> list[float]:
    """Return the confidence of each pair, in [0, 1]: that a careful reader would list a difference of the two."""
    return np.round(chance(pairs.odds(pair_rows(judged))), _PLACES).tolist() if judged else []


def _foreign(side: Side) -> Matrix:
    """Return 1 for each telling word that the other article never uses."""
    shared, elsewhere = (side.rows[:, WORD_COLUMNS.index(name)] for name in ("shared", "told.elsewhere"))
    return (1 - shared) * (1 - elsewhere) * side.sentence.telling
