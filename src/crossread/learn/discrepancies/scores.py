"""How much of what is told was listed by careful readers, and how much of what they listed is told."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crossread.learn.discrepancies.gold import GoldStory, touched
from crossread.records import Discrepancy


@dataclass(frozen=True, slots=True)
class Scores:
    """What is right among what is told, one to one with what readers listed; `by_kind`: right and told of each."""

    right: int
    told: int
    listed: int
    by_kind: Mapping[str, tuple[int, int]]

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in [0, 1]."""
        return 2 * self.right / (self.told + self.listed) if self.told + self.listed else 0.0


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one story."""

    gold: GoldStory
    discrepancies: Sequence[Discrepancy]

    @property
    def hits(self) -> Mapping[int, int]:
        """The discrepancies told, by number, that were listed, each with the number it has there."""
        return _one_to_one(self.discrepancies, self.gold)


def score(stories: Iterable[Told]) -> Scores:
    """Return the scores of what is told."""
    right, told, listed = 0, 0, 0
    by_kind: Counter[tuple[str, bool]] = Counter()
    for story in stories:
        hits = story.hits
        right, told = right + len(hits), told + len(story.discrepancies)
        listed += len(story.gold.discrepancies)
        by_kind.update((discrepancy.kind, n in hits) for n, discrepancy in enumerate(story.discrepancies))
    kinds = sorted({kind for kind, _ in by_kind})
    return Scores(right, told, listed, {k: (by_kind[k, True], by_kind[k, True] + by_kind[k, False]) for k in kinds})


def calibration(stories: Iterable[Told], bins: int = 10) -> float:
    """Return the expected calibration error of what is told (Naeini et al., 2015).

    The mean distance, over bins of confidence, of how sure it was from how often it was listed, by the bins' sizes.
    """
    rows: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for story in stories:
        hits = story.hits
        for n, discrepancy in enumerate(story.discrepancies):
            rows[min(int(discrepancy.confidence * bins), bins - 1)].append((discrepancy.confidence, n in hits))
    total = sum(len(row) for row in rows)
    gaps = (abs(sum(c for c, _ in row) - sum(r for _, r in row)) for row in rows)
    return sum(gaps) / total if total else 0.0


def _one_to_one(discrepancies: Sequence[Discrepancy], gold: GoldStory) -> dict[int, int]:
    """Match each discrepancy told to one listed, those with most sides in common first."""
    outlets = {document.id: document.outlet for document in gold.documents}
    pairs = []
    for n, discrepancy in enumerate(discrepancies):
        for m, listed in enumerate(gold.discrepancies):
            sides = sum(touched(side, outlets, listed) for side in discrepancy.sides)
            if sides > 1:
                pairs.append((-sides, n, m))
    hits: dict[int, int] = {}
    for _, n, m in sorted(pairs):
        if n not in hits and m not in hits.values():
            hits[n] = m
    return hits
