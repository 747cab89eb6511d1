"""How a word looks on the page, as small integers.

The encoder reads lower-cased text, so everything that capital letters, digits and spacing tell is given
to it beside the word pieces: one shape and one spacing id for every piece.
"""

from functools import lru_cache
from typing import Final

SHAPE_NAMES: Final = (
    "none",
    "lower",
    "title",
    "initial",
    "capitals",
    "mixed",
    "number",
    "alphanumeric",
    "punctuation",
    "abbreviation",
)
_SHAPE_IDS: Final = {name: index for index, name in enumerate(SHAPE_NAMES)}

SPACING_NAMES: Final = ("joined", "spaced", "unknown")
REMEMBERED_WORDS: Final = 50_000  # a few megabytes; shapes are asked for word by word, and words recur
JOINED: Final = 0
SPACED: Final = 1
UNKNOWN_SPACING: Final = 2


@lru_cache(maxsize=REMEMBERED_WORDS)
def shape(word: str) -> int:
    """The shape id of one word: what its capitals and digits look like."""
    return _SHAPE_IDS[_shape_name(word)]


def _shape_name(word: str) -> str:
    letters = [character for character in word if character.isalpha()]
    has_digit = any(character.isdigit() for character in word)
    if not letters:
        return "number" if has_digit else "punctuation"
    if has_digit:
        return "alphanumeric"
    if word.islower():
        return "lower"
    if len(letters) > 1 and "." in word[:-1] and word.isupper():
        return "abbreviation"
    if word.isupper():
        return "initial" if len(letters) == 1 else "capitals"
    if letters[0].isupper() and all(letter.islower() for letter in letters[1:]):
        return "title"
    return "mixed"


def spacing(space_before: bool | None) -> int:
    """The spacing id of a word: whether white space stands before it, where that is known."""
    if space_before is None:
        return UNKNOWN_SPACING
    return SPACED if space_before else JOINED
