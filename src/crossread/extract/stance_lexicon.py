"""The lexicon of taking sides: verbs, verb phrases and nouns, with the side they take towards what they are about."""

from dataclasses import dataclass
from functools import cache

from crossread.extract.chunks import VerbGroup
from crossread.extract.reading import Reading
from crossread.records import StanceSide
from crossread.resources import read_table

_SIDES: dict[str, StanceSide] = {"for": "for", "against": "against", "neutral": "neutral"}
_GAP = 3  # words that may stand inside a verb phrase ("expressed [its strong] support for")
_OBJECT = "*"  # in a pattern: whom it is done to stands here ("hold [them all] responsible"); a passive has none
_LONGEST_OBJECT = 8  # words


@dataclass(frozen=True, slots=True)
class Taking:
    """How a side is taken: `act` is our code, `end` the index after the last word of the phrase."""

    side: StanceSide
    act: str
    end: int


@dataclass(frozen=True, slots=True)
class _Pattern:
    words: tuple[str, ...]
    side: StanceSide
    act: str


@cache
def _patterns() -> dict[str, tuple[_Pattern, ...]]:
    """Return the patterns by the lemma that they begin with, the longest first."""
    found: dict[str, list[_Pattern]] = {}
    for row in read_table("lexicons/en/stance_verbs.tsv"):
        first, *rest = row["pattern"].split()
        found.setdefault(first, []).append(_Pattern(tuple(rest), _SIDES[row["side"]], row["act"]))
    return {lemma: tuple(sorted(patterns, key=lambda p: -len(p.words))) for lemma, patterns in found.items()}


@cache
def stance_nouns() -> dict[tuple[str, str], tuple[StanceSide, str]]:
    """Return side and act for each (noun, preposition)."""
    return {
        (row["noun"], row["preposition"]): (_SIDES[row["side"]], row["act"])
        for row in read_table("lexicons/en/stance_nouns.tsv")
    }


def taking_of(reading: Reading, group: VerbGroup) -> Taking | None:
    """Return the side that the verb, with the words after it, takes; None if it takes none."""
    _, end = reading.sentence_of(group.verb)
    for pattern in _patterns().get(group.lemma, ()):
        words = tuple(word for word in pattern.words if word != _OBJECT) if group.passive else pattern.words
        after = _match(reading, words, group.verb + 1, end)
        if after is not None:
            return Taking(pattern.side, pattern.act, after)
    return None


def _match(reading: Reading, words: tuple[str, ...], start: int, end: int) -> int | None:
    at, gap, barred = start, _GAP, _BARRED
    for word in words:
        if word == _OBJECT:
            gap, barred = _LONGEST_OBJECT, _BARRED_OBJECT
            continue
        limit = min(end, at + gap + 1)
        found = next((i for i in range(at, limit) if reading.lower[i] == word), None)
        if found is None or any(reading.tags[i].part in barred for i in range(at, found)):
            return None
        at, gap, barred = found + 1, _GAP, _BARRED
    return at


_BARRED = frozenset({"punct", "verb", "conj"})  # parts of speech over which no verb phrase reaches
_BARRED_OBJECT = frozenset({"verb", "sub", "rel"})
