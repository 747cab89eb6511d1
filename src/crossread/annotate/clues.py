"""Which patterns a sentence can match at all: a look for a few characters is far cheaper than trying a pattern.

Nearly all sentences hold none of the words that most patterns of times and quantities need. A clue is a piece of
folded text: " may " the word, " year" the start of a word, "0" a digit. A pattern's clues are so chosen that whatever
it matches holds one of them; that it holds one does not mean that it matches.
"""

import re
from collections.abc import Iterable

DIGIT = "0"

_EDGE = re.compile(r"\b")
_A_DIGIT = re.compile(r"\d")


def folded(text: str) -> str:
    """Return a text as clues are written: in lower case, a space at both edges of each word, each digit as 0."""
    edged = _EDGE.sub(" ", text.casefold())
    return _A_DIGIT.sub(DIGIT, edged)


def words(*forms: str) -> tuple[str, ...]:
    """Return a clue for each form: it stands there as a word, or as words next to each other."""
    return tuple(folded(form) for form in forms)


def starts(*forms: str) -> tuple[str, ...]:
    """Return a clue for each form: a word starts so."""
    return tuple(folded(form).rstrip() for form in forms)


def any_in(text: str, clues: Iterable[str]) -> bool:
    """Tell whether a folded text holds one of the clues."""
    for clue in clues:  # noqa: SIM110 - asked dozens of times a sentence, of which a generator would double the cost
        if clue in text:
            return True
    return False
