"""Words to the encoder's input, the same way in training and at run time."""

from collections.abc import Sequence
from typing import NamedTuple

from crossread.annotate.reader.pieces import WordPieces
from crossread.annotate.reader.shapes import JOINED, shape, spacing

NO_SHAPE = 0  # of the encoder's own marks


class Encoded(NamedTuple):
    """One window as plain numbers: L pieces, and the place of the first and last piece of each of N words."""

    pieces: list[int]
    shapes: list[int]
    spacing: list[int]
    first: list[int]
    last: list[int]


def encode(
    words: Sequence[str],
    spaces: Sequence[bool | None],
    paragraph_starts: Sequence[bool],
    pieces: WordPieces,
) -> Encoded:
    """Put a window's pieces between the encoder's marks, its paragraphs parted by a separator.

    Args:
        words: the words of the window.
        spaces: for each word, whether white space stands before it; None where unknown.
        paragraph_starts: for each word, whether it is the first of a paragraph.
        pieces: cuts words into pieces.
    """
    numbers, shapes, spacings = [pieces.start], [NO_SHAPE], [JOINED]
    first: list[int] = []
    last: list[int] = []
    for word, space, starts in zip(words, spaces, paragraph_starts, strict=True):
        if starts and first:
            numbers.append(pieces.separator)
            shapes.append(NO_SHAPE)
            spacings.append(JOINED)
        first.append(len(numbers))
        found = pieces.of(word)
        numbers += found
        shapes += [shape(word)] * len(found)
        spacings.append(spacing(space))
        if len(found) > 1:
            spacings += [JOINED] * (len(found) - 1)
        last.append(len(numbers) - 1)
    numbers.append(pieces.separator)
    shapes.append(NO_SHAPE)
    spacings.append(JOINED)
    return Encoded(numbers, shapes, spacings, first, last)
