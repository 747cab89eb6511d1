"""Blocks: the stretches of text that no sentence crosses.

A blank line always ends a block. A single line break does too, unless the text is hard-wrapped: most of its lines then
end in mid-sentence at about one width.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

WRAP_WIDTHS = range(50, 101)  # where editors and mail programs wrap
WRAPPED_SHARE = 0.8  # of the lines that another line follows; ordinary paragraphs stay far below
FEWEST_WRAPPED_LINES = 4

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BULLET = re.compile(r"\s*(?:[-–—•*·▪●◦‣]|\d{1,2}[.)])\s")
_ENDED = re.compile(r"[.!?:;…][\"”’')\]]*\s*$")


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield half-open ranges, in order and without surrounding white space, that hold all other characters."""
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text) if match[0].strip()]
    if _hard_wrapped(text, lines):
        lines = _unwrapped(text, lines)
    for start, end in lines:
        piece = text[start:end]
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _hard_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    followed = [a for a, b in pairwise(lines) if _next_line(text, a, b)]
    if len(followed) < FEWEST_WRAPPED_LINES:
        return False
    wrapped = sum(
        end - start in WRAP_WIDTHS and not _ENDED.search(text[max(start, end - 4) : end]) for start, end in followed
    )
    return wrapped >= WRAPPED_SHARE * len(followed)


def _next_line(text: str, line: tuple[int, int], after: tuple[int, int]) -> bool:
    return text.count("\n", line[1], after[0]) == 1


def _unwrapped(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for line in lines:
        if joined and _next_line(text, joined[-1], line) and not _BULLET.match(text, *line):
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
    return joined
