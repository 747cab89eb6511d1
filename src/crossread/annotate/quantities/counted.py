"""What a number counts, in the words of the text, and its unit where those words tell one."""

import re

from crossread.annotate.gazetteer import role_nouns
from crossread.annotate.quantities.grammar import units
from crossread.resources.loader import read_terms

MOST_WORDS = 5  # from the number to the noun
_WORD = re.compile(r"[\s-](?P<word>[^\W\d_][\w.]*(?:[-'’][^\W\d_]+)*)")
_OF = re.compile(
    r"\sof\s(?:the\s|our\s|his\s|her\s|its\s|their\s|those\s|these\s|my\s|your\s)?(?=[^\W\d_])", re.IGNORECASE
)
_PLURAL = re.compile(r"[a-z]{2,}(?:[^su]s|ies|men|ren)$")
_NOT_PLURAL = frozenset({"is", "was", "has", "this", "its", "his", "as", "us", "says", "does", "ss"})
_STOPS = ("ly",)


def counted(text: str, end: int, stop: int, *, one: bool = False) -> tuple[str | None, int]:
    """Return the words for what is counted that stand after a number, and where they end; None and `end` for none.

    `one`: the number is one, and a noun of people in the singular ends them.
    """
    of = _OF.match(text, end, stop)
    begin = of.end() - 1 if of else end
    at = begin
    last = begin
    for _ in range(MOST_WORDS):
        match = _WORD.match(text, at, stop)
        if match is None or _ends_phrase(match["word"]):
            break
        last = at = match.end()
        if (
            _is_noun(match["word"])
            or (one and unit_of(match["word"]))
            or (match[0][0] == "-" and begin == match.start())
        ):
            break
    phrase = text[begin:last].strip(" -.\n\u00a0")
    return (phrase, last) if phrase else (None, end)


def _ends_phrase(word: str) -> bool:
    low = word.lower()
    return (
        low in read_terms("gazetteer/function_words.txt")
        or low in read_terms("gazetteer/speech_verbs.txt")
        or low.endswith(_STOPS)
    )


def _is_noun(word: str) -> bool:
    low = word.lower()
    if role_nouns().get(word, role_nouns().get(low, {})).get("number") == "many" or low in units("measure"):
        return True
    return low not in _NOT_PLURAL and bool(_PLURAL.search(low)) and not word[0].isupper()


def unit_of(phrase: str | None) -> str | None:
    """Return the unit that the counted words tell: a measure, "people" for nouns of people, else None."""
    if phrase is None:
        return None
    words = re.findall(r"[^\W\d_]+", phrase)
    if not words:
        return None
    first, last = words[0].lower(), words[-1].lower()
    if first in units("measure"):
        return units("measure")[first]
    row = role_nouns().get(words[-1]) or role_nouns().get(last)
    if row is not None and row["kind"] in {"person", "group"}:
        return "people"
    return units("measure").get(last)
