"""Figures: how well the links and the facts that were found agree with those of the keys."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crossread.compare.facts import Group
from crossread.learn.pairs.gold import LinkOfPlaces, Place, links_of
from crossread.learn.pairs.lessons import Lesson

ENOUGH_ALIKE = 0.5  # Dice coefficient of two facts' links, from which on they are the same fact


@dataclass(frozen=True, slots=True)
class Count:
    """What was right, what was found, what the keys have."""

    hit: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.hit + other.hit, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """What part of what was found is right, 0 where nothing was found."""
        return self.hit / max(self.found, 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 where there is neither."""
        return 2 * self.hit / (self.found + self.gold) if self.found + self.gold else 0.0

    def shown(self) -> dict[str, float]:
        """Return precision, recall and F1, rounded to three digits."""
        recall = self.hit / max(self.gold, 1)
        return {"p": round(self.precision, 3), "r": round(recall, 3), "f1": round(self.f1, 3)}


def count_links(gold: Iterable[LinkOfPlaces], found: Iterable[LinkOfPlaces]) -> Count:
    """Count links between sentences."""
    wanted, got = set(gold), set(found)
    return Count(len(wanted & got), len(got), len(wanted))


def count_facts(gold: Sequence[frozenset[Place]], found: Sequence[frozenset[Place]]) -> Count:
    """Count facts, one to one, the best matches first; a match shares at least half of the links."""
    wanted = [links_of(fact) for fact in gold]
    got = [links for fact in found if (links := links_of(fact))]
    alike = sorted(
        (-2 * len(a & b) / (len(a) + len(b)), i, j) for i, a in enumerate(wanted) for j, b in enumerate(got) if a & b
    )
    taken: set[int] = set()
    matched: set[int] = set()
    for dice, i, j in alike:
        if -dice >= ENOUGH_ALIKE and i not in taken and j not in matched:
            taken.add(i)
            matched.add(j)
    return Count(len(matched), len(got), len(wanted))


def counts(lessons: Sequence[Lesson], told: Sequence[Sequence[Group]]) -> Mapping[str, Count]:
    """Return the counts of links and of facts, where `told` has the groups of each lesson's passages."""
    links, facts = Count(), Count()
    for lesson, groups in zip(lessons, told, strict=True):
        found = [lesson.standing(group) for group in groups]
        links += count_links(lesson.story.links, frozenset[LinkOfPlaces]().union(*(links_of(fact) for fact in found)))
        facts += count_facts(lesson.story.facts, found)
    return {"links": links, "facts": facts}


def best_f1(lessons: Sequence[Lesson], confidences: Sequence[NDArray[np.float64]]) -> float:
    """Return the F1 of links at the threshold that is best for them, before any facts are formed."""
    right = np.concatenate([lesson.same for lesson in lessons])
    hits = np.cumsum(right[np.argsort(-np.concatenate(list(confidences)), kind="stable")])
    wanted = sum(len(lesson.story.links) for lesson in lessons)
    return float((2 * hits / (np.arange(1, len(hits) + 1) + wanted)).max())
