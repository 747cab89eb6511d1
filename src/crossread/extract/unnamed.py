"""Persons whom an article only describes: "a White House official said"."""

from collections.abc import Iterator
from typing import Final

from crossread.extract.appositions import apposed, tail_of
from crossread.extract.chunks import Chunk
from crossread.extract.reading import Reading
from crossread.extract.roles import subject_of
from crossread.extract.titles import person_nouns
from crossread.records import Mention

_ASKS: Final = 4  # words up to the verb: "could be heard asking"
_INTRODUCING: Final = frozenset({"a", "an", "one", "another"})


def unnamed(reading: Reading) -> Iterator[tuple[Chunk, Mention]]:
    """Yield the descriptions of somebody new that are subjects outside quotations, in text order."""
    for group in reading.groups:
        chunk = subject_of(reading, group) if group.finite and not reading.quoted[group.verb] else None
        if chunk is None or any(near.lemma == "ask" for near in reading.groups_in(group.verb, group.verb + _ASKS)):
            continue  # whoever asks makes others speak
        if _describes_one(reading, chunk) and not _is_named(reading, chunk, group.start):
            bare = chunk.start + (reading.lower[chunk.start] == "one")
            yield chunk, Mention(reading.span(bare, tail_of(reading, chunk)), "person", "nominal")


def _describes_one(reading: Reading, chunk: Chunk) -> bool:
    mention = reading.names[chunk.head]
    if chunk.pronoun or (mention is not None and mention.form == "name"):
        return False
    if chunk.start and reading.tags[chunk.start - 1].part in {"prep", "to", "verb"}:
        return False  # "she sees him as a candidate who …"
    return reading.lower[chunk.start] in _INTRODUCING and reading.lower[chunk.head] in person_nouns()


def _is_named(reading: Reading, chunk: Chunk, verb: int) -> bool:
    """Whether a name stands beside: "Ann Lee, a lawyer who …", "a lawyer of theirs, Ann Lee,", "a lawyer named Ann"."""
    if apposed(reading, chunk) is not None:
        return True
    beside = (chunk.start, *range(chunk.end + 1, verb))
    return any(
        w > 1 and reading.forms[w - 1] == "," and reading.person_at(w - 2 if w == chunk.start else w) for w in beside
    )
