"""Proposes stories that may tell the same: those that share the keys that tell most."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable
from operator import itemgetter

from crossread.group.vectors import Vector

INDEXED = 32  # keys of an article under which it is found
ASKED = 48  # keys of an article that are looked up
SHARING = 64  # articles that are kept for one key, the latest: a key that more have tells little
PROPOSED = 12  # stories that are looked at for each
_SPARE = 64  # articles beyond those that are kept until they are cut off, all at once


class KeyIndex:
    """The articles in the window, by those of their keys that tell most."""

    def __init__(self) -> None:
        self._holders: defaultdict[int, list[int]] = defaultdict(list)
        self._swept = self._last = 0

    def add(self, number: int, told: Vector) -> None:
        """Find article `number` by these keys; numbers only grow."""
        self._last = number
        for key, _ in _strongest(told, INDEXED):
            holders = self._holders[key]
            holders.append(number)
            if len(holders) > SHARING + _SPARE:
                del holders[:-SHARING]

    def near(self, told: Vector, home: Callable[[int], int], since: int) -> list[int]:
        """Return the stories that share most with this.

        Args:
            told: the keys of a story or of an article.
            home: tells the story of an article, by their numbers.
            since: number of the first article that is looked at.
        """
        shared: dict[int, int] = {}
        for key, weight in _strongest(told, ASKED):
            for story in set(map(home, self._latest(key, since))):
                shared[story] = shared.get(story, 0) + weight
        ranked = sorted(shared.items())
        ranked.sort(key=itemgetter(1), reverse=True)
        return [story for story, _ in ranked[:PROPOSED]]

    def forget(self, before: int) -> None:
        """Drop the articles before this number, once they are as many as those that stay."""
        if before - self._swept < self._last - before:
            return
        self._swept = before
        for key, holders in list(self._holders.items()):
            if holders[-1] < before:
                del self._holders[key]

    def _latest(self, key: int, since: int) -> list[int]:
        holders = self._holders.get(key)
        if not holders:
            return []
        latest = holders[-SHARING:]
        return latest if latest[0] >= since else latest[bisect_left(latest, since) :]


def _strongest(told: Vector, most: int) -> list[tuple[int, int]]:
    """Return the keys with the most weight, and their weights; of equal ones the first."""
    order = (-told.weights).argsort(kind="stable")[:most]
    return list(zip(told.keys[order].tolist(), told.weights[order].tolist(), strict=True))
