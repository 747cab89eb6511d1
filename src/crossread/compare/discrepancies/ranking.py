"""How likely a find is one that a careful reader would list: a logistic model over a few plain measures."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from crossread.compare.discrepancies.candidate import Candidate
from crossread.compare.discrepancies.scene import Scene

LEAST: Final = 0.3


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate and the confidence, in [0, 1], that it is a discrepancy worth telling."""

    candidate: Candidate
    confidence: float


def rank(candidates: Iterable[Candidate], scene: Scene) -> list[Ranked]:
    """Return the candidates worth telling, each with its confidence."""
    return [Ranked(candidate, candidate.strength) for candidate in candidates if candidate.strength >= LEAST]
