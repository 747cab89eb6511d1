"""Here in one account, there in the other; inside in one, outside in the other."""

import re
from collections.abc import Iterator
from itertools import pairwise, product
from typing import Final

from crossread.compare.discrepancies.candidate import Candidate, Fragment
from crossread.compare.discrepancies.quotations import twins, utterances
from crossread.compare.discrepancies.scene import Pair, Scene
from crossread.compare.passages import Passage, Word
from crossread.records import Span

_WHERE: Final = re.compile(
    r"\b(inside|outside|in front of|near|at|in|from|on the steps of|across from|beneath|behind)\s+"
    r"(?:the\s+|an?\s+|his\s+|her\s+|their\s+)?",
    re.IGNORECASE,
)
_OUTSIDE: Final = frozenset({"outside", "in front of", "near", "across from", "behind", "on the steps of"})
_BEARINGS: Final = re.compile(r"(north|south|east|west)(?:ern)?", re.IGNORECASE)
_SURE: Final = 0.6  # of the alignment: below it two sentences may tell of two things
_PHRASE: Final = 4  # words of a place: "presidential palace", "hotel ballroom in Springfield"
_RUN: Final = 3
_TELLING: Final = 2
_SHARE: Final = 0.4


def find_place(scene: Scene) -> Iterator[Candidate]:
    """Yield sentences that put one thing in two places."""
    seen: set[tuple[tuple[int, int], tuple[int, int]]] = set()
    for pair in (*_spoken(scene), *scene.pairs):
        if (pair.a.place, pair.b.place) in seen:
            continue
        seen.add((pair.a.place, pair.b.place))
        yield from _sides(pair)
        yield from _names(pair)
        yield from _bearings(pair)


def _spoken(scene: Scene) -> Iterator[Pair]:
    """Pair the sentences in which one quotation stands: they say where it was spoken."""
    for twin in twins(utterances(scene)):
        if twin.telling >= _TELLING and twin.longest >= _RUN and twin.share >= _SHARE:
            a = scene.passages.at(twin.a.parts[-1].span)
            b = scene.passages.at(twin.b.parts[-1].span)
            if a is not None and b is not None and not a.endless and not b.endless:
                yield Pair(a, b, twin.share, accepted=True)


def _sides(pair: Pair) -> Iterator[Candidate]:
    """Yield one place noun with prepositions that exclude each other: from the palace, outside the palace."""
    for (prep_a, span_a, keys_a), (prep_b, span_b, keys_b) in product(_phrases(pair.a), _phrases(pair.b)):
        if keys_a & keys_b and (prep_a in _OUTSIDE) != (prep_b in _OUTSIDE):
            yield Candidate(
                finder="place",
                kind="place",
                severity="difference",
                about="where it was",
                a=Fragment(pair.a, (span_a,)),
                b=Fragment(pair.b, (span_b,)),
                strength=pair.confidence,
                features={"sides": 1.0},
            )


def _phrases(passage: Passage) -> Iterator[tuple[str, Span, frozenset[str]]]:
    text = passage.coded.annotated.document.text
    for match in _WHERE.finditer(text, passage.span.start, passage.span.end):
        words = _noun_phrase([word for word in passage.words if word.start >= match.end()], text)
        if words and not passage.quoted(match.start(), words[-1].end):
            keys = frozenset(word.key for word in words if not word.grammar)
            yield match.group(1).lower(), passage.cut(match.start(), words[-1].end), keys


def _noun_phrase(words: list[Word], text: str) -> list[Word]:
    taken: list[Word] = []
    for word in words[:_PHRASE]:
        if word.grammar or (taken and text[taken[-1].end : word.start].strip()):
            break
        taken.append(word)
    return taken


def _names(pair: Pair) -> Iterator[Candidate]:
    """Yield two named places, each the only one of its sentence that the other lacks."""
    left, right = _only(pair.a, pair.b), _only(pair.b, pair.a)
    if len(left) == len(right) == 1:
        yield Candidate(
            finder="place",
            kind="place",
            severity="difference",
            about="where it was",
            a=Fragment(pair.a, (left[0],)),
            b=Fragment(pair.b, (right[0],)),
            strength=pair.confidence,
            features={"named": 1.0},
        )


def _bearings(pair: Pair) -> Iterator[Candidate]:
    """Yield one noun that lies to the east in one account and to the west in the other: the east quay."""
    sure = pair.accepted and pair.confidence >= _SURE
    left, right = (list(_ways(passage)) if sure else [] for passage in (pair.a, pair.b))
    for (way_a, noun_a, span_a), (way_b, noun_b, span_b) in product(left, right):
        told_a, told_b = ({way for way, noun, _ in ways if noun == noun_a} for ways in (left, right))
        if way_a != way_b and noun_a == noun_b and len(told_a) == len(told_b) == 1:
            yield Candidate(
                finder="place",
                kind="place",
                severity="contradiction",
                about=f"which {span_a.text.split()[-1]} it was",
                a=Fragment(pair.a, (span_a,)),
                b=Fragment(pair.b, (span_b,)),
                strength=pair.confidence,
                features={"bearing": 1.0},
            )


def _ways(passage: Passage) -> Iterator[tuple[str, str, Span]]:
    for word, noun in pairwise(passage.words):
        match = _BEARINGS.fullmatch(word.text)
        if match and not noun.grammar and not _is_named(passage, word):
            yield match.group(1).lower(), noun.key, passage.cut(word.start, noun.end)


def _is_named(passage: Passage, word: Word) -> bool:
    """Tell whether the word belongs to a name: the two Koreas are two places, not two accounts of where one lies."""
    capital = passage.coded.annotated.document.text[word.start].isupper() and word.start > passage.span.start
    return capital or any(
        named.mention.form == "name" and named.mention.span.start <= word.start < named.mention.span.end
        for named in passage.mentions
    )


def _only(passage: Passage, other: Passage) -> list[Span]:
    theirs = {named.entity for named in other.mentions}
    text = passage.coded.annotated.document.text
    return [
        named.mention.span
        for named in passage.mentions
        if named.mention.kind in ("gpe", "place")
        and named.mention.form == "name"
        and named.entity is not None
        and named.entity not in theirs
        and _WHERE.search(text, max(named.mention.span.start - 12, passage.span.start), named.mention.span.start)
    ]
