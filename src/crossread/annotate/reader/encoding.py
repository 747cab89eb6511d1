"""Words to the encoder's input, the same way in training and at run time."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from crossread.annotate.reader.pieces import WordPieces
from crossread.annotate.reader.shapes import JOINED, shape, spacing

NO_SHAPE = 0  # of the encoder's own marks

Whole = NDArray[np.int64]


class Encoded(NamedTuple):
    """One window as plain numbers: L pieces, and the place of the first and last piece of each of N words."""

    pieces: Whole
    shapes: Whole
    spacing: Whole
    first: Whole
    last: Whole


class EncodedText:
    """An article's words as pieces, a separator before each paragraph, from which windows are cut.

    Args:
        words: the article's words.
        spaces: for each word, whether white space stands before it; None where unknown.
        paragraph_starts: for each word, whether it is the first of a paragraph.
        pieces: cuts words into pieces.
    """

    def __init__(
        self,
        words: Sequence[str],
        spaces: Sequence[bool | None],
        paragraph_starts: Sequence[bool],
        pieces: WordPieces,
    ) -> None:
        found = list(map(pieces.of, words))
        self.costs = list(map(len, found))
        widths = np.array(self.costs, dtype=np.int64)
        marks = np.array(paragraph_starts, dtype=np.int64)
        self._last = (widths + marks).cumsum() - 1
        self._first = self._last - widths + 1
        size = int(self._last[-1]) + 1 if words else 0
        of_words = np.ones(size, dtype=bool)
        of_words[self._first[marks > 0] - 1] = False
        self._pieces = np.full(size, pieces.separator, dtype=np.int64)
        self._pieces[of_words] = np.fromiter(chain.from_iterable(found), np.int64, size - int(marks.sum()))
        self._shapes = np.full(size, NO_SHAPE, dtype=np.int64)
        self._shapes[of_words] = np.repeat(np.fromiter(map(shape, words), np.int64, len(words)), widths)
        self._spacing = np.full(size, JOINED, dtype=np.int64)
        self._spacing[self._first] = np.fromiter(map(spacing, spaces), np.int64, len(words))
        self._ends = (np.array([pieces.start]), np.array([pieces.separator]))

    def window(self, start: int, end: int) -> Encoded:
        """The words ``start`` to ``end`` (half-open, one at least) between the encoder's marks."""
        begin, stop = int(self._first[start]), int(self._last[end - 1]) + 1
        before, after = self._ends
        return Encoded(
            np.concatenate((before, self._pieces[begin:stop], after)),
            _between(self._shapes[begin:stop], NO_SHAPE),
            _between(self._spacing[begin:stop], JOINED),
            self._first[start:end] - begin + 1,
            self._last[start:end] - begin + 1,
        )


def _between(values: Whole, mark: int) -> Whole:
    """The values with ``mark`` before and after them."""
    padded = np.full(len(values) + 2, mark, dtype=np.int64)
    padded[1:-1] = values
    return padded
