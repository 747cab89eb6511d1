"""Names of programmes in quotation marks that no rule for names would find whole: “This Week”, "Fox News Sunday"."""

from typing import Final

from crossread.annotate.gazetteer import weekdays
from crossread.annotate.tokens import Tokens
from crossread.resources.loader import read_terms

_OPENING: Final = frozenset('"“')
_CLOSING: Final = frozenset('"”')
_STOPS: Final = frozenset(".,")
_NO_NAME: Final = frozenset({"A", "An", "The", "I", "He", "She", "It", "We", "They", "You"})
"""Articles are no part of a name, here as elsewhere; who is spoken of by a pronoun opens a sentence."""
_FEWEST: Final = 2  # words: "This" alone in quotation marks is a word that is spoken of
_MOST: Final = 4


def programme_end(tokens: Tokens, at: int, stop: int) -> int:
    """Return where the name of a programme ends that starts at the word, the word itself if none does.

    All that stands between the marks has capitals; it begins with a small word, or ends with a day, which names by
    themselves do not.
    """
    if not at or tokens.texts[at - 1] not in _OPENING:
        return at
    end = at
    while end < min(stop, at + _MOST) and tokens.texts[end][0].isupper():
        end += 1
    named = end - at >= _FEWEST and _closes(tokens, end) and not tokens.texts[at].isupper()
    return end if named and _is_no_other_name(tokens.texts[at], tokens.texts[end - 1]) else at


def _is_no_other_name(first: str, last: str) -> bool:
    small = first.lower() in read_terms("gazetteer/function_words.txt") and first not in _NO_NAME
    return small or last in weekdays()


def _closes(tokens: Tokens, end: int) -> bool:
    """Tell whether the quotation ends before the word, a full stop or comma aside."""
    texts = tokens.texts
    if end < len(texts) and texts[end] in _STOPS:
        end += 1
    return end < len(texts) and texts[end] in _CLOSING
