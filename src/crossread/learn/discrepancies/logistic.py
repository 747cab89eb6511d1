"""Logistic regression with an L2 penalty, by Newton's method."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

_ROUNDS: Final = 60
_CLOSE: Final = 1e-8

Matrix = NDArray[np.float64]


def fit(rows: Sequence[Mapping[str, float]], outcomes: Sequence[bool], penalty: float) -> dict[str, float]:
    """Return the weight of each feature that maximises the penalised likelihood of the outcomes.

    There is no separate constant: every row has a feature that is always one for its finder.
    """
    names = sorted({name for row in rows for name in row})
    matrix = as_matrix(rows, names)
    truth = np.array(outcomes, dtype=np.float64)
    weights = np.zeros(len(names))
    for _ in range(_ROUNDS):
        expected = 1 / (1 + np.exp(-(matrix @ weights)))
        gradient = matrix.T @ (expected - truth) + penalty * weights
        curvature = (matrix.T * (expected * (1 - expected))) @ matrix + penalty * np.eye(len(names))
        step = np.linalg.solve(curvature, gradient)
        weights -= step
        if np.abs(step).max() < _CLOSE:
            break
    return dict(zip(names, weights.tolist(), strict=True))


def as_matrix(rows: Sequence[Mapping[str, float]], names: Sequence[str]) -> Matrix:
    """Return rows by features, zero where a row lacks a feature."""
    return np.array([[row.get(name, 0.0) for name in names] for row in rows], dtype=np.float64)
