"""Descriptions of people and bodies ("the defence minister", "lawmakers", "the 35-year-old") and pronouns.

A description is a noun of the role table with what stands before it: an article, possessive or number, then adjectives,
nouns and names. Words are told apart by lists, since there is no syntax here; where the list does not know a word the
description starts after it, unless an article opens it.
"""

import re
from collections.abc import Iterator
from functools import cache

from crossread.annotate.gazetteer import role_nouns
from crossread.annotate.kinds import Run
from crossread.annotate.numerals import number_value
from crossread.annotate.tokens import Tokens
from crossread.records import Document, Mention, MentionKind
from crossread.resources.loader import read_table, read_terms

LONGEST_DESCRIPTION = 8  # words before the noun
_AGE = re.compile(r"\d{1,3}-year-olds?$")
_OPENING = frozenset(
    {"the", "a", "an", "his", "her", "their", "its", "my", "our", "your", "this", "that", "these", "those", "another"}
)
_OPENING_ALSO = frozenset(
    {"some", "several", "many", "most", "all", "both", "few", "other", "no", "any", "each", "every"}
)
_CONJUNCTION = frozenset({"that", "this"})
_PRONOUN_KINDS: dict[str, MentionKind] = {"person": "person", "group": "group"}
_KINDS: dict[str, MentionKind] = {"person": "person", "group": "group", "org": "org", "gpe": "gpe"}


@cache
def pronouns() -> dict[str, dict[str, str]]:
    """Map pronouns, in lower case, to their row: kind, number, gender, person of grammar."""
    return {row["form"].lower(): row for row in read_table("gazetteer/pronouns.tsv")}


def find_pronouns(document: Document, tokens: Tokens) -> list[Mention]:
    """Return the personal pronouns, possessives and reflexives among them, in text order."""
    found = []
    for index, word in enumerate(tokens.texts):
        row = pronouns().get(word.lower())
        if row is not None and (word != "US" and (row["form"] != "I" or word == "I")):
            span = document.span(tokens.words.start[index], tokens.words.end[index])
            found.append(Mention(span, _PRONOUN_KINDS[row["kind"]], "pronoun"))
    return found


def find_nominals(document: Document, tokens: Tokens, names: list[Mention]) -> list[Mention]:
    """Return the descriptions in text order; a noun that is the title of a name is none."""
    taken = _title_ranges(names)
    found = []
    for (begin, end), kind in _descriptions(tokens):
        start, stop = tokens.words.start[begin], tokens.words.end[end - 1]
        if not taken.intersection(range(tokens.words.start[end - 1], stop)):
            found.append(Mention(document.span(start, stop), kind, "nominal"))
    return found


def _title_ranges(names: list[Mention]) -> set[int]:
    """Return the offsets that titles and names take up."""
    taken: set[int] = set()
    for mention in names:
        before = len(mention.title) + 1 if mention.title else 0
        taken.update(range(mention.span.start - before, mention.span.end))
    return taken


def _descriptions(tokens: Tokens) -> Iterator[tuple[Run, MentionKind]]:
    for begin, stop in tokens.ranges:
        after = begin
        for index in range(begin, stop):
            kind = _noun_kind(tokens, index)
            if kind is None or (index + 1 < stop and _goes_on(tokens, index)):
                continue
            start = _start(tokens, after, index)
            if start is not None:
                after = index + 1
                yield (start, index + 1), kind


def _noun_kind(tokens: Tokens, index: int) -> MentionKind | None:
    word = tokens.texts[index]
    row = role_nouns().get(word) or role_nouns().get(word.lower())
    if row is not None:
        alone = row["number"] == "the" and (not index or tokens.texts[index - 1].lower() not in _OPENING)
        return None if alone else _KINDS[row["kind"]]
    if word in {"olds", "old"} and tokens.texts[max(0, index - 2)] == "year":
        return "person"
    return "person" if _AGE.match(word) else None


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Tell whether the description's noun is yet to come: "party leader", "campaign spokesman", "the senator-elect"."""
    following = tokens.texts[index + 1]
    if not tokens.same_line(index) or following in {"of", "who", "that"}:
        return False
    return _noun_kind(tokens, index + 1) is not None


def _start(tokens: Tokens, begin: int, noun: int) -> int | None:
    """Return where the description starts; None where a bare singular noun stands alone ("prosecutor" in a list)."""
    modifiers = read_terms("gazetteer/role_modifiers.txt")
    row = role_nouns().get(tokens.texts[noun]) or role_nouns().get(tokens.texts[noun].lower())
    many = row is not None and row["number"] == "many"
    at = noun
    opened = noun
    while at > max(begin, noun - LONGEST_DESCRIPTION) and tokens.same_line(at - 1):
        word = tokens.texts[at - 1]
        low = word.lower()
        if many and low in _CONJUNCTION:
            break  # "said that House leaders": of several it would be "those"
        if low in _OPENING or low in _OPENING_ALSO or (_is_number(low) and tokens.texts[at] != "-"):
            return at - 1
        if low in {"'s", "’s", "'", "’"} or not _may_modify(word, low, tokens.is_capital(at - 1)):
            break
        if low.endswith("ed") and tokens.texts[at - 2].lower() in role_nouns() and at - 2 >= begin:
            break  # a verb: "the operator offered passengers …"
        at -= 1
        if low in modifiers or low in role_nouns() or tokens.is_capital(at) or word == "-":
            opened = at if opened == at + 1 else opened
    if many and tokens.texts[opened] != "-":
        return opened
    return opened if _beside_a_name(tokens, opened, noun) else None


def _beside_a_name(tokens: Tokens, opened: int, noun: int) -> bool:
    """Tell whether a noun without an article says what the name before it is: "Ana Ruiz, director of the clinic"."""
    behind = tokens.texts[noun + 1] if noun + 1 < len(tokens.texts) else ""
    named = opened > 1 and tokens.texts[opened - 1] == "," and tokens.is_capital(opened - 2)
    return named and behind in {"of", "at", "for"}


def _is_number(word: str) -> bool:
    return word.replace(",", "").isdigit() or number_value(word) is not None


def _may_modify(word: str, low: str, capital: bool) -> bool:
    if low in read_terms("gazetteer/function_words.txt") or low in read_terms("gazetteer/speech_verbs.txt"):
        return False
    return capital or word[0].isalnum() or word == "-"
