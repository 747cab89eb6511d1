"""Logistic regression over named features with an L2 penalty, by accelerated gradient descent (Nesterov; FISTA steps).

For few lessons with many features: it goes to the optimum, so that neither order nor seed matters.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

_ROUNDS: Final = 400
_POWER_ROUNDS: Final = 30  # to the largest singular value within a few per cent
_ROOM: Final = 1.1  # for those per cent

Vector = NDArray[np.float64]


class Lessons:
    """Examples as sparse rows of ones.

    Args:
        examples: the features of each.
        fewest: examples that must have a feature for it to count.
    """

    def __init__(self, examples: Sequence[Sequence[str]], fewest: int) -> None:
        seen = Counter(feature for example in examples for feature in dict.fromkeys(example))
        self.names: tuple[str, ...] = tuple(sorted(name for name, count in seen.items() if count >= fewest))
        number = {name: index for index, name in enumerate(self.names)}
        rows = [[number[feature] for feature in dict.fromkeys(example) if feature in number] for example in examples]
        self._row = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
        self._column = np.array([column for row in rows for column in row], dtype=np.int64)
        self._count = len(rows)

    def fit(self, answers: Sequence[bool], penalty: float) -> Vector:
        """Return the weights `[len(names)]` that maximise the likelihood less half the penalty times their squares."""
        truth = np.array(answers, dtype=np.float64)
        step = 1 / (0.25 * _ROOM * self._largest() + penalty)
        weights = ahead = np.zeros(len(self.names))
        pace = 1.0
        for _ in range(_ROUNDS):
            wrong = 1 / (1 + np.exp(-self._times(ahead))) - truth
            following = ahead - step * (self._back(wrong) + penalty * ahead)
            quicker = (1 + np.sqrt(1 + 4 * pace**2)) / 2
            ahead = following + (pace - 1) / quicker * (following - weights)
            weights, pace = following, quicker
        return weights

    def _times(self, weights: Vector) -> Vector:
        return np.bincount(self._row, weights[self._column], minlength=self._count).astype(np.float64)

    def _back(self, values: Vector) -> Vector:
        return np.bincount(self._column, values[self._row], minlength=len(self.names)).astype(np.float64)

    def _largest(self) -> float:
        """Return the square of the largest singular value of the rows."""
        vector = np.ones(len(self.names))
        size = 0.0
        for _ in range(_POWER_ROUNDS):
            vector = self._back(self._times(vector))
            size = float(np.linalg.norm(vector))
            vector /= size
        return size
