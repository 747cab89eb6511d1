"""Which stories are one: the nearest are joined first, by the mean likeness of their articles.

Average linkage (Sokal and Michener, 1958): a story that is joined has to be near to all of the other, so that no chain
of articles, each near to the next, swallows a week of politics.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from heapq import heappop, heappush

from crossread.group.thread import Thread, nearness

Pair = tuple[int, int]


def settle(
    threads: dict[int, Thread],
    pairs: Iterable[Pair],
    least: Callable[[Thread, Thread], float],
    apart: Callable[[Thread, Thread], bool],
    joined: Callable[[Thread, Thread], None],
) -> None:
    """Join stories while two are at least so near.

    Args:
        threads: the stories, by number; those that are joined into another leave it.
        pairs: numbers of stories that may be one.
        least: the nearness that two must have.
        apart: whether two must not be one.
        joined: called before the second is absorbed by the first, which is the earlier one.
    """
    settling = _Settling(threads, pairs, least)
    while found := settling.nearest():
        a, b = found
        if not apart(threads[a], threads[b]):
            joined(threads[a], threads[b])
            settling.join(a, b)


class _Settling:
    """The pairs that are near enough, the nearest on top; what was said of a story before it grew is passed over."""

    def __init__(
        self, threads: dict[int, Thread], pairs: Iterable[Pair], least: Callable[[Thread, Thread], float]
    ) -> None:
        self._threads = threads
        self._least = least
        self._partners: defaultdict[int, set[int]] = defaultdict(set)
        for a, b in pairs:
            self._partners[a].add(b)
            self._partners[b].add(a)
        self._age = dict.fromkeys(self._partners, 0)
        self._heap: list[tuple[float, int, int, int, int]] = []
        for a, b in sorted((a, b) for a, others in self._partners.items() for b in others if a < b):
            self._propose(a, b)

    def nearest(self) -> Pair | None:
        """Return the two that are nearest, the earlier first; None where no two are near enough."""
        while self._heap:
            _, a, b, age_a, age_b = heappop(self._heap)
            if a in self._threads and b in self._threads and (self._age[a], self._age[b]) == (age_a, age_b):
                return a, b
        return None

    def join(self, a: int, b: int) -> None:
        """Let `a` absorb `b`, and look again at all that was near to either."""
        self._threads[a].absorb(self._threads.pop(b))
        self._age[a] += 1
        self._partners[a] = (self._partners[a] | self._partners.pop(b)) - {a, b}
        for other in sorted(self._partners[a]):
            self._partners[other].discard(b)
            self._partners[other].add(a)
            self._propose(*sorted((a, other)))

    def _propose(self, a: int, b: int) -> None:
        left, right = self._threads[a], self._threads[b]
        near = nearness(left, right)
        if near >= self._least(left, right):
            heappush(self._heap, (-near, a, b, self._age[a], self._age[b]))
