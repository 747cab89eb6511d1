"""Numbers in digits and words: one pattern that finds them, one function that reads them."""

import re
from functools import cache

from crossread.resources.loader import read_table

LARGEST_SUBSCALE = 1000  # "hundred" multiplies within a group, "thousand" and above close it

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_HALF_MORE = re.compile(r"\band a half\b|\b1/2(?!\d)|½")
_PART = re.compile(r"(?:a )?(half|quarter) (?:of )?(?:an? )?")
_PARTS = {"half": 0.5, "quarter": 0.25}
_LETTERS = re.compile(r"[a-z]+")
_SHORT_SCALES = {"m": 1e6, "b": 1e9, "k": 1e3, "t": 1e12}  # after digits only


@cache
def _table() -> dict[str, tuple[float, str]]:
    table: dict[str, tuple[float, str]] = {}
    for row in read_table("gazetteer/numerals.tsv"):
        table.setdefault(row["word"], (float(row["value"]), row["kind"]))
    return table


@cache
def ordinals() -> dict[str, int]:
    """Map ordinal words to their numbers."""
    return {row["word"]: int(row["value"]) for row in read_table("gazetteer/numerals.tsv") if row["kind"] == "ordinal"}


@cache
def cardinal_words(*kinds: str) -> frozenset[str]:
    """Return the words that cardinal numbers are made of: of some kinds (`unit`, `ten`, `scale`), or all of them."""
    kinds = kinds or ("unit", "ten", "scale")
    return frozenset(row["word"] for row in read_table("gazetteer/numerals.tsv") if row["kind"] in kinds)


def _words(kind: str) -> str:
    return "|".join(sorted(cardinal_words(kind), key=lambda word: (-len(word), word)))


@cache
def number_pattern() -> str:
    """Return a regular expression, without groups that capture, for one number (`1,200.5`, `two and a half million`).

    Case must be ignored where it is used. It does not match vague numbers ("dozens") nor a bare scale ("million").
    """
    units, tens, scales = _words("unit"), _words("ten"), _words("scale")
    digits = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    small = rf"(?:(?:{tens})(?:[-\s](?:{units}))?|(?:{units}))"
    half = r"(?:(?:-|\s)and(?:-|\s)a(?:-|\s)half|[-\s]1/2|\s?½)"
    grouped = rf"{small}{half}?(?:[-\s](?:{scales})(?:[-\s](?:and\s)?{small})?){{0,4}}"
    article = rf"(?:half\sa|an?|a\sfew|several)[-\s](?:{scales})(?:[-\s](?:{scales}))?"
    halved = rf"(?:half|(?:a\s)?quarter)[-\s](?:of[-\s])?(?:a[-\s])?(?:{scales})"
    return rf"(?:{digits}{half}?(?:[-\s]?(?:{scales})\b){{0,2}}|{article}|{halved}|{grouped})"


def number_value(text: str) -> float | None:
    """Return the value of a number that `number_pattern` matched; None for words that tell none ("several million")."""
    low = text.lower().replace("-", " ").replace("\u00a0", " ")
    if low.startswith(("several", "a few")):
        return None
    half = 0.5 if _HALF_MORE.search(low) else 0.0
    low = _HALF_MORE.sub(" ", low)
    part = _PART.match(low)
    factor = _PARTS[part[1]] if part else 1.0
    low = f"one {low[part.end() :]}" if part else re.sub(r"^an? ", "one ", low)
    digits = _DIGITS.match(low)
    if digits:
        return factor * _scaled(float(digits[0].replace(",", "")) + half, low[digits.end() :])
    return _spelled(low, half, factor)


def _scaled(value: float, rest: str) -> float:
    for word in _LETTERS.findall(rest):
        value *= _SHORT_SCALES.get(word) or _table().get(word, (1.0, ""))[0]
    return value


def _spelled(text: str, half: float, factor: float) -> float | None:
    total, group, seen = 0.0, half, False
    for word in _LETTERS.findall(text):
        value, kind = _table().get(word, (0.0, ""))
        if kind in {"unit", "ten"}:
            group, seen = group + value, True
        elif kind == "scale" and value < LARGEST_SUBSCALE:
            group = (group or 1.0) * value
        elif kind == "scale":
            total, group = total + (group or 1.0) * value, 0.0
    return factor * (total + group) if seen else None
