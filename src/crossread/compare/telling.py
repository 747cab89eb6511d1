"""Which of a sentence's statements tell what another sentence tells too."""

from collections.abc import Sequence
from math import sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from crossread.compare.encoder import Encoded
from crossread.compare.passages import Passage
from crossread.records import Statement

PART: Final = 0.25  # how much it counts what part of its sentence a statement is; at 0, mere names speak for facts
_LEAST: Final = 1e-6  # keeps a quotient finite

Places = NDArray[np.int64]


class Told:
    """One passage with its statements, and the pieces of the encoded sentence that each of them stands on."""

    def __init__(self, passage: Passage, encoded: Encoded, statements: Sequence[Statement]) -> None:
        self.encoded = encoded
        self.statements = tuple(statements)
        at = np.array(encoded.at) + passage.span.start
        self.parts = [_part(at, statement) for statement in statements]

    def matches(self, other: "Told") -> NDArray[np.float64]:
        """Return how well each statement here matches each there, `[here, there]`, in [0, 1].

        The geometric mean of how much of either finds its like in the other, each piece by its weight; and of two that
        match as well, those that are more of their sentences come first: a name alone always finds its like.
        """
        likeness = np.clip(self.encoded.pieces @ other.encoded.pieces.T, 0.0, 1.0)
        return np.array(
            [
                [
                    sqrt(
                        _covered(likeness[mine][:, theirs].max(axis=1), self.encoded.weight[mine])
                        * _covered(likeness[mine][:, theirs].max(axis=0), other.encoded.weight[theirs])
                    )
                    * (float(self.encoded.weight[mine].sum()) * float(other.encoded.weight[theirs].sum())) ** PART
                    for theirs in other.parts
                ]
                for mine in self.parts
            ]
        )


def shares(one: Encoded, mine: Places, other: Encoded, theirs: Places) -> tuple[float, float]:
    """Return how much of either text finds its like in the other, in [0, 1]: of one's pieces `mine`, of `theirs`."""
    likeness = np.clip(one.pieces[mine] @ other.pieces[theirs].T, 0.0, 1.0)
    return _covered(likeness.max(axis=1), one.weight[mine]), _covered(likeness.max(axis=0), other.weight[theirs])


def _part(at: Places, statement: Statement) -> Places:
    """Return the pieces inside the statement's evidence; all, if it stands beyond the pieces that were read."""
    inside = np.zeros(len(at), dtype=bool)
    for span in statement.evidence:
        inside |= (at >= span.start) & (at < span.end)
    return np.flatnonzero(inside) if inside.any() else np.arange(len(at))


def _covered(found: NDArray[np.float32], weight: NDArray[np.float32]) -> float:
    return float(found @ weight) / (float(weight.sum()) + _LEAST)
