"""Learns linear models over named features: softmax regression by AdaGrad, deterministic for a seed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_BATCH = 256
_FIRST_STEP = 1e-2  # added to the squared gradients, so that the first steps stay small
_YES_OR_NO = 2  # answers
_GRADIENT_SCALE = 8.0  # lets the rate mean the same whatever the batch


@dataclass(frozen=True, slots=True)
class Plan:
    """How to learn: `fewest` and `least` keep the tables small; the rest is one of five plans that came within 0.01."""

    rounds: int = 8
    rate: float = 0.08
    decay: float = 2e-5
    fewest: int = 4  # examples with a feature
    least: float = 0.1  # weight worth keeping
    seed: int = 1


def learn(
    examples: Sequence[Sequence[str]], answers: Sequence[int], count: int, plan: Plan | None = None
) -> dict[str, tuple[float, ...]]:
    """Return the weights of each feature that matters, one an answer; for two answers, only that of the second.

    `answers` are numbers below `count`.
    """
    plan = plan or Plan()
    seen = Counter(feature for example in examples for feature in dict.fromkeys(example))
    names = sorted(feature for feature, times in seen.items() if times >= plan.fewest)
    number = {name: index for index, name in enumerate(names)}
    rows = [
        np.array(sorted({number[feature] for feature in example if feature in number}), dtype=np.int64)
        for example in examples
    ]
    weights = _descend(rows, np.array(answers, dtype=np.int64), len(names), count, plan)
    weights = weights[:, 1:] - weights[:, :1] if count == _YES_OR_NO else weights
    kept = np.abs(weights).max(axis=1) >= plan.least
    return {name: tuple(map(float, row)) for name, row, keep in zip(names, weights, kept, strict=True) if keep}


def table(weights: Mapping[str, Sequence[float]], header: str, digits: int = 2) -> tuple[str, int]:
    """Return the table that `extract.linear.read_linear` reads, and how many features it has; `header`: its comments.

    Features with control characters cannot stand in a table, and are left out.
    """
    kept = sorted((name, row) for name, row in weights.items() if name.isprintable())
    rows = (f"{name}\t{' '.join(f'{weight:.{digits}f}' for weight in row)}\n" for name, row in kept)
    return f"{header}feature\tweights\n{''.join(rows)}", len(kept)


def _descend(
    rows: Sequence[NDArray[np.int64]], answers: NDArray[np.int64], width: int, count: int, plan: Plan
) -> NDArray[np.float64]:
    weights, squares = np.zeros((width, count)), np.full((width, count), _FIRST_STEP)
    shuffled = np.random.default_rng(plan.seed)
    order = np.arange(len(rows))
    for _ in range(plan.rounds):
        shuffled.shuffle(order)
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            touched, gradient = _gradient(weights, [rows[i] for i in batch], answers[batch])
            gradient = gradient * (_GRADIENT_SCALE / len(batch)) + plan.decay * len(batch) * weights[touched]
            squares[touched] += gradient**2
            weights[touched] -= plan.rate * gradient / np.sqrt(squares[touched])
    return weights


def _gradient(
    weights: NDArray[np.float64], rows: Sequence[NDArray[np.int64]], answers: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return the features that the examples have, and the gradient of their weights."""
    flat = np.concatenate(rows)
    owner = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    scores = np.zeros((len(rows), weights.shape[1]))
    np.add.at(scores, owner, weights[flat])
    scores -= scores.max(axis=1, keepdims=True)
    likely = np.exp(scores)
    likely /= likely.sum(axis=1, keepdims=True)
    likely[np.arange(len(rows)), answers] -= 1
    touched, place = np.unique(flat, return_inverse=True)
    gradient = np.zeros((len(touched), weights.shape[1]))
    np.add.at(gradient, place, likely[owner])
    return touched, gradient
