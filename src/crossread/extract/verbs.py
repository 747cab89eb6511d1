"""Forms of verbs: from a word as it stands to the verbs it may be a form of, by table and regular inflection."""

from functools import cache
from typing import Literal

from crossread.resources import read_table, read_terms

Form = Literal["base", "s", "past", "participle", "ing"]

_VOWELS = "aeiou"
_UNDOUBLED = "wxyh"  # final letters that are never doubled


@cache
def verb_forms() -> dict[str, tuple[tuple[str, Form], ...]]:
    """Return for each form the (lemma, form) pairs it stands for; regular forms are made, irregular ones are listed."""
    irregular = {row["lemma"]: row for row in read_table("lexicons/en/irregular_verbs.tsv")}
    found: dict[str, dict[tuple[str, Form], None]] = {}
    cues = {row["lemma"] for row in read_table("lexicons/en/cue_verbs.tsv")}
    for lemma in sorted(read_terms("lexicons/en/verbs.txt") | irregular.keys() | cues):
        row = irregular.get(lemma)
        past = [row["past"]] if row else regular_past(lemma)
        participle = [row["participle"]] if row else past
        for form, spellings in (
            ("base", [lemma]),
            ("s", [third_person(lemma)]),
            ("past", past),
            ("participle", participle),
            ("ing", present_participle(lemma)),
        ):
            for spelling in spellings:
                found.setdefault(spelling, {})[lemma, form] = None  # type: ignore[index]
    return {form: tuple(readings) for form, readings in found.items()}


def third_person(lemma: str) -> str:
    """Return the form after he, she, it."""
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def regular_past(lemma: str) -> list[str]:
    """Return the spellings of the regular past."""
    if lemma.endswith("e"):
        return [lemma + "d"]
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return [lemma[:-1] + "ied"]
    return [stem + "ed" for stem in _stems(lemma)]


def present_participle(lemma: str) -> list[str]:
    """Return the spellings of the -ing form."""
    if lemma.endswith("ie"):
        return [lemma[:-2] + "ying"]
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return [lemma[:-1] + "ing"]
    return [stem + "ing" for stem in _stems(lemma)]


def _stems(lemma: str) -> list[str]:
    """Return the stem before -ed and -ing, and the one with its last consonant doubled where English may double it."""
    short = (
        len(lemma) > 2
        and lemma[-1] not in _VOWELS + _UNDOUBLED
        and lemma[-2] in _VOWELS
        and (lemma[-3] not in _VOWELS or lemma[-3:-1] == "ui")
    )
    return [lemma, lemma + lemma[-1]] if short else [lemma]
