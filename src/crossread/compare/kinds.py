"""How well two sentences match in their names, and how well in what is said of them.

A subject that two sentences share is seen in their names; a fact that they share, in the other words too. Pieces are
matched as in `crossread.compare.encoder`, but names, other telling words, and all that finds no like are told apart.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from crossread.compare.encoder import Encoded, Vectors
from crossread.compare.passages import Passage

UNMATCHED: Final = 0.5  # a piece whose best match is less like it has none
FIRM: Final = 0.6  # from here on it surely has
_UNKNOWN: Final = 0.5  # stands for the match of a kind of words that a sentence does not have

KIND_NAMES: Final = (
    "deed.least",
    "deed.most",
    "name.least",
    "name.most",
    "hole.least",
    "hole.most",
    "firm.least",
    "firm.most",
)

_Truths = NDArray[np.bool_]


class KindsOfPieces:
    """Which pieces of an encoded sentence belong to names, and which to other telling words; and what each weighs."""

    def __init__(self, passage: Passage, encoded: Encoded) -> None:
        at = np.array(encoded.at) + passage.span.start
        telling, named = np.zeros(len(at), dtype=bool), np.zeros(len(at), dtype=bool)
        for word in passage.words:
            if not word.grammar:
                inside = (at >= word.start) & (at < word.end)
                telling |= inside
                if word.start > passage.span.start and passage.span.text[word.start - passage.span.start].isupper():
                    named |= inside
        for mention in (known.mention for known in passage.mentions):
            if mention.form == "name":
                named |= (at >= mention.span.start) & (at < mention.span.end)
        self.names: _Truths = telling & named
        self.deeds: _Truths = telling & ~named
        self.weight = encoded.weight

    def figures(self, best: Vectors) -> tuple[float, float, float, float]:
        """Return the match of deeds and of names, and the weight of what finds no like and of what finds its like.

        Args:
            best: how like the most like piece of the other sentence is to each piece.
        """
        without = float((self.weight * (1 - best))[best < UNMATCHED].sum())
        return self._of(self.deeds, best), self._of(self.names, best), without, float(self.weight[best > FIRM].sum())

    def _of(self, kind: _Truths, best: Vectors) -> float:
        weight = self.weight[kind]
        return float(best[kind] @ weight / weight.sum()) if len(weight) else _UNKNOWN


def by_kind(likeness: Vectors, left: KindsOfPieces, right: KindsOfPieces) -> list[float]:
    """Return the figures named by `KIND_NAMES`; `likeness` has how like each piece here is to each there."""
    sides = zip(left.figures(likeness.max(axis=1)), right.figures(likeness.max(axis=0)), strict=True)
    return [value for pair in sides for value in sorted(pair)]
