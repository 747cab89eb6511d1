"""Proposes stories that may tell the same: those that share the keys that tell most."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable

import numpy as np

from crossread.group.vectors import Vector

INDEXED = 32  # keys of an article under which it is found
ASKED = 48  # keys of an article that are looked up
SHARING = 64  # articles that are looked at for one key, the latest: a key that more have tells little
PROPOSED = 12  # stories that are looked at for each


class KeyIndex:
    """The articles in the window, by those of their keys that tell most."""

    def __init__(self) -> None:
        self._holders: defaultdict[int, list[int]] = defaultdict(list)

    def add(self, number: int, told: Vector) -> None:
        """Find article `number` by these keys; numbers only grow."""
        for key, _ in _strongest(told, INDEXED):
            self._holders[key].append(number)

    def near(self, told: Vector, home: Callable[[int], int], since: int) -> list[int]:
        """Return the stories that share most with this.

        Args:
            told: the keys of a story or of an article.
            home: tells the story of an article, by their numbers.
            since: number of the first article that is looked at.
        """
        shared: defaultdict[int, int] = defaultdict(int)
        for key, weight in _strongest(told, ASKED):
            for story in {home(number) for number in self._holders.get(key, [])[-SHARING:] if number >= since}:
                shared[story] += weight
        return sorted(shared, key=lambda story: (-shared[story], story))[:PROPOSED]

    def forget(self, before: int) -> None:
        """Drop the articles before this number."""
        for key, holders in list(self._holders.items()):
            if holders[0] < before:
                kept = holders[bisect_left(holders, before) :]
                if kept:
                    self._holders[key] = kept
                else:
                    del self._holders[key]


def _strongest(told: Vector, most: int) -> list[tuple[int, int]]:
    """Return the keys with the most weight, and their weights; of equal ones the first."""
    order = np.lexsort((told.keys, -told.weights))[:most]
    return list(zip(told.keys[order].tolist(), told.weights[order].tolist(), strict=True))
