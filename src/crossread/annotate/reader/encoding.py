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
    encoded = Encoded([pieces.start], [NO_SHAPE], [JOINED], [], [])
    for number, word in enumerate(words):
        if number and paragraph_starts[number]:
            _append(encoded, pieces.separator, NO_SHAPE, JOINED)
        encoded.first.append(len(encoded.pieces))
        found = pieces.of(word)
        encoded.pieces.extend(found)
        encoded.shapes.extend([shape(word)] * len(found))
        encoded.spacing.append(spacing(spaces[number]))
        encoded.spacing.extend([JOINED] * (len(found) - 1))
        encoded.last.append(len(encoded.pieces) - 1)
    _append(encoded, pieces.separator, NO_SHAPE, JOINED)
    return encoded


def _append(encoded: Encoded, piece: int, form: int, before: int) -> None:
    encoded.pieces.append(piece)
    encoded.shapes.append(form)
    encoded.spacing.append(before)
