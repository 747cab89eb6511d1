"""Fits the ranking of finds on gold keys, and says how good it is on stories that it has not seen."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from crossread.compare.alignment import align
from crossread.compare.discrepancies.candidate import Candidate
from crossread.compare.discrepancies.find import candidates, set_scene
from crossread.compare.discrepancies.join import join
from crossread.compare.discrepancies.measures import Measures
from crossread.compare.discrepancies.ranking import Ranked, bar, likelihood
from crossread.compare.labels import find_labels
from crossread.compare.passages import Passages
from crossread.learn.discrepancies.gold import GoldStory, shown, touched
from crossread.learn.discrepancies.logistic import fit
from crossread.pipeline import Pipeline
from crossread.records import Discrepancy
from crossread.resources import read_table

FOLDS: Final = 6
PENALTY: Final = 2.0
PRIOR: Final = "models/discrepancies/prior.tsv"


@dataclass(frozen=True, slots=True)
class Example:
    """A find, its features, and whether a careful reader listed it."""

    candidate: Candidate
    features: Mapping[str, float]
    right: bool


@dataclass(frozen=True, slots=True)
class Found:
    """All finds of one story."""

    gold: GoldStory
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """What is right among what is told, one to one with what readers listed."""

    right: int
    told: int
    listed: int
    by_kind: Mapping[str, tuple[int, int]]

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in [0, 1]."""
        return 2 * self.right / (self.told + self.listed) if self.told + self.listed else 0.0


def find_all(stories: Sequence[GoldStory], pipeline: Pipeline) -> list[Found]:
    """Run the pipeline on each story and keep every find, ranked by nothing yet."""
    return [_found(story, pipeline) for story in stories]


def train(found: Sequence[Found]) -> dict[str, float]:
    """Return the weights fitted on all stories."""
    examples = [example for story in found for example in story.examples]
    return fit([e.features for e in examples], [e.right for e in examples], PENALTY, prior())


@cache
def prior() -> Mapping[str, float]:
    """Return what is believed of each finder before any example is seen."""
    return {row["feature"]: float(row["weight"]) for row in read_table(PRIOR)}


def cross_validate(found: Sequence[Found]) -> list[tuple[Found, list[Ranked]]]:
    """Return each story with its finds ranked by weights that were fitted on the other folds."""
    ranked = []
    for fold in range(FOLDS):
        weights = train([story for n, story in enumerate(found) if n % FOLDS != fold])
        ranked += [(story, rank(story, weights)) for n, story in enumerate(found) if n % FOLDS == fold]
    return ranked


def rank(story: Found, weights: Mapping[str, float]) -> list[Ranked]:
    """Return the story's finds with the confidence that the weights give them."""
    return [Ranked(example.candidate, likelihood(example.features, weights)) for example in story.examples]


def score(ranked: Sequence[tuple[Found, list[Ranked]]], least: float) -> Scores:
    """Return the scores of what is told when only finds of this confidence are."""
    right, told, listed = 0, 0, 0
    by_kind: Counter[tuple[str, bool]] = Counter()
    for story, items in ranked:
        discrepancies = join([item for item in items if item.confidence >= bar(item.candidate, least)])
        hits = _one_to_one(discrepancies, story.gold)
        right, told, listed = right + len(hits), told + len(discrepancies), listed + len(story.gold.discrepancies)
        by_kind.update((discrepancy.kind, n in hits) for n, discrepancy in enumerate(discrepancies))
    kinds = sorted({kind for kind, _ in by_kind})
    return Scores(right, told, listed, {k: (by_kind[k, True], by_kind[k, True] + by_kind[k, False]) for k in kinds})


def calibration(ranked: Sequence[tuple[Found, list[Ranked]]], bins: int = 10) -> float:
    """Return the expected calibration error: the mean distance of confidence from how often it is right, by bins."""
    rows: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for story, items in ranked:
        for item, example in zip(items, story.examples, strict=True):
            rows[min(int(item.confidence * bins), bins - 1)].append((item.confidence, example.right))
    total = sum(len(row) for row in rows)
    gaps = (abs(sum(c for c, _ in row) - sum(r for _, r in row)) for row in rows)
    return sum(gaps) / total if total else 0.0


def _found(story: GoldStory, pipeline: Pipeline) -> Found:
    coded = [pipeline.extract.extract(pipeline.annotate.annotate(document)) for document in story.documents]
    resolved = pipeline.resolve.resolve(pipeline.group.group(coded))
    passages = Passages(resolved)
    scene = set_scene(resolved, align(resolved, passages), find_labels(resolved, passages), passages)
    finds = candidates(scene)
    measures = Measures(scene, finds)
    outlets = {document.id: document.outlet for document in story.documents}
    return Found(story, tuple(Example(find, measures.of(find), bool(shown(find, story, outlets))) for find in finds))


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
