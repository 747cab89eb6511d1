"""Which part of a text to show of what was found in it, as offsets; never as markup."""

import re
from collections.abc import Sequence
from typing import Final

Range = tuple[int, int]

SHOWN: Final = 280  # characters: about two sentences
_WORD: Final = re.compile("(?:[^\\W_]|[\u0300-\u036f])+")  # with the accents that stand apart from their letter
_BEFORE: Final = 60  # of them before the first mark


def unmarked(marked: str, opening: str, closing: str, plain: str) -> tuple[Range, ...]:
    """Return the ranges of the words of `plain` that stand between the signs in `marked`, which is otherwise the same.

    Where it is not, the text holds such signs itself, and there is no telling which: then none.
    """
    ranges: list[Range] = []
    pieces: list[str] = []
    at = 0
    for part in marked.split(opening):
        inside, _, outside = part.partition(closing) if pieces else ("", "", part)
        ranges += [(at + word.start(), at + word.end()) for word in _WORD.finditer(inside)]
        pieces += [inside, outside]
        at += len(inside) + len(outside)
    return tuple(ranges) if "".join(pieces) == plain else ()


def snippet(text: str, marks: Sequence[Range]) -> Range:
    """Return the part to show: where the most marks stand together, cut between words; the beginning without marks."""
    if len(text) <= SHOWN:
        return 0, len(text)
    first = _densest(marks)
    begin = max(0, first - _BEFORE)
    if begin:
        space = text.find(" ", begin, first)
        begin = space + 1 if space >= 0 else begin
    end = min(len(text), begin + SHOWN)
    if end < len(text):
        space = text.rfind(" ", begin + SHOWN // 2, end)
        end = space if space > 0 else end
    return begin, end


def within(marks: Sequence[Range], part: Range) -> tuple[Range, ...]:
    """Return the marks that stand wholly in a part."""
    return tuple(mark for mark in marks if part[0] <= mark[0] and mark[1] <= part[1])


def _densest(marks: Sequence[Range]) -> int:
    """Return the start of the mark from which on the most stand within what is shown."""
    best, most, after = 0, 0, 0
    for place, (start, _) in enumerate(marks):
        after = max(after, place)
        while after < len(marks) and marks[after][1] <= start + SHOWN - _BEFORE:
            after += 1
        if after - place > most:
            best, most = start, after - place
    return best
