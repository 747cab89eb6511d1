"""What surrounds a word that may be a verb: the clause that it stands in, and what comes after it."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from crossread.extract.cues import reports_speech
from crossread.extract.surface import Surface
from crossread.extract.tag import Tag
from crossread.extract.verbs import verb_forms
from crossread.extract.word_classes import word_class

BEYOND: Final = "^"  # stands for whatever is before or after the sentence
QUOTES: Final = frozenset({"“", "”", "„", "``", "''", '"'})
FAR: Final = 40  # words back to the verbs that a clause may have already, and on to the next
_AHEAD: Final = 8  # words
_NEAR: Final = 8  # words back to a quotation mark that the clause may belong to
_PARTS: Final = 5
_CLAUSE_OPENERS: Final = ("conjunction", "relative", "subordinator", "subject_pronoun")
_FINITE_HELPERS: Final = frozenset({"are", "had", "has", "have", "is", "was", "were"})
_SORTS: Final = ("possessive", "determiner", "preposition", "conjunction", "subordinator", "pronoun", "adverb")


def waiting(before: Sequence[Tag]) -> int:
    """Return how many clauses of the sentence wait for their verb, as far as "who" and "that" tell: 0 to 2."""
    clauses, helped = 1, False
    for tag in before[-FAR:]:
        clauses += tag.part in ("rel", "sub")
        clauses = max(0, clauses - (tag.finite and not helped))  # below none: "that" was left out
        helped = tag.finite if tag.part == "aux" else helped and tag.part in ("adv", "neg")
    return min(2, clauses)


def since_verb(before: Sequence[Tag]) -> str:
    """Return what stands between the verb before and here, in a row of parts; a part after itself is left out.

    Of the verb it tells whether it is finite, and whether it reports speech: a clause may follow then, without "that".
    """
    parts: list[str] = []
    for tag in reversed(before[-FAR:]):
        if tag.part in ("verb", "aux"):
            parts.append("S" if reports_speech(tag.lemma) else "F" if tag.finite else "V")
            break
        if not parts or parts[-1] != tag.part:
            parts.append(tag.part)
    return " ".join(parts[:_PARTS])


def opener(reading: Surface, word: int, before: Sequence[Tag]) -> str:
    """Return the word that opens the clause, back to the verb before it: "who", "as"; `BEYOND` if there is none."""
    for away, tag in enumerate(reversed(before[-FAR:]), 1):
        if tag.part == "verb":
            break
        if tag.part in ("sub", "rel") or reading.lower[word - away] in word_class("double"):
            return reading.lower[word - away]
    return BEYOND


def helper_ahead(reading: Surface, word: int, sentence: tuple[int, int]) -> bool:
    """Tell whether an auxiliary follows before any mark: what stands here is then hardly the verb of the clause."""
    for after in range(word + 1, min(sentence[1], word + _AHEAD)):
        if not reading.wordlike[after] or reading.lower[after] in _clause_openers():
            return False
        if _helps(reading, after):
            return True
    return False


def others_ahead(reading: Surface, word: int, sentence: tuple[int, int]) -> bool:
    """Tell whether another word of the sentence, farther on, may be its finite verb."""
    finite = _finite_forms()
    return any(
        _helps(reading, after) or (reading.lower[after] in finite and not reading.forms[after][0].isupper())
        for after in range(word + 1, min(sentence[1], word + FAR))
    )


def mark_before(reading: Surface, word: int, sentence: tuple[int, int]) -> bool:
    """Tell whether a quotation mark stands just before: the clause may say who speaks: "…," the board says."""
    return not QUOTES.isdisjoint(reading.lower[max(sentence[0], word - _NEAR) : word])


def sort_of(form: str) -> str | None:
    """Return the closed class of a word, as far as that tells what governs it."""
    return _sorts().get(form)


def _helps(reading: Surface, word: int) -> bool:
    """Whether the word is a finite auxiliary, and not the month."""
    form = reading.lower[word]
    return form in _FINITE_HELPERS or (form in word_class("modal") and reading.forms[word] != "May")


@cache
def _clause_openers() -> frozenset[str]:
    return frozenset[str]().union(*(word_class(name) for name in _CLAUSE_OPENERS))


@cache
def _finite_forms() -> frozenset[str]:
    """Return the forms that are a past or a third person of some verb."""
    return frozenset(
        form for form, readings in verb_forms().items() if any(kind in ("past", "s") for _, kind in readings)
    )


@cache
def _sorts() -> Mapping[str, str]:
    return {form: name for name in reversed(_SORTS) for form in word_class(name)}
