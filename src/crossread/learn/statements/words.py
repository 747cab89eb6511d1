"""The words that figures are counted in: runs of letters and digits, whoever reads the text."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from crossread.learn.statements.polnear import Range

_WORD = re.compile(r"[^\W_]+")


class TextWords:
    """The words of a text by their first characters."""

    def __init__(self, text: str) -> None:
        self._starts = [found.start() for found in _WORD.finditer(text)]

    def within(self, ranges: Iterable[Range]) -> frozenset[int]:
        """Return the words, by number, that begin inside one of the ranges."""
        return frozenset(
            word
            for start, end in ranges
            for word in range(bisect_left(self._starts, start), bisect_left(self._starts, end))
        )
