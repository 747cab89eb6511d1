"""Whether a word that may be a form of a verb is one here: for annotators without syntax."""

from collections.abc import Mapping
from typing import Final

from crossread.extract.possible_verb import PossibleVerb
from crossread.extract.sure_verbs import surely
from crossread.extract.surface import Surface
from crossread.extract.tag import Tag
from crossread.extract.verb_model import Decide
from crossread.extract.verbs import Form, verb_forms
from crossread.resources import read_terms

Found = tuple[str, Form, bool, bool]
"""Lemma, form, finite, passive."""

_SHORTEST_UNLISTED: Final = 5  # letters
_FINITE: Final[tuple[Form, ...]] = ("past", "s", "base")  # "put" is a past rather than a base where it is finite


def verb_reading(
    reading: Surface, word: int, sentence: tuple[int, int], before: list[Tag], decide: Decide
) -> Found | None:
    """Return how the word is to be read as a verb, or None if it is none here.

    `decide` says so where no auxiliary and no "to" does.
    """
    readings = verb_forms().get(reading.lower[word]) or _unlisted(reading.lower[word])
    if not readings or _name_like(reading, word, sentence[0]) or _compound(reading, word, sentence[0]):
        return None
    forms = {form: lemma for lemma, form in reversed(readings)}
    helper = _helper(without_mark(reading, word, before))
    if helper is not None:
        return _after_helper(forms, helper)
    verb = PossibleVerb(reading, word, sentence, before, forms)
    use = surely(verb) or decide(verb)
    if use == "finite":
        form = next(form for form in _FINITE if form in forms)
        return forms[form], form, True, False
    if use == "infinitive":
        return forms["base"], "base", False, False
    if use == "participle":
        return forms["participle"], "participle", False, True
    return (forms["ing"], "ing", False, False) if use == "gerund" else None


def _unlisted(form: str) -> tuple[tuple[str, Form], ...]:
    """Return the readings of a word in -ed that no table lists: Lee nixed it."""
    if not form.endswith("ed") or form.endswith("eed") or len(form) < _SHORTEST_UNLISTED:
        return ()
    stem = form.removesuffix("ed")
    return (stem, "past"), (stem, "participle")


def _compound(reading: Surface, word: int, start: int) -> bool:
    """Whether the word before makes one noun with it: "the tax cut deal"."""
    pair = f"{reading.lower[word - 1]} {reading.lower[word]}" if word > start else ""
    return pair in read_terms("lexicons/en/noun_compounds.txt")


def _name_like(reading: Surface, word: int, start: int) -> bool:
    """Whether the word has a capital that the beginning of a sentence or quotation does not explain."""
    if not reading.forms[word][0].isupper() or word == start:
        return False
    return any(c.isalnum() for c in reading.lower[word - 1])


def without_mark(reading: Surface, word: int, before: list[Tag]) -> list[Tag]:
    """Return the tags before the word without a quotation mark that opens there ("it was “following” them")."""
    return before[:-1] if before and reading.forms[word - 1] in ("“", '"', "‘") else before


def _helper(before: list[Tag]) -> Tag | None:
    """Return the auxiliary or "to" that stands before, adverbs, negators and an inverted subject pronoun aside."""
    for tag in reversed(before[-4:]):
        if tag.part in {"aux", "to"}:
            return tag
        if tag.part not in {"adv", "neg"}:
            return None
    return None


def _after_helper(forms: Mapping[Form, str], helper: Tag) -> Found | None:
    if helper.part == "to":
        return (forms["base"], "base", False, False) if "base" in forms else None
    if helper.lemma == "be":
        if "ing" in forms:
            return forms["ing"], "ing", helper.finite, False
        return (forms["participle"], "participle", helper.finite, True) if "participle" in forms else None
    if helper.lemma == "have":
        return (forms["participle"], "participle", helper.finite, False) if "participle" in forms else None
    if helper.lemma == "get" and "participle" in forms:
        return forms["participle"], "participle", helper.finite, True
    return (forms["base"], "base", helper.finite, False) if "base" in forms else None
