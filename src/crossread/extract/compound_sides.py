"""Sides that a compound tells: "the pro-Reed council", "anti-war marchers", "the Arland-backed rebels"."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from crossread.extract.chunks import Chunk
from crossread.extract.evidence import evidence_of
from crossread.extract.holders import Holders
from crossread.extract.reading import Reading
from crossread.extract.sides import Side, people_nouns
from crossread.extract.tellings import Telling
from crossread.extract.word_classes import institution_nouns
from crossread.records import Mention, Party, StanceSide
from crossread.resources import read_terms

_OPENING: Final[Mapping[str, tuple[StanceSide, str]]] = MappingProxyType(
    {"pro": ("for", "supports"), "anti": ("against", "opposes")}
)
_BACKED: Final = frozenset({"backed", "supported"})
_LINKS: Final = ("-", "‐", "‑", "–")


def sides_of_compounds(holders: Holders, telling: Telling) -> Iterator[Side]:
    """Yield the sides that compounds with a name tell in the clause."""
    reading, clause = holders.reading, telling.clause
    for word in range(clause.start + 1, clause.end - 1):
        chunk = reading.chunk_of[word] if reading.forms[word] in _LINKS else None
        if chunk is not None and chunk.head > word + 1:
            found = _taken(holders, chunk, word, telling)
            if found is not None:
                holder, side, target, act = found
                evidence = evidence_of(reading, clause.start, clause.end)
                yield Side(holder, side, target, act, telling.speaker, evidence, "compound")


def _taken(holders: Holders, chunk: Chunk, link: int, telling: Telling) -> tuple[Party, StanceSide, Party, str] | None:
    """Return holder, side, target and act of the compound around the hyphen."""
    reading = holders.reading
    name = _name(reading, link + 1)
    if reading.lower[link - 1] in _OPENING and name is not None:
        if not _of_somebody(reading, reading.word_after(name.span.end), chunk):
            return None
        side, act = _OPENING[reading.lower[link - 1]]
        holder = _described(holders, chunk, telling)
        return (holder, side, _party(holders, name), act) if holder is not None else None
    name = _name(reading, link - 1)
    if reading.lower[link + 1] in _BACKED and name is not None:
        target = _described(holders, chunk, telling)
        return (_party(holders, name), "for", target, "backs") if target is not None else None
    return None


def _of_somebody(reading: Reading, after: int, chunk: Chunk) -> bool:
    """Whether the phrase is of people or a body, with nothing after the name but what qualifies them.

    Not "the anti-Reed video"; nor "the pro-Arland war group", which is not for Arland.
    """
    heads = people_nouns() | institution_nouns()
    if not (reading.lower[chunk.head] in heads or _name(reading, chunk.head) is not None):
        return False
    modifiers = read_terms("lexicons/en/role_modifiers.txt")
    return after <= chunk.head and all(reading.lower[word] in modifiers for word in range(after, chunk.head))


def _name(reading: Reading, word: int) -> Mention | None:
    mention = reading.names[word]
    return mention if mention is not None and mention.form == "name" else None


def _party(holders: Holders, name: Mention) -> Party:
    return Party(holders.cast.full_name(name), name.span)


def _described(holders: Holders, chunk: Chunk, telling: Telling) -> Party | None:
    """Return the body named right behind ("a pro-Reed group, Arland First,"), else whom the phrase describes."""
    reading = holders.reading
    named = reading.chunk_of[chunk.end + 1] if chunk.end + 1 < len(reading.forms) else None
    apposed = named is not None and reading.forms[chunk.end] == "," and named.end < len(reading.forms)
    if apposed and named is not None and reading.forms[named.end] == ",":
        mention = _name(reading, named.head)
        if mention is not None and mention.kind == "org" and named.start == reading.word_at(mention.span.start):
            return _party(holders, mention)
    parties = holders.parties(chunk, telling.speaker)
    return parties[0] if parties else None
