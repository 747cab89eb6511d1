"""Dictionary forms by a table of irregular forms and a few suffix rules: approximate, for want of parts of speech."""

import re
from functools import cache, lru_cache

from crossread.resources.loader import read_table

REMEMBERED = 50_000  # distinct words; an article has some hundreds
SHORTEST_STEM = 3

_DOUBLED = re.compile(r"([bdgmnprt])\1$")  # "stopped", "planning"; a doubled l or s mostly belongs to the stem
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_SILENT_E = re.compile(
    r"(?:[aiou][bcdgksuvz]|[^aeiou]at|[aeiou]at|[aeiou]n?c|rg|dg|rs|ns|lv|rv|uc|ur|ir|it|iz|is|ys|u)$"
)


@cache
def _irregular() -> dict[str, str]:
    return {row["form"]: row["lemma"] for row in read_table("gazetteer/irregular_forms.tsv")}


@lru_cache(maxsize=REMEMBERED)
def lemma(word: str) -> str:
    """Return the dictionary form of one word, in lower case unless the word is a capitalised one."""
    plain = word.replace("’", "'")
    known = _irregular().get(plain.lower())
    if known is not None:
        return known
    if plain[:1].isupper() and not plain.islower():
        return word
    return _regular(plain)


def _regular(word: str) -> str:
    if word.endswith("ies") and len(word) > SHORTEST_STEM + 1:
        return word[:-3] + "y"
    if word.endswith("ied") and len(word) > SHORTEST_STEM + 1:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > SHORTEST_STEM:
        stem = word[:-2] if word.endswith("es") and _SIBILANT.search(word[:-2]) else word[:-1]
        return stem if word[-2] != "'" else word
    for suffix in ("ing", "ed"):
        if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST_STEM:
            return _verb_stem(word[: -len(suffix)])
    return word


def _verb_stem(stem: str) -> str:
    if not re.search(r"[aeiouy]", stem):
        return stem
    if _DOUBLED.search(stem):
        return stem[:-1]
    return stem + "e" if _SILENT_E.search(stem) else stem
