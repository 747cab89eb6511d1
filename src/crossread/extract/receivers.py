"""To whom it is done: the object of a verb, or the party that a preposition after it names."""

from collections.abc import Iterator
from typing import Final

from crossread.extract.actors import Actors
from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.reading import Reading
from crossread.extract.roles import object_of
from crossread.records import Party, Speaker

_REACH: Final = 30  # words after the verb: farther back parties belong to something else
_TOWARDS: Final = (
    "against",
    "with",
    "on",
    "upon",
    "to",
    "at",
    "towards",
    "toward",
    "from",
    "of",
    "into",
    "for",
    "over",
)
_NEXT_CLAUSE: Final = 3  # words between the end of a clause and the "that" of the next
_LOOSE: Final = ("in", "between", "near")  # they name a place more often than somebody


def receiver(
    actors: Actors, group: VerbGroup, end: int, speaker: Speaker | None
) -> tuple[Chunk | None, tuple[Party, ...]]:
    """Return the noun phrase after the verb that names somebody, with its parties.

    Best is who has a nation or a sector; a phrase that names nobody is returned, with no party, if there is no other.
    """
    reading = actors.cast.reading
    thing = object_of(reading, group)
    second: tuple[Chunk | None, tuple[Party, ...]] = (thing, ())
    for chunk in (*([thing] if thing is not None else []), *_after(reading, group, end)):
        parties = actors.parties(chunk, speaker, owners=True)
        if any(party.code or party.sector for party in parties) or (parties and _is_person(reading, thing, chunk)):
            return chunk, parties
        if parties and not second[1]:
            second = chunk, parties
    return second


def _is_person(reading: Reading, thing: Chunk | None, chunk: Chunk) -> bool:
    """Whether the phrase is the verb's object and names a person: nobody farther back is meant then."""
    return chunk == thing and reading.person_at(chunk.head) is not None


def _after(reading: Reading, group: VerbGroup, end: int) -> Iterator[Chunk]:
    """Yield the noun phrases that a preposition or infinitive puts after the verb, those of mere places last."""
    loose: list[Chunk] = []
    word = group.verb + 1
    stop = min(end, word + _REACH)
    while word < stop:
        chunk = reading.chunk_of[word]
        if chunk is None or chunk.start != word:
            if _leaves(reading, word):
                break
            word += 1
            continue
        before = reading.lower[word - 1]
        if before in _TOWARDS or (before == "by" and not group.passive) or reading.tags[word - 1].part == "verb":
            yield chunk
        elif before in _LOOSE:
            loose.append(chunk)
        word = chunk.end
    yield from loose


def _leaves(reading: Reading, word: int) -> bool:
    """Whether another telling begins: a relative pronoun, a semicolon, or a finite verb."""
    tag = reading.tags[word]
    return (
        tag.part in {"rel", "sub"} or reading.forms[word] in (";", ":") or (tag.part in {"verb", "aux"} and tag.finite)
    )


def told_to(
    actors: Actors, group: VerbGroup, end: int, speaker: Speaker | None
) -> tuple[Chunk | None, tuple[Party, ...]]:
    """Return the subject of the clause that "that" begins after the verb: of whom something is demanded or feared."""
    reading = actors.cast.reading
    _, stop = reading.sentence_of(group.verb)
    for word in range(group.verb + 1, min(stop - 1, end + _NEXT_CLAUSE, group.verb + _REACH)):
        if reading.lower[word] == "that":
            chunk = reading.chunk_of[word + 1]
            return (chunk, actors.parties(chunk, speaker, owners=True)) if chunk is not None else (None, ())
    return None, ()
