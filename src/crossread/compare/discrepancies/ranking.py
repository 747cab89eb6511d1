"""How likely a find is one that a careful reader would list: a logistic model over a few plain measures."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import Final

from crossread.compare.discrepancies.candidate import Candidate
from crossread.compare.discrepancies.measures import Measures
from crossread.compare.discrepancies.scene import Scene
from crossread.records import Severity
from crossread.resources import read_table

LEAST: Final = 0.14  # near the best F1 on the training stories, cross-validated; below it, few more are right
# on the training stories, few of these finders' less likely finds are listed by anybody
BARS: Final[Mapping[str, float]] = {
    **dict.fromkeys(("date", "place", "polarity", "order", "actor", "speaker"), 0.25),
    "scope": 0.35,
}
FIRM: Final = 0.25  # below it, the contradictions that are found on the training stories are none
WEIGHTS: Final = "models/discrepancies/weights.tsv"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate and the confidence, in [0, 1], that it is a discrepancy worth telling."""

    candidate: Candidate
    confidence: float

    @property
    def severity(self) -> Severity:
        """How grave it is: a contradiction that is likelier none is told as a difference, to be looked at."""
        doubtful = self.candidate.severity == "contradiction" and self.confidence < FIRM
        return "difference" if doubtful else self.candidate.severity

    @property
    def worth_telling(self) -> bool:
        """Whether it is likely enough, for the finder that saw it."""
        return self.confidence >= bar(self.candidate, LEAST)

    @property
    def places(self) -> frozenset[tuple[int, int]]:
        """The sentences that it is about."""
        return frozenset((self.candidate.a.passage.place, self.candidate.b.passage.place))


def rank(candidates: list[Candidate], scene: Scene) -> list[Ranked]:
    """Return the candidates, each with its confidence."""
    measures, known = Measures(scene, candidates), weights()
    return [Ranked(candidate, likelihood(measures.of(candidate), known)) for candidate in candidates]


def bar(candidate: Candidate, least: float) -> float:
    """Return the confidence from which on the candidate is told, where `least` is that of most finders."""
    return max(BARS.get(candidate.finder, least), least)


def likelihood(features: Mapping[str, float], known: Mapping[str, float]) -> float:
    """Return the model's probability, in [0, 1], for these features; what it has not seen counts nothing."""
    return 1 / (1 + exp(-sum(known.get(name, 0.0) * value for name, value in sorted(features.items()))))


@cache
def weights() -> Mapping[str, float]:
    """Return the trained weights by feature; each finder's own constant stands under its name."""
    return {row["feature"]: float(row["weight"]) for row in read_table(WEIGHTS)}
