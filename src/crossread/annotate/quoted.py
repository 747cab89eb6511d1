"""Where quotation marks enclose the text, paragraph by paragraph: enough to keep voices apart."""

import re
from bisect import bisect_right
from collections.abc import Sequence

_PARAGRAPH = re.compile(r"[^\n]+")
_MARK = re.compile(r"[“”\"«»]")


def quoted_ranges(text: str) -> tuple[tuple[int, int], ...]:
    """Return half-open ranges in order; a quotation that is not closed ends with its paragraph."""
    found: list[tuple[int, int]] = []
    for paragraph in _PARAGRAPH.finditer(text):
        opened: int | None = None
        for mark in _MARK.finditer(text, paragraph.start(), paragraph.end()):
            if opened is None and mark[0] not in "”»":
                opened = mark.end()
            elif opened is not None and mark[0] not in "“«":
                found.append((opened, mark.start()))
                opened = None
        if opened is not None:
            found.append((opened, paragraph.end()))
    return tuple(found)


def is_quoted(ranges: Sequence[tuple[int, int]], offset: int) -> bool:
    """Tell whether the character at an offset stands in one of the ranges."""
    at = bisect_right(ranges, (offset, len(ranges) and ranges[-1][1])) - 1
    return at >= 0 and ranges[at][0] <= offset < ranges[at][1]
