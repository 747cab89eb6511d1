"""Whom the words of somebody are about: a person named among them, else another name, else what they describe."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from crossread.extract.cast import Cast
from crossread.extract.chunks import Chunk
from crossread.extract.own_states import OwnStates
from crossread.extract.reading import Reading
from crossread.extract.word_classes import word_class
from crossread.records import Party, StanceSide
from crossread.resources import read_table

_PERSON, _NAMED, _DESCRIBED, _PLACED, _ASIDE = range(5)
"""How likely a noun phrase is what the words are about, the likeliest first."""

_PLACING: Final = frozenset({"of", "in", "at", "from"})
_CARRYING: Final = frozenset({"in", "on", "by", "during"})  # "in a statement", "on Twitter": where it is said
_OURS: Final = frozenset({"country", "nation", "homeland"})  # of the speaker or of those spoken to

_WEIGHT: Final[dict[StanceSide, int]] = {"for": 1, "against": -1, "neutral": 0}


@cache
def _weights() -> dict[str, int]:
    return {row["word"]: 1 if row["side"] == "for" else -1 for row in read_table("lexicons/en/appraisal.tsv")}


def weight_of(word: str) -> int:
    """Return 1 for a word of praise, in lower case, -1 for one of blame, 0 for others."""
    return _weights().get(word, 0)


def _judges(reading: Reading, chunk: Chunk, leaning: StanceSide) -> bool:
    """Whether the noun phrase is a word of the other side, with nobody said to own it."""
    owned = any(reading.tags[word].part == "poss" for word in range(chunk.start, chunk.head))
    return not owned and weight_of(reading.lower[chunk.head]) == -_WEIGHT[leaning]


def _stands_alone(reading: Reading, chunk: Chunk) -> bool:
    """Whether it is one bare word that no verb or preposition leads to: an adjective ("is ready") or a mere cry."""
    if chunk.end > chunk.start + 1 or reading.names[chunk.head] is not None:
        return False
    before = chunk.start - 1
    while before >= 0 and reading.tags[before].part in {"adv", "neg"}:
        before -= 1
    tag = reading.tags[before] if before >= 0 else None
    return tag is None or tag.part == "punct" or (tag.part in {"verb", "aux"} and tag.lemma == "be")


@dataclass(frozen=True)
class About:
    """Tells what words of one article are about."""

    cast: Cast
    own: OwnStates

    def target(self, speaker: str, start: int, end: int, leaning: StanceSide) -> Party:
        """Return whom or what the words of the range are about, all of them if nothing in them can be.

        Never the speaker, nor the state that they act for, nor what is itself a word of the other side ("freedom" of
        who is against something); a name that only says where or whose ("the people of
        Veria") comes last.
        """
        reading = self.cast.reading
        best: tuple[int, Party] | None = None
        for word in range(start, end):
            chunk = reading.chunk_of[word]
            if chunk is None or chunk.start != word or chunk.time or chunk.pronoun:
                continue
            if _judges(reading, chunk, leaning) or _stands_alone(reading, chunk):
                continue
            rank, party = self._ranked(chunk)
            if party.name != speaker and (best is None or rank < best[0]) and not self.own.is_of(speaker, party.name):
                best = rank, party
        if best is not None:
            return best[1]
        span = reading.span(start, end)
        return Party(span.text, span)

    def _ranked(self, chunk: Chunk) -> tuple[int, Party]:
        reading = self.cast.reading
        mention = reading.names[chunk.head]
        before = reading.lower[chunk.start - 1] if chunk.start else ""
        if mention is None or mention.form != "name":
            span = reading.span(chunk.start, chunk.end)
            head = reading.lower[chunk.head]
            aside = (before in _CARRYING and head in word_class("text_noun")) or head in _OURS
            return (_ASIDE if aside else _DESCRIBED), Party(span.text, span)
        party = Party(self.cast.full_name(mention), mention.span)
        return (_PERSON if mention.kind == "person" else _PLACED if before in _PLACING else _NAMED), party
