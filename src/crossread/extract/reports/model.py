"""Linear models over named features, read from tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import exp

from crossread.resources import read_terms, resource_path

FOLDER = "models/attribution"
ROLES = ("none", "content", "source", "cue")
"""What a part may be, in the order of the columns of its weights."""


@dataclass(frozen=True, slots=True)
class Linear:
    """One row of weights a feature, one column an answer; unknown features weigh nothing."""

    weights: dict[str, tuple[float, ...]]
    answers: int

    def scores(self, features: Iterable[str]) -> list[float]:
        """Return the sum of weights of each answer; a feature counts once."""
        totals = [0.0] * self.answers
        for feature in dict.fromkeys(features):
            row = self.weights.get(feature)
            if row is not None:
                for answer, weight in enumerate(row):
                    totals[answer] += weight
        return totals

    def likelihood(self, features: Iterable[str]) -> float:
        """Return the probability of the only answer of a model that says yes or no."""
        return 1 / (1 + exp(-self.scores(features)[0]))

    def best(self, features: Iterable[str]) -> int:
        """Return the likeliest answer, the first of equals."""
        scores = self.scores(features)
        return scores.index(max(scores))


@dataclass(frozen=True, slots=True)
class Models:
    """`cues`: whether a word is a cue; `parts`: what a part is; `words`: whether a word near it belongs to the cue.

    `lexemes`: nouns and adjectives that may be cues at all ("claim/NOUN").
    """

    lexemes: frozenset[str]
    cues: Linear
    parts: Linear
    words: Linear


@cache
def shipped_models() -> Models:
    """Return the models that the package ships.

    Raises ResourceError if their tables are missing.
    """
    return Models(
        lexemes=read_terms(f"{FOLDER}/lexemes.txt"),
        cues=_linear("cues", 1),
        parts=_linear("parts", len(ROLES)),
        words=_linear("words", 1),
    )


def _linear(name: str, answers: int) -> Linear:
    # read here, not by `read_table`: a hundred thousand rows as dictionaries would take most of a start
    lines = resource_path(f"{FOLDER}/{name}.tsv").read_text("utf-8").split("\n")
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    next(rows)
    return Linear({feature: tuple(map(float, weights.split())) for feature, weights in rows}, answers)
