"""Gradient-boosted trees, applied to rows of figures; they were grown elsewhere."""

from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from crossread.errors import ResourceError

_PORTION: Final = 256  # rows judged at once: with all trees, they stay in the processor's cache
LEAF: Final = -1
"""Stands in `feature` for a node that has no question, only a value."""


class Forest:
    """Adds up the answers of all trees; the sum is the log-odds.

    Args:
        names: what the columns of a row are.
        roots: index of each tree's first node.
        feature: the column that each node asks about, or `LEAF`.
        threshold: a figure up to this goes left.
        left: the node to go to; a leaf's is itself.
        right: the node to go to otherwise; a leaf's is itself.
        value: what a leaf adds.
    """

    def __init__(
        self,
        names: tuple[str, ...],
        roots: NDArray[np.int32],
        feature: NDArray[np.int16],
        threshold: NDArray[np.float64],
        left: NDArray[np.int32],
        right: NDArray[np.int32],
        value: NDArray[np.float64],
    ) -> None:
        self.names = names
        self._roots = roots
        self._feature = feature
        self._threshold = threshold
        self._left = left
        self._right = right
        self._value = value
        self._asked = np.where(feature == LEAF, 0, feature).astype(np.int64)
        self._levels = self._depth()

    @classmethod
    def load(cls, path: Path) -> "Forest":
        """Read trees that `save` wrote.

        Raises ResourceError if the file holds something else.
        """
        try:
            with np.load(path, allow_pickle=False) as stored:
                names = tuple(str(name) for name in stored["names"])
                columns = (stored[key] for key in ("roots", "feature", "threshold", "left", "right", "value"))
                return cls(names, *columns)
        except (KeyError, OSError, ValueError) as error:
            raise ResourceError(f"{path} holds no trees that can be read; install crossread again") from error

    def save(self, path: Path) -> None:
        """Write the trees; the same trees always give the same bytes inside the archive."""
        np.savez_compressed(
            path,
            names=np.array(self.names),
            roots=self._roots,
            feature=self._feature,
            threshold=self._threshold,
            left=self._left,
            right=self._right,
            value=self._value,
        )

    def odds(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the log-odds of each row; rows are `[n, len(names)]`."""
        parts = [self._odds(rows[first : first + _PORTION]) for first in range(0, len(rows), _PORTION)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def scaled(self, slope: float, shift: float) -> "Forest":
        """Return trees whose log-odds are the slope times those of these trees, plus the shift."""
        value = self._value * slope + shift / len(self._roots)
        return Forest(self.names, self._roots, self._feature, self._threshold, self._left, self._right, value)

    def _odds(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Go down all trees at once, one level a round; who has come to a leaf stays there."""
        figures = np.ascontiguousarray(rows).ravel()
        lines = np.arange(0, len(figures), len(self.names))[:, None]
        nodes = np.broadcast_to(self._roots, (len(rows), len(self._roots)))
        for _ in range(self._levels):
            goes_left = figures.take(lines + self._asked.take(nodes)) <= self._threshold.take(nodes)
            nodes = np.where(goes_left, self._left.take(nodes), self._right.take(nodes))
        total: NDArray[np.float64] = self._value.take(nodes).sum(axis=1)
        return total

    def _depth(self) -> int:
        """Return how many questions the longest way down has."""
        levels, nodes = 0, np.unique(self._roots)
        while (self._feature[nodes] != LEAF).any():
            nodes = np.unique(np.concatenate([self._left[nodes], self._right[nodes]]))
            levels += 1
        return levels


def chance(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the probability that log-odds stand for."""
    result: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-odds))
    return result
