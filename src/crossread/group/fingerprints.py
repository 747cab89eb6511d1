"""Proposes articles that may repeat one another, by a sample of their runs of words.

Every run of words is hashed, and of the hashes those that are multiples of a power of two are kept (Manber, "Finding
similar files in a large file system", 1994): the same run is kept in both articles or in neither, so that copies, and
paragraphs of them, meet without any article being compared with all. A MinHash tells only how alike whole articles are:
it misses the paragraph, and most copies with one word in five edited.
"""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from crossread.group.passages import SHINGLE
from crossread.group.rarity import Hashes

SAMPLE = 64  # runs kept of an article, at most; enough to meet a copy with three words in ten edited
_BEARERS = 12  # articles that are looked up for one run of words: the lineage needs the first, not all
_PROPOSED = 6  # articles that are verified for each
_FEWEST = 2  # runs that both have; one may be a phrase
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2**64 / golden ratio: spreads neighbouring values (Knuth, 6.4)
_HALF = np.uint64(32)

Bearers = NDArray[np.uint64]
"""Runs with the articles that have them, sorted: the run above, the number of the article in the lower 32 bits."""


def fingerprint(words: Hashes) -> Hashes:
    """Return the sample of an article's runs of `SHINGLE` words, sorted; `words` are the hashes of its words."""
    hashes = np.unique(runs(words))
    step = 1
    while len(hashes) > SAMPLE:
        step *= 2
        hashes = hashes[hashes % step == 0]
    return hashes


def runs(words: Hashes) -> Hashes:
    """Return the hash of each run of `SHINGLE` words, in order."""
    if len(words) < SHINGLE:
        return np.zeros(0, dtype=np.uint32)
    run = np.zeros(len(words) - SHINGLE + 1, dtype=np.uint64)
    for place in range(SHINGLE):
        run = (run ^ words[place : len(words) - SHINGLE + 1 + place]) * _MULTIPLIER
        run ^= run >> np.uint64(29)
    return (run >> _HALF).astype(np.uint32)


class Fingerprints:
    """The runs of the articles in the window.

    They stand in a few sorted arrays, the oldest articles in the first, each at least twice as long as the next: to
    add a day's costs as much as they are, times the logarithm of all (O'Neil et al., "The log-structured merge-tree",
    1996). What is found never depends on how they are spread.
    """

    def __init__(self) -> None:
        self._levels: list[Bearers] = []
        self._since = 0

    def forget(self, before: int) -> None:
        """Look no more at the articles before this number."""
        self._since = before

    def add(self, prints: Mapping[int, Hashes]) -> None:
        """Keep the runs of these articles, by number; numbers only grow."""
        self._levels.append(np.sort(_borne(prints)))
        while len(self._levels) > 1 and len(self._levels[-2]) < 2 * len(self._levels[-1]):
            merged = np.concatenate([self._levels.pop(-2), self._levels.pop()])
            merged.sort(kind="stable")
            self._levels.append(merged[merged & np.uint64(0xFFFFFFFF) >= self._since])

    def proposals(self, prints: Mapping[int, Hashes]) -> dict[int, list[int]]:
        """Return for each article the earlier ones (by number) that share most runs with it, the most first.

        Of the articles that have a run only the first count.
        """
        asked = np.sort(_borne(prints))
        left = np.full(len(asked), _BEARERS)
        shared: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for level in self._levels:
            pairs, taken = _met(asked, left, level, self._since)
            left -= taken
            for asker, other, count in pairs:
                if count >= min(_FEWEST, len(prints[asker])):
                    shared[asker].append((-count, other))
        return {asker: [other for _, other in sorted(found)[:_PROPOSED]] for asker, found in sorted(shared.items())}


def _borne(prints: Mapping[int, Hashes]) -> Bearers:
    """Return each run of each article, in no order."""
    runs = np.concatenate([*prints.values(), np.zeros(0, dtype=np.uint32)]).astype(np.uint64)
    numbers = np.repeat(np.array(list(prints), dtype=np.uint64), [len(one) for one in prints.values()])
    return (runs << _HALF) | numbers


def _met(
    asked: Bearers, left: NDArray[np.int64], level: Bearers, since: int
) -> tuple[list[tuple[int, int, int]], NDArray[np.int64]]:
    """Return (article, earlier article, runs that both have), and how many articles were met for each run asked for."""
    low = np.uint64(0xFFFFFFFF)
    start = level.searchsorted((asked & ~low) | np.uint64(since))
    count = np.minimum(level.searchsorted(asked) - start, left).clip(min=0)
    asker = np.repeat(asked & low, count)
    ends = np.cumsum(count)
    offsets = np.arange(len(asker)) - np.repeat(ends - count, count)
    other = level[np.repeat(start, count) + offsets] & low
    pairs, counts = np.unique((asker << _HALF) | other, return_counts=True)
    return list(zip((pairs >> _HALF).tolist(), (pairs & low).tolist(), counts.tolist(), strict=True)), count
