"""The groups that may be facts, how likely each is one, and the limits from which on they are told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

import numpy as np
from numpy.typing import NDArray

from crossread.compare.facts import GROUP_COLUMNS, Group, Limits, candidates, choose
from crossread.compare.features import Matrix
from crossread.learn.pairs.confidences import crossed
from crossread.learn.pairs.figures import ENOUGH_ALIKE, Count, counts
from crossread.learn.pairs.gold import links_of
from crossread.learn.pairs.lessons import Lesson

SURE: Final = 0.5  # a pair that is likelier the same than not is told so, even where no larger fact takes it in
NEW: Final = (
    0.34  # a fact tells something of its own in a third of its links: of 0 to 0.67, the best of both F1 figures
)
FIRM: Final = 0.8  # of 0.2 to 2, the most precise of those within 0.001 of the best sum of both F1 figures
NEAR_BEST: Final = 0.01  # of the sum of both F1 figures: within it, precision counts, for nothing is to be made up
_WORTH: Final = tuple(round(0.3 + 0.05 * step, 2) for step in range(10))
_ALIKE: Final = (0.4, 0.45, 0.5)


@dataclass(frozen=True, slots=True)
class Grown:
    """The groups of one story that may be facts, their rows, and which of them are."""

    groups: Sequence[Group]
    rows: Matrix
    right: NDArray[np.bool_]
    homes: Mapping[int, str]


def grown(lesson: Lesson, sure: NDArray[np.float64]) -> Grown:
    """Return a story's groups, where `sure` has the confidence of each of its pairs."""
    measured = lesson.measured
    links = dict(zip(measured.pairs, sure.tolist(), strict=True))
    groups, rows = candidates(links, measured.homes, measured.keys, lesson.clauses)
    wanted = [links_of(fact) for fact in lesson.story.facts]
    right = []
    for group in groups:
        own = links_of(lesson.standing(group))
        right.append(any(2 * len(own & fact) >= ENOUGH_ALIKE * (len(own) + len(fact)) for fact in wanted if own))
    return Grown(groups, rows, np.array(right, dtype=bool), measured.homes)


def likelihoods(found: Sequence[Grown]) -> list[NDArray[np.float64]]:
    """Return how likely each group of each story is one fact, by trees grown on the stories of other folds."""
    return crossed([each.rows for each in found], [each.right for each in found], GROUP_COLUMNS)


def facts(found: Sequence[Grown], likely: Sequence[NDArray[np.float64]], limits: Limits) -> list[list[Group]]:
    """Return the groups that are told of each story."""
    return [choose(each.groups, each.rows, sure, each.homes, limits) for each, sure in zip(found, likely, strict=True)]


def choose_limits(
    lessons: Sequence[Lesson], found: Sequence[Grown], likely: Sequence[NDArray[np.float64]]
) -> tuple[Limits, dict[str, object]]:
    """Return the limits whose links are right most often, of those with nearly the best sum of both F1 figures."""
    tried = []
    for worth, alike in product(_WORTH, _ALIKE):
        limits = Limits(worth, alike, NEW, FIRM, SURE)
        tried.append((limits, counts(lessons, facts(found, likely, limits))))
    least = max(_sum(figures) for _, figures in tried) - NEAR_BEST
    good = [entry for entry in tried if _sum(entry[1]) >= least]
    limits, figures = max(good, key=lambda entry: entry[1]["links"].precision)
    return limits, {name: count.shown() for name, count in figures.items()}


def _sum(figures: Mapping[str, Count]) -> float:
    return figures["links"].f1 + figures["facts"].f1
