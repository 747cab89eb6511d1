"""What sentences say that somebody is: "Ana Ruiz, who is head of the board", "by defence minister, Ana Ruiz"."""

import re
from collections.abc import Iterator

from crossread.records import Span
from crossread.resolve.bodies import SMALL_WORDS
from crossread.resolve.gazetteer import described_kinds
from crossread.resolve.names import name_words
from crossread.resolve.roles import Role, role
from crossread.resolve.sense import word_classes
from crossread.resources import read_terms

_PREDICATE = re.compile(r"(?:, who)? (?:is|was|has been) (?:\w+ly )?((?:[\w'’-]+ ){0,8}[\w'’-]+)")
_OPENING = frozenset({"a", "an", "the", "his", "her", "its", "their", "one", "currently", "now", "also"})
_LONGEST_ROLE = 60  # characters
_SENTENCE = re.compile(r"[.!?\n]['\"”’)]? *(?=[A-Z])|\n")
_LONGEST_OPENING = 160  # characters


def opens_a_sentence(text: str, end: int) -> bool:
    """Tell whether what stands before belongs to an opening phrase: "In a letter to the mayor, Ana Ruiz said"."""
    opening = _SENTENCE.split(text[max(0, end - _LONGEST_OPENING) : end])[-1]
    words = opening.split()
    return bool(words) and "," not in opening and words[0].casefold() in word_classes("preposition", "subordinator")


def predicates(text: str, name: Span) -> Iterator[Role]:
    """Yield what "Ana Ruiz, who is head of the board" and "by defence minister, Ana Ruiz" tell of a name."""
    told = _PREDICATE.match(text, name.end)
    if told and _names_a_role(told[1].split()):
        yield role(" ".join(word for word in name_words(told[1]) if word not in SMALL_WORDS))
    before = text[max(0, name.start - _LONGEST_ROLE) : name.start]
    office = _office_at_the_end(before[:-2]) if before.endswith(", ") else []
    if office and not opens_a_sentence(text, name.start - 2):
        yield role(" ".join(office))


def _names_a_role(words: list[str]) -> bool:
    """Tell whether the words begin with an office, nothing but what qualifies it before it: not "running for"."""
    for word in words:
        low = word.casefold()
        if described_kinds().get(low) == "person":
            return True
        if not (low in _OPENING or word[0].isupper() or low in read_terms("gazetteer/role_modifiers.txt")):
            return False
    return False


def _office_at_the_end(text: str) -> list[str]:
    """Return the words of the office that ends the text without an article: "by defence minister"."""
    words: list[str] = []
    for word in reversed(text.split()):
        low = word.casefold()
        if low not in (read_terms("gazetteer/role_modifiers.txt") if words else described_kinds()):
            break
        words.insert(0, low)
    return words if words and described_kinds()[words[-1]] == "person" else []
