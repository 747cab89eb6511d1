"""Sides taken by nouns: "critics of the law", "her support for the law", "their opposition to it"."""

from collections.abc import Iterator

from crossread.extract.chunks import Chunk, possessive_mark
from crossread.extract.evidence import evidence_of
from crossread.extract.holders import Holders
from crossread.extract.roles import object_of
from crossread.extract.sides import Side, target_at
from crossread.extract.stance_lexicon import stance_nouns
from crossread.extract.tellings import Telling
from crossread.extract.voice import person_voice
from crossread.extract.word_classes import person_pronouns, word_class
from crossread.records import Party


def sides_of_nouns(holders: Holders, telling: Telling) -> Iterator[Side]:
    """Yield the sides that nouns of the clause tell."""
    reading, clause = holders.reading, telling.clause
    for word in range(clause.start, clause.end - 2):
        found = stance_nouns().get((reading.lower[word], reading.lower[word + 1]))
        if found is None or reading.tags[word].part != "noun":
            continue
        side, act = found
        holder = _noun_holder(holders, telling, word)
        target = target_at(holders, telling, word + 2)
        if holder is None or target is None or holder.name == target.name:
            continue
        yield Side(holder, side, target, act, telling.speaker, evidence_of(reading, clause.start, clause.end), "noun")


def _noun_holder(holders: Holders, telling: Telling, word: int) -> Party | None:
    """Whose support or criticism it is: the owner before, the critics themselves, or the subject that has it."""
    reading = holders.reading
    chunk = reading.chunk_of[word]
    if chunk is None:
        return None
    if reading.lower[word] in word_class("side_taker"):
        subject = telling.clause.subject
        group = telling.clause.group
        names_itself = (
            subject is not None and group is not None and group.lemma in ("be", "become", "remain") and subject != chunk
        )
        named = holders.parties(subject if names_itself else chunk, telling.speaker)
        return named[0] if named else None
    mark = possessive_mark(reading, chunk)
    if mark is not None:
        named = holders.parties(Chunk(chunk.start, mark, mark - 1), telling.speaker)
        return named[0] if named else None
    if reading.lower[chunk.start] in person_pronouns():
        owner = person_voice(holders.cast, chunk.start, reading.span(chunk.start, chunk.start + 1))
        return Party(owner.name, owner.span) if owner is not None else None
    subject, group = telling.clause.subject, telling.clause.group
    having = group is not None and group.lemma in word_class("side_haver") and object_of(reading, group) == chunk
    named = holders.parties(subject, telling.speaker) if having else []
    return named[0] if named else None
