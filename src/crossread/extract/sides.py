"""One taking of a side, and how those of one holder towards one target are put together as a stance."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from crossread.extract.chunks import Chunk
from crossread.extract.holders import Holders
from crossread.extract.reading import Reading
from crossread.extract.tellings import Telling
from crossread.extract.word_classes import role_words, word_class
from crossread.records import Party, Span, Speaker, Stance, StanceSide, content_id
from crossread.resources import read_table

LONGEST_TARGET: Final = 10  # words; a target is named, not told


_EVERYBODY: Final = re.compile(r"(on |upon |the )*(both|all|either|every|opposing|warring) (sides?|part(y|ies))\b")

By = Literal["verb", "noun", "compound", "judgement", "model"]
"""What tells a side: a verb, noun or compound of taking sides, words of praise or blame, or the trained model alone."""


@dataclass(frozen=True, slots=True)
class Side:
    """One taking of a side in one clause; `since` when, where the clause tells it."""

    holder: Party
    side: StanceSide
    target: Party
    act: str
    speaker: Speaker | None
    evidence: Span
    by: By
    since: str | None = None

    @property
    def told(self) -> bool:
        """Whether words of taking sides tell it."""
        return self.by in ("verb", "noun", "compound")


def merged(sides: Iterable[Side]) -> tuple[Stance, ...]:
    """Return one stance for each holder, side and target, by offset of its first evidence, which gives the act."""
    found: dict[tuple[str, str, str], list[Side]] = {}
    for side in sides:
        if may_hold(side.holder):
            key = (side.holder.name.lower(), side.side, side.target.name.lower())
            found.setdefault(key, []).append(side)
    stances = [_stance(group) for group in found.values()]
    return tuple(sorted(stances, key=lambda s: (s.evidence[0].start, s.evidence[0].end, s.id)))


def _stance(group: list[Side]) -> Stance:
    first = min(group, key=lambda side: (side.evidence.start, side.evidence.end))
    evidence = tuple(sorted({side.evidence for side in group}))
    places = [f"{span.start}-{span.end}" for span in evidence]
    speaker = first.speaker.name if first.speaker else None
    identity = content_id(
        "s", evidence[0].doc, first.holder.name, first.side, first.act, first.target.name, speaker, *places
    )
    since = min((side.since for side in group if side.since is not None), default=None)
    return Stance(identity, first.holder, first.side, first.target, first.act, since, first.speaker, evidence)


def may_hold(party: Party) -> bool:
    """Tell whether the party is somebody: named, or described as people are ("the minister", "thousands of voters")."""
    words = party.name.lower().split()
    return any(c.isupper() for c in party.name) or any(word in people_nouns() for word in words)


@cache
def people_nouns() -> frozenset[str]:
    """Return the nouns, in lower case, that describe people and bodies that may take sides."""
    return role_words() | word_class("side_taker") | {row["noun"] for row in read_table("ontology/sectors.tsv")}


def is_everybody(name: str) -> bool:
    """Tell whether the words name all sides: who calls on all takes none."""
    return _EVERYBODY.match(name.lower()) is not None


def _person_of(reading: Reading, chunk: Chunk) -> Chunk:
    """Return the name that the phrase opens with, where more follows it: "(held) Ann Lee responsible"."""
    mention = reading.names[chunk.start]
    if mention is None or mention.kind != "person" or mention.form != "name":
        return chunk
    after = reading.word_after(mention.span.end)
    owns = any(reading.tags[word].part == "poss" for word in range(after, chunk.end))
    return chunk if owns or after >= chunk.end else Chunk(chunk.start, after, after - 1)


def target_at(holders: Holders, telling: Telling, word: int) -> Party | None:
    """The noun phrase after the phrase, or the words of the clause from there, a few."""
    reading, end = holders.reading, telling.clause.end
    start = word
    while word < end and reading.tags[word].part in {"adv", "neg", "prep"}:
        word += 1
    chunk = reading.chunk_of[word] if word < end else None
    if chunk is not None and reading.tags[chunk.head].part == "det" and chunk.end + 1 < end:
        # a quotation mark parts the article from its noun ("ties with the “old guard”")
        chunk = reading.chunk_of[chunk.end + 1] or chunk
    if chunk is not None and chunk.end > chunk.start + 1 and reading.lower[chunk.start] in word_class("possessive"):
        span = reading.span(chunk.start, chunk.end)  # whose it is may be guessed wrong: the words are sure
        return Party(span.text, span)
    if chunk is not None and not chunk.time:
        chunk = _person_of(reading, chunk)
        named = holders.parties(chunk, telling.speaker)
        if len(named) >= 1:
            return named[0]
    after = min(end, start + LONGEST_TARGET)
    if after <= start:
        return None
    span = reading.span(start, after)
    return Party(span.text, span)
