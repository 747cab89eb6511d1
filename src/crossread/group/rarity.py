"""How much a key tells: the rarer in the press of late, the more.

Inverse document frequency (Spärck Jones, 1972), counted over the days before and the day itself, on top of counts in
general English, so that the first articles of a stream are weighed with sense.
"""

from collections.abc import Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from crossread.linking import general_counts, stem

Hashes = NDArray[np.uint32]

_COUNTERS = 1 << 20  # keys share counters by their hash; a month of a country's press has some 300,000 of them
_SMOOTHING = 0.5


def usual(key: str) -> int:
    """Return in how many general texts a key's word stands; of a name the last word; of a day none."""
    if key.startswith("d:"):
        return 0
    _, counts = general_counts()
    words = key[2:].split()
    last = words[-1] if words else ""
    return counts.get(last if key[0] in "wl" else stem(last), 0)


class Rarity:
    """Counts articles and their keys as days come and go."""

    def __init__(self) -> None:
        self._articles = 0
        self._counts = np.zeros(_COUNTERS, dtype=np.int32)

    def add(self, articles: Sequence[Hashes]) -> None:
        """Count the keys of these articles."""
        self._change(articles, 1)

    def drop(self, articles: Sequence[Hashes]) -> None:
        """Forget these articles."""
        self._change(articles, -1)

    def weights(self, hashes: Hashes, usual_counts: NDArray[np.int32]) -> NDArray[np.float64]:
        """Return the weight of each key, above zero, at most `most`."""
        texts, _ = general_counts()
        counts = self._counts[hashes % _COUNTERS] + usual_counts
        result: NDArray[np.float64] = np.log((texts + self._articles + 1) / (counts + _SMOOTHING))
        return np.maximum(result, _SMOOTHING)

    @property
    def most(self) -> float:
        """The weight of a key that nobody has told before."""
        return log((general_counts()[0] + self._articles + 1) / (1 + _SMOOTHING))

    def _change(self, articles: Sequence[Hashes], by: int) -> None:
        self._articles += by * len(articles)
        if articles:
            np.add.at(self._counts, np.concatenate(articles) % _COUNTERS, by)
