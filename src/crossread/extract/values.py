"""The values of a clause: the noun phrases that its verb is done to or says something of."""

from collections.abc import Iterator
from typing import Final

from crossread.extract.antecedents import antecedent
from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.clauses import Clause
from crossread.extract.coordination import coordinated
from crossread.extract.reading import Reading
from crossread.extract.turning import infinitive_after

_RELATIVES: Final = frozenset({"whom", "which", "that", "who"})
_MOST: Final = 8  # members of a list that are told one by one


def values_of(reading: Reading, clause: Clause, group: VerbGroup) -> list[str | None]:
    """Return the first noun phrase after the verb, without its article, each member of it if it is a list.

    An infinitive right after the verb is its value with what it is done to: "sign the treaty" of "promised to sign the
    treaty". Of a relative clause whose pronoun is the object ("the bill which the house passed") it is what that hangs
    on. Empty where nothing follows.
    """
    relative = _relative_object(reading, clause, group)
    if relative is not None:
        return [named(reading, relative)]
    deed = infinitive_after(reading, clause, group)
    if deed is not None:
        last = next((c for c in _noun_phrases(reading, deed.verb + 1, clause.end) if not c.time), None)
        return [reading.span(deed.verb, last.head + 1 if last is not None else deed.verb + 1).text]
    for word in range(group.verb + 1, clause.end):
        chunk = reading.chunk_of[word]
        if chunk is not None and not chunk.time:
            members = [one for one in coordinated(reading, chunk) if group.verb < one.start and one.end <= clause.end]
            distributed = members if 1 < len(members) <= _MOST and members[0] == chunk else [chunk]
            return list(dict.fromkeys(named(reading, one) for one in distributed))
    return []


def _noun_phrases(reading: Reading, start: int, end: int) -> Iterator[Chunk]:
    yield from dict.fromkeys(chunk for chunk in reading.chunk_of[start:end] if chunk is not None)


def named(reading: Reading, chunk: Chunk) -> str:
    """Return the words of the noun phrase up to its head, without its article."""
    first = chunk.start
    while first < chunk.head and reading.lower[first] in ("the", "a", "an"):
        first += 1
    return reading.span(first, max(first, chunk.head) + 1).text


def owned_by_antecedent(reading: Reading, chunk: Chunk) -> str | None:
    """Return "the minister's party" for the "whose party" that a relative clause begins with, None for others."""
    if reading.lower[chunk.start] != "whose" or chunk.end == chunk.start + 1:
        return None
    owner = antecedent(reading, chunk.start, reading.sentence_of(chunk.start)[0])
    if owner is None:
        return None
    return f"{named(reading, owner)}'s {reading.span(chunk.start + 1, chunk.head + 1).text}"


def _relative_object(reading: Reading, clause: Clause, group: VerbGroup) -> Chunk | None:
    """Return what the pronoun takes up, where another noun phrase stands between it and the verb as its subject."""
    subject = clause.subject
    if group != clause.group or group.passive or subject is None or not clause.start < subject.start < group.verb:
        return None
    word = subject.start - 1
    if reading.tags[word].part != "rel" or reading.lower[word] not in _RELATIVES:
        return None
    return antecedent(reading, word, reading.sentence_of(word)[0])
