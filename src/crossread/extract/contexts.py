"""What an event was about: PLOVER's contexts, where words of its sentence or the sectors of its parties surely tell."""

from collections.abc import Iterable
from functools import cache
from typing import Final

from crossread.extract.reading import Reading
from crossread.extract.told_words import Phrases, phrases_of, told
from crossread.records import Party, Span
from crossread.resources import read_table

_OF_SECTOR: Final = {"MIL": "military", "SPY": "intelligence", "LEG": "legislative", "JUD": "legal"}
_OF_MODE: Final = frozenset({"cyber", "misinformation"})  # PLOVER adds the context of the same name


@cache
def _contexts() -> tuple[str, ...]:
    return tuple(dict.fromkeys(row["context"] for row in read_table("ontology/context_words.tsv")))


@cache
def _phrases() -> Phrases:
    return phrases_of((row["words"], row["context"]) for row in read_table("ontology/context_words.tsv"))


def contexts_of(
    reading: Reading, root: str, mode: str | None, parties: Iterable[Party], evidence: Span
) -> tuple[str, ...]:
    """Return the contexts of an event, in the order of the table; `parties`: of both sides."""
    given = tuple(parties)
    start, _ = reading.sentence_of(reading.word_at(evidence.start))
    _, stop = reading.sentence_of(reading.word_after(evidence.end) - 1)
    found = set(told(reading, _phrases(), start, stop))
    found.update(_OF_SECTOR[party.sector] for party in given if party.sector in _OF_SECTOR)
    if root == "CONSULT" and len({party.code for party in given if party.code}) > 1:
        found.add("diplomatic")
    if mode in _OF_MODE:
        found.add(mode)
    return tuple(context for context in _contexts() if context in found)
