"""What part each word has in a report ("the mayor | said | the dam is safe"), by what the network knows of it.

Dense layers over the vectors of a word, of those beside it and of those that govern it.
`crossread.learn.statements.role_network` computes the same with torch and is what it was trained with.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from crossread.annotate.reader.model import Floats
from crossread.errors import ResourceError
from crossread.resources import resource_path

FILE: Final = "models/attribution/roles.npz"
ROLES: Final = ("cue", "source", "content")
"""The roles that a word may have, in the order of the digits; one that has none counts as a fourth."""
STEPS: Final = (0.01, 0.03, 0.08, 0.2, 0.4, 0.6, 0.8, 0.92, 0.98)
"""The chances from which on a digit is one higher."""
BESIDE: Final = (-2, -1, 0, 1, 2)  # words from the word
SEEN: Final = len(BESIDE) + 2  # vectors that are seen of each word
_AT_ONCE: Final = 512  # words; more of them no longer lie near the processor


@dataclass(frozen=True, slots=True)
class RoleModel:
    """Weights and biases of the layers, `(in, out)` and `(out,)`, and the reader's version whose vectors they know."""

    layers: tuple[tuple[Floats, Floats], ...]
    reader: str

    def roles(self, vectors: Floats, heads: NDArray[np.int64]) -> tuple[str, ...]:
        """Return a digit for each of `ROLES` for each word: 0 for surely not, 9 for surely.

        Args:
            vectors: `[n, width]`, of the words of an article.
            heads: `[n]`, the word that governs each; a root governs itself.
        """
        found: list[str] = []
        for start in range(0, len(vectors), _AT_ONCE):
            words = np.arange(start, min(start + _AT_ONCE, len(vectors)))
            chances = self._chances(surroundings(vectors, heads, words))
            digits = np.searchsorted(np.array(STEPS), chances[:, : len(ROLES)], side="right")
            found += ["".join(map(str, row)) for row in digits.tolist()]
        return tuple(found)

    def _chances(self, rows: Floats) -> Floats:
        *hidden, (weights, bias) = self.layers
        for inner, inner_bias in hidden:
            rows = np.maximum(rows @ inner + inner_bias, 0)
        odds = rows @ weights + bias
        likely: Floats = np.exp(odds - odds.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        return likely


def surroundings(vectors: Floats, heads: NDArray[np.int64], words: NDArray[np.int64]) -> Floats:
    """Return what is seen of some words, `[w, SEEN * width]`: those beside each, its governor, and the governor's."""
    beside = [np.clip(words + step, 0, len(vectors) - 1) for step in BESIDE]
    above = heads[words]
    return np.concatenate([vectors[part] for part in (*beside, above, heads[above])], axis=1)


@cache
def shipped_roles() -> RoleModel:
    """Return the model that comes with crossread, loaded once.

    Raises ResourceError if it is missing or cannot be read.
    """
    path = resource_path(FILE)
    try:
        with np.load(path, allow_pickle=False) as stored:
            layers = tuple(
                (stored[f"weights{n}"].astype(np.float32), stored[f"bias{n}"].astype(np.float32))
                for n in range(int(stored["layers"]))
            )
            return RoleModel(layers, str(stored["reader"]))
    except (OSError, ValueError, KeyError) as error:
        raise ResourceError(f"{path} holds no model of roles; install crossread again") from error
