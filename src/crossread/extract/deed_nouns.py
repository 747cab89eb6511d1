"""Deeds told by nouns: "Peru's recognition of the assembly", "the arrest of Ann Lee by the police".

Only where the noun tells a fact: it is what a verb is said of, or what something came after, over, despite. "Called for
her resignation" tells none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from crossread.extract.chunks import Chunk, possessive_mark
from crossread.extract.reading import Reading
from crossread.resources import read_table

_AFTER_FACTS: Final = frozenset({"after", "following", "since", "despite", "over"})
_REACH: Final = 12  # words after the noun in which "of" and "by" name the parties


@dataclass(frozen=True, slots=True)
class NounDeed:
    """`verb` tells the same as the noun; `doer` and `patient` are half-open word ranges; `start`, `end`: all of it."""

    start: int
    end: int
    verb: str
    doer: tuple[int, int] | None
    patient: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class _Noun:
    verb: str
    of: Literal["doer", "patient"]


@cache
def _nouns() -> dict[str, _Noun]:
    return {
        row["noun"]: _Noun(row["verb"], "doer" if row["of"] == "doer" else "patient")
        for row in read_table("ontology/deed_nouns.tsv")
    }


def find_noun_deeds(reading: Reading) -> Iterator[NounDeed]:
    """Yield the deeds that nouns tell as facts, with at least one party, in text order."""
    for chunk in reading.chunks:
        noun = _nouns().get(reading.lower[chunk.head])
        if noun is not None and not chunk.time:
            deed = _deed(reading, chunk, noun)
            if deed is not None and _is_fact(reading, chunk, deed.end):
                yield deed


def _deed(reading: Reading, chunk: Chunk, noun: _Noun) -> NounDeed | None:
    owner = _owner(reading, chunk)
    of, by = _after(reading, chunk, "of"), _after(reading, chunk, "by")
    if noun.of == "doer":
        doer, patient = _range(reading, of) or owner, None
    elif of is not None or by is not None:
        doer, patient = _range(reading, by) or owner, _range(reading, of) or (owner if by is not None else None)
    else:
        doer, patient = None, owner
    if doer is None and patient is None:
        return None
    end = max(other.end for other in (chunk, of, by) if other is not None)
    return NounDeed(chunk.start, end, noun.verb, doer, patient if patient != doer else None)


def _owner(reading: Reading, chunk: Chunk) -> tuple[int, int] | None:
    """The words before the possessive mark, without their article."""
    mark = possessive_mark(reading, chunk)
    if mark is None:
        return None
    first = chunk.start + (reading.lower[chunk.start] in ("the", "a", "an"))
    return (first, mark) if first < mark else None


def _after(reading: Reading, chunk: Chunk, preposition: str) -> Chunk | None:
    """The noun phrase that the preposition puts after the noun, before any verb or mark."""
    _, stop = reading.sentence_of(chunk.head)
    for word in range(chunk.end, min(stop - 1, chunk.end + _REACH)):
        if reading.tags[word].part in {"verb", "aux", "punct", "rel", "sub"}:
            return None
        if reading.lower[word] == preposition:
            found = reading.chunk_of[word + 1]
            return found if found is not None and found.start == word + 1 and not found.time else None
    return None


def _range(reading: Reading, chunk: Chunk | None) -> tuple[int, int] | None:
    """The words of the phrase up to its head, without its article."""
    if chunk is None:
        return None
    first = chunk.start + (chunk.start < chunk.head and reading.lower[chunk.start] in ("the", "a", "an"))
    return first, chunk.head + 1


def _is_fact(reading: Reading, chunk: Chunk, end: int) -> bool:
    """Whether it is the subject of a finite verb that follows at once, or stands after "after" and the like."""
    if chunk.start and reading.lower[chunk.start - 1] in _AFTER_FACTS:
        return True
    start, stop = reading.sentence_of(chunk.head)
    opens = all(reading.tags[w].part == "punct" for w in range(start, chunk.start))
    word = end
    while word < stop and reading.tags[word].part == "adv":
        word += 1
    tag = reading.tags[word] if word < stop else None
    return opens and tag is not None and tag.part in {"verb", "aux"} and tag.finite and tag.lemma not in _MODALS


_MODALS: Final = frozenset({"would", "could", "might", "may", "should", "will"})
