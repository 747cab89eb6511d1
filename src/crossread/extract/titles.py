"""Whose title a description fits: "Governor Lee … the governor"."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import Final

from crossread.extract.chunks import Chunk
from crossread.extract.reading import Reading
from crossread.extract.word_classes import role_words, word_class
from crossread.records import Mention
from crossread.resources import read_table

_LEFT: Final = frozenset({"former", "ex"})
_BARE: Final = 2  # words of "the clerk"
_APPOSED_REACH: Final = 3  # sentences; farther back the noun may be another's
_TITLES_BACK: Final = 40  # names looked back for a title; an article names an office's holder more often than that


def _noun_of(reading: Reading, chunk: Chunk) -> str:
    """Return the head of a noun phrase in small letters, with what a hyphen ties to it: "front-runner"."""
    head = chunk.head
    tied = head - chunk.start > 1 and reading.forms[head - 1] == "-"
    return f"{reading.lower[head - 2]}-{reading.lower[head]}" if tied else reading.lower[head]


def titled(reading: Reading, people: Sequence[Mention], chunk: Chunk) -> Mention | None:
    """Return the last person before it whose title or apposition fits the noun, or None: "Governor Lee … the governor".

    An apposition is "Ann Lee, a clerk of the port, … the clerk" or "another brother, Bob Lee, … the brother".
    """
    named, noun = _names_body(reading, chunk), _noun_of(reading, chunk)
    bare = reading.lower[chunk.start] == "the" and chunk.end - chunk.start == _BARE and noun in person_nouns()
    office = refers(reading, chunk)
    if not (office or bare):
        return None
    last = bisect_left(people, reading.annotated.words.start[chunk.start], key=lambda m: m.span.start)
    titles = word_class("title_of_" + noun) | {noun}
    for mention in reversed(people[max(0, last - _TITLES_BACK) : last]):
        title = (mention.title or "").lower().replace(".", "")
        if office and title and _fits(reading, chunk, title.split(), titles, named=named):
            return mention
        if bare and _near(reading, mention, chunk) and noun in _apposed_nouns(reading, mention):
            return mention
    return None


def _near(reading: Reading, mention: Mention, chunk: Chunk) -> bool:
    sentences = reading.annotated.words.sentence
    return sentences[chunk.start] - sentences[reading.word_at(mention.span.start)] <= _APPOSED_REACH


def _apposed_nouns(reading: Reading, mention: Mention) -> frozenset[str]:
    """Return the nouns that a comma sets beside the name: "Ann Lee, a port clerk", "another brother, Bob Lee"."""
    first, end = reading.word_at(mention.span.start), reading.word_after(mention.span.end)
    before = _beyond_comma(reading, first - 1, first - 2, ("another", "his", "her", "their"))
    behind = _beyond_comma(reading, end, end + 1, ("a", "an", "the"))
    if behind is not None and behind.end < len(reading.tags) and reading.tags[behind.end].part in {"verb", "aux"}:
        behind = None  # "in a talk with Lee, the clerk said"
    return frozenset(reading.lower[chunk.head] for chunk in (before, behind) if chunk is not None)


def _beyond_comma(reading: Reading, comma: int, word: int, openers: tuple[str, ...]) -> Chunk | None:
    """Return the noun phrase on the other side of a comma, if one of these words opens it."""
    if not 0 <= min(comma, word) <= max(comma, word) < len(reading.forms) or reading.forms[comma] != ",":
        return None
    chunk = reading.chunk_of[word]
    return chunk if chunk is not None and reading.lower[chunk.start] in openers else None


def _fits(reading: Reading, chunk: Chunk, title: list[str], titles: frozenset[str], *, named: bool) -> bool:
    """Whether the description is of who bears the title: by its noun, and by each word if it names a body.

    Who left an office is no more than "the former governor", and nobody else is.
    """
    words = set(reading.lower[chunk.start + 1 : chunk.end])
    left = words & _LEFT
    if title[-1] not in titles or bool(left) != bool(_LEFT & set(title)) or set(title) & word_class("lesser") - _LEFT:
        return False
    return not named or words <= set(title)


def refers(reading: Reading, chunk: Chunk) -> bool:
    """Whether it is "the" and a role, and no president of a named body."""
    noun = _noun_of(reading, chunk)
    if reading.lower[chunk.start] != "the" or noun not in role_words():
        return False
    return not (noun == "president" and _names_body(reading, chunk))


def narrowed(reading: Reading, chunk: Chunk) -> bool:
    """Whether a noun says which of several it is ("the *defence* minister"): nobody known by another office."""
    inside = (word for word in range(chunk.start + 1, chunk.head) if reading.forms[word].islower())
    return any(reading.tags[w].part == "noun" and reading.lower[w] not in word_class("plain_modifier") for w in inside)


def fits_one(reading: Reading, chunk: Chunk) -> bool:
    """Whether it is "the" and an office or calling that an article has but one of: "the former governor"."""
    noun = _noun_of(reading, chunk)
    if noun in word_class("leader_noun"):
        sides = word_class("side_noun")
        return reading.lower[chunk.start] == "the" and any(w in sides for w in reading.lower[chunk.start : chunk.head])
    calling = noun in word_class("calling")  # "the business mogul" is no other than "the mogul"
    return refers(reading, chunk) and noun in word_class("unique_role") and (calling or not narrowed(reading, chunk))


_FEWEST_TOLD: Final = 3  # words of a description that says more than who is meant: "the Harbour clerk"


def points_back(reading: Reading, chunk: Chunk) -> bool:
    """Whether it is "the", a person's calling and what more is to be said of them, in passing; no office of a field."""
    noun = _noun_of(reading, chunk)
    if (
        reading.lower[chunk.start] != "the"
        or chunk.end - chunk.start < _FEWEST_TOLD
        or noun in word_class("field_office")
    ):
        return False
    if any(reading.person_at(word) is not None for word in range(chunk.start, chunk.end)):
        return False
    return noun in role_words() or noun in person_nouns()


@cache
def person_nouns() -> frozenset[str]:
    """Return the nouns for one person that by themselves do not tell who it is."""
    return frozenset(
        row["noun"]
        for row in read_table("gazetteer/role_nouns.tsv")
        if (row["kind"], row["number"]) == ("person", "one") and row["noun"].islower()
    )


def _names_body(reading: Reading, chunk: Chunk) -> bool:
    modifiers = [reading.names[w] for w in range(chunk.start, chunk.head)]
    return any(m is not None and m.form == "name" and m.kind not in {"group", "person"} for m in modifiers)


def holds_office(mention: Mention) -> bool:
    """Whether the name has a title that says more than Mr or Ms: who has one is not called by another office."""
    words = (mention.title or "").lower().replace(".", "").split()
    return bool(set(words) - word_class("plain_title"))
