"""Linear models over named features, read from tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, fsum

from crossread.resources import resource_path


@dataclass(frozen=True, slots=True)
class Linear:
    """One row of weights a feature, one column an answer; unknown features weigh nothing."""

    weights: dict[str, tuple[float, ...]]
    answers: int

    def scores(self, features: Iterable[str]) -> list[float]:
        """Return the sum of weights of each answer; a feature counts once."""
        known = (self.weights.get(feature) for feature in dict.fromkeys(features))
        rows = [row for row in known if row is not None]
        return [fsum(column) for column in zip(*rows, strict=True)] if rows else [0.0] * self.answers

    def likelihood(self, features: Iterable[str]) -> float:
        """Return the probability of the only answer of a model that says yes or no."""
        return 1 / (1 + exp(-self.scores(features)[0]))

    def best(self, features: Iterable[str]) -> int:
        """Return the likeliest answer, the first of equals."""
        scores = self.scores(features)
        return scores.index(max(scores))


def read_linear(path: str, answers: int) -> Linear:
    """Read the table of a model: a feature and its weights a line.

    Raises ResourceError if it is missing.
    """
    # not by `read_table`: a hundred thousand rows as dictionaries would take most of a start
    lines = resource_path(path).read_text("utf-8").split("\n")
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    next(rows)
    return Linear({feature: tuple(map(float, weights.split())) for feature, weights in rows}, answers)
