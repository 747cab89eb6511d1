"""Sentences: half-open character ranges, by rules over punctuation.

A sentence ends at `.`, `!`, `?` or `…`, with the quotation marks and brackets that close there, unless what stands
before is an abbreviation or an initial, or what follows goes on: lower case, or the words that say who spoke.
"""

import re
from functools import cache

from crossread.annotate.blocks import blocks
from crossread.annotate.gazetteer import given_names
from crossread.resources.loader import read_table, read_terms

_END = re.compile(
    r"(?P<mark>\.(?:[ \u00a0]\.){2,3}(?!\.)|(?<![.!?…])[.!?…]+)"  # the first kind: an ellipsis of spaced dots
    r"(?P<closers>(?:[\"'”’»)\]*]|[ \u00a0\u2009\u200a\u202f](?=[”’])){0,6})"
    r"(?P<note>\[\d{1,3}\])?"
    r"(?=\s|(?<=[”\"])[“A-Z])"
)
_OPENERS = "\"'“‘«([—–―-•*"
_DASHES = ("—", "–", "―", "-")
_WORD_BEFORE = re.compile(r"[^\s(\[{“”\"‘/—–-]+$")
_WORD_AFTER = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_INITIAL = re.compile(r"[^\W\d_]$")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}$")  # U.S, a.m, Ph.D without the last full stop
_SPEAKER = re.compile(
    r"\s+(?!(?:He|She|They|It|I|We|You)\b)(?:(?:[A-Z][\w.’'-]*|de|bin|al|van|von|of|the)\s+){0,4}(?P<verb>[a-z]+)\b"
)
LONGEST_LOOK_BACK = 40  # characters: no abbreviation is longer


@cache
def _abbreviations() -> dict[str, str]:
    return {row["form"]: row["kind"] for row in read_table("gazetteer/abbreviations.tsv")}


def find_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the sentences of a text: in order, not overlapping, each without surrounding white space."""
    found: list[tuple[int, int]] = []
    for start, end in blocks(text):
        begin = start
        for match in _END.finditer(text, start, end):
            if match.end() < end and _ends(text, begin, match, end):
                found.append((begin, match.end()))
                begin = _skip_space(text, match.end(), end)
        if begin < end:
            found.append((begin, end))
    return tuple(found)


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _ends(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    at = _skip_space(text, match.end(), end)
    after = text[at : at + LONGEST_LOOK_BACK]
    bare = after.lstrip(_OPENERS + " ")
    if not bare or bare[0].islower() or match.start() == begin:
        return False
    if match["mark"] == ".":
        return _full_stop_ends(text, begin, match, after)
    closed = any(mark in match["closers"] for mark in "\"'”’»")
    return not after.startswith((",", ";")) and not (closed and _names_speaker(text, match.end(), end))


def _names_speaker(text: str, at: int, end: int) -> bool:
    """Tell whether the words after a closing mark say who spoke ("Walsh asked"), which belongs to the quotation."""
    match = _SPEAKER.match(text, at, min(end, at + 80))
    return match is not None and match["verb"] in read_terms("gazetteer/speech_verbs.txt")


def _full_stop_ends(text: str, begin: int, match: re.Match[str], after: str) -> bool:
    before = _WORD_BEFORE.search(text[max(begin, match.start() - LONGEST_LOOK_BACK) : match.start()])
    word = before[0] if before else ""
    kind = _abbreviations().get(word)
    if word.isdigit() and match.start() - len(word) == begin:
        return False  # the number of a list item
    if kind in {"title", "number"}:
        return kind == "number" and not after[:1].isdigit() and _starts_afresh(after)
    if kind == "month":
        return not after[:1].isdigit() and _starts_afresh(after)
    if word == "I" and _after_given_name(text, begin, match.start() - len(word)):
        return _starts_afresh(after)
    if _INITIAL.fullmatch(word) and word not in {"I", "a"}:
        return _starts_afresh(after) and not _after_capital(text, begin, match.start() - len(word))
    if kind or _DOTTED.match(word):
        return _starts_afresh(after)
    return True


def _after_capital(text: str, begin: int, at: int) -> bool:
    before = (
        text[begin:at].split()[-1:]
        if at - begin < LONGEST_LOOK_BACK
        else text[at - LONGEST_LOOK_BACK : at].split()[-1:]
    )
    return bool(before) and before[0][:1].isupper()


def _after_given_name(text: str, begin: int, at: int) -> bool:
    before = text[max(begin, at - LONGEST_LOOK_BACK) : at].split()[-1:]
    return bool(before) and before[0] in given_names()


def _starts_afresh(after: str) -> bool:
    """Tell whether the next word is one that seldom follows an abbreviation within a sentence."""
    word = None if after.startswith(_DASHES) else _WORD_AFTER.match(after.lstrip(_OPENERS + " "))
    return word is not None and word[0].casefold().replace("’", "'") in read_terms("gazetteer/function_words.txt")
