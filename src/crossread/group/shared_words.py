"""How much of an article may stand in another at most: soon told, from hashes of its runs of words."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crossread.group.passages import SHINGLE, WIDEST_GAP
from crossread.group.rarity import Hashes
from crossread.group.verdict import COPY_SHARE, LIFTED_WORDS


@dataclass(frozen=True, slots=True)
class Reach:
    """Words that passages can have together, and in one, whatever stands in the gaps between shared runs."""

    all: int
    longest: int

    def may_repeat(self, words: int, same_outlet: bool) -> bool:
        """Tell whether an article of so many words can be a copy, or can have lifted something; see `verdict`."""
        return round(self.all / max(1, words), 3) >= COPY_SHARE or (not same_outlet and self.longest >= LIFTED_WORDS)


def reach(runs: Hashes, others: Hashes) -> Reach:
    """Return what passages of an article can have; `runs` are its runs in order, `others` the other's, sorted."""
    shared = np.flatnonzero(_among(runs, others))
    if not len(shared):
        return Reach(0, 0)
    parted = np.flatnonzero(shared[1:] - shared[:-1] > SHINGLE + WIDEST_GAP)
    begins = shared[np.concatenate([[0], parted + 1])]
    ends = shared[np.concatenate([parted, [len(shared) - 1]])] + SHINGLE
    lengths = ends - begins
    return Reach(int(lengths.sum()), int(lengths.max()))


def _among(runs: Hashes, others: Hashes) -> NDArray[np.bool_]:
    if not len(others):
        return np.zeros(len(runs), dtype=bool)
    places = others.searchsorted(runs)
    places[places == len(others)] = 0
    return np.asarray(others[places] == runs)
