"""Proposes articles that may repeat one another, by a sample of their runs of words.

Every run of words is hashed, and of the hashes those that are multiples of a power of two are kept (Manber, "Finding
similar files in a large file system", 1994): the same run is kept in both articles or in neither, so that copies, and
paragraphs of them, meet without any article being compared with all. A MinHash tells only how alike whole articles are:
it misses the paragraph, and most copies with one word in five edited.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crossread.group.passages import SHINGLE
from crossread.group.rarity import Hashes

SAMPLE = 64  # runs kept of an article, at most; enough to meet a copy with three words in ten edited
_BEARERS = 12  # articles that are looked up for one run of words: the lineage needs the first, not all
_PROPOSED = 6  # articles that are verified for each
_FEWEST = 2  # runs that both have; one may be a phrase
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2**64 / golden ratio: spreads neighbouring values (Knuth, 6.4)

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Day:
    """The runs of one day's articles, sorted by hash, then number."""

    day: int
    runs: Hashes
    numbers: Numbers


def fingerprint(words: Hashes) -> Hashes:
    """Return the sample of an article's runs of `SHINGLE` words, sorted; `words` are the hashes of its words."""
    if len(words) < SHINGLE:
        return np.zeros(0, dtype=np.uint32)
    run = np.zeros(len(words) - SHINGLE + 1, dtype=np.uint64)
    for place in range(SHINGLE):
        run = (run ^ words[place : len(words) - SHINGLE + 1 + place]) * _MULTIPLIER
        run ^= run >> np.uint64(29)
    hashes = np.unique((run >> np.uint64(32)).astype(np.uint32))
    step = 1
    while len(hashes) > SAMPLE:
        step *= 2
        hashes = hashes[hashes % step == 0]
    return hashes


class Fingerprints:
    """The runs of the articles in the window, by day."""

    def __init__(self) -> None:
        self._days: list[_Day] = []

    def forget(self, before: int) -> None:
        """Drop the days before this one."""
        self._days = [one for one in self._days if one.day >= before]

    def add(self, day: int, prints: Mapping[int, Hashes]) -> None:
        """Keep the runs of a day's articles, by number."""
        runs = np.concatenate([*prints.values(), np.zeros(0, dtype=np.uint32)])
        numbers = np.repeat(np.array(list(prints), dtype=np.int64), [len(one) for one in prints.values()])
        order = np.lexsort((numbers, runs))
        self._days.append(_Day(day, runs[order], numbers[order]))

    def proposals(self, prints: Mapping[int, Hashes]) -> dict[int, list[int]]:
        """Return for each article the earlier ones (by number) that share most runs with it, the most first."""
        shared: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        if not prints:
            return {}
        runs = np.concatenate(list(prints.values()))
        askers = np.repeat(np.array(list(prints), dtype=np.int64), [len(one) for one in prints.values()])
        for one in self._days:
            for asker, other, count in _met(runs, askers, one):
                if count >= min(_FEWEST, len(prints[asker])):
                    shared[asker].append((-count, other))
        return {asker: [other for _, other in sorted(found)[:_PROPOSED]] for asker, found in sorted(shared.items())}


def _met(runs: Hashes, askers: Numbers, day: _Day) -> Sequence[tuple[int, int, int]]:
    """Return (article, earlier article, runs that both have)."""
    start = np.searchsorted(day.runs, runs, side="left")
    count = np.minimum(np.searchsorted(day.runs, runs, side="right") - start, _BEARERS)
    asker = np.repeat(askers, count)
    ends = np.cumsum(count)
    offsets = np.arange(len(asker)) - np.repeat(ends - count, count)
    other = day.numbers[np.repeat(start, count) + offsets]
    earlier = other < asker
    pairs, counts = np.unique(np.stack([asker[earlier], other[earlier]]), axis=1, return_counts=True)
    return list(zip(pairs[0].tolist(), pairs[1].tolist(), counts.tolist(), strict=True))
