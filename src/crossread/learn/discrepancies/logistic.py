"""Logistic regression with an L2 penalty, by Newton's method, around a prior."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

_ROUNDS: Final = 60
_CLOSE: Final = 1e-8

Matrix = NDArray[np.float64]


def fit(
    rows: Sequence[Mapping[str, float]], outcomes: Sequence[bool], penalty: float, prior: Mapping[str, float]
) -> dict[str, float]:
    """Return the weight of each feature that maximises the penalised likelihood of the outcomes.

    The penalty draws each weight towards its prior, zero where there is none: finders with few examples keep what is
    believed of them. There is no separate constant: every row has a feature that is always one for its finder.
    """
    names = sorted({name for row in rows for name in row} | set(prior))
    believed = np.array([prior.get(name, 0.0) for name in names])
    matrix = as_matrix(rows, names)
    truth = np.array(outcomes, dtype=np.float64)
    weights = believed.copy()
    for _ in range(_ROUNDS):
        expected = 1 / (1 + np.exp(-(matrix @ weights)))
        gradient = matrix.T @ (expected - truth) + penalty * (weights - believed)
        curvature = (matrix.T * (expected * (1 - expected))) @ matrix + penalty * np.eye(len(names))
        step = np.linalg.solve(curvature, gradient)
        weights -= step
        if np.abs(step).max() < _CLOSE:
            break
    return dict(zip(names, weights.tolist(), strict=True))


def as_matrix(rows: Sequence[Mapping[str, float]], names: Sequence[str]) -> Matrix:
    """Return rows by features, zero where a row lacks a feature."""
    return np.array([[row.get(name, 0.0) for name in names] for row in rows], dtype=np.float64)
