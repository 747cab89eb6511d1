"""Sides taken by judging: what somebody says holds words of praise or of blame."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from crossread.extract.cast import Cast
from crossread.extract.reading import Reading
from crossread.extract.sides import Side
from crossread.extract.statements import evidence_of
from crossread.extract.tellings import Telling
from crossread.records import Party, Quote, Speaker, StanceSide
from crossread.resources import read_table

_NEGATION_REACH = 4  # words after a negator that it turns
ACTS: dict[StanceSide, str] = {"for": "praises", "against": "criticises", "neutral": "watches"}


@cache
def _weights() -> dict[str, int]:
    return {row["word"]: 1 if row["side"] == "for" else -1 for row in read_table("lexicons/en/appraisal.tsv")}


def judged(cast: Cast, tellings: Sequence[Telling], quotes: Sequence[Quote]) -> Iterator[Side]:
    """Yield the sides that speakers take by judging words; one praising word alone does not make a side."""
    by_speaker: dict[tuple[str, StanceSide], list[Side]] = {}
    for side in _leanings(cast, tellings, quotes):
        by_speaker.setdefault((side.holder.name, side.side), []).append(side)
    for (_, leaning), sides in by_speaker.items():
        if len(sides) < _FEWEST[leaning]:
            continue
        target = _most_named(sides)
        for side in sides:
            yield replace(side, target=target)


_FEWEST: dict[StanceSide, int] = {
    "for": 2,
    "against": 1,
    "neutral": 1,
}  # clauses that lean that way: praise is courtesy, too


def _most_named(sides: Sequence[Side]) -> Party:
    """Return the target that most of the sides have, the first of those."""
    counts = Counter(side.target.name for side in sides)
    return max(sides, key=lambda side: counts[side.target.name]).target


def _leanings(cast: Cast, tellings: Sequence[Telling], quotes: Sequence[Quote]) -> Iterator[Side]:
    reading = cast.reading
    for telling in tellings:
        if telling.speaker is None or reading.lower[telling.clause.start] in ("if", "whether"):
            continue
        side = _lean(reading, telling.clause.start, telling.clause.end)
        if side is not None:
            evidence = evidence_of(reading, telling.clause.start, telling.clause.end)
            yield _side(
                cast, telling.speaker, side, telling.clause.start, telling.clause.end, evidence.start, evidence.end
            )
    for quote in quotes:
        if quote.kind == "mixed" and quote.speaker is not None:
            first, after = reading.word_at(quote.span.start), reading.word_after(quote.span.end)
            side = _lean(reading, first, after)
            if side is not None:
                start, end = reading.sentence_of(first)
                yield _side(cast, quote.speaker, side, start, end, quote.span.start, quote.span.end)


def _lean(reading: Reading, start: int, end: int) -> StanceSide | None:
    """Return the side that the judging words of the range take on the whole, or None."""
    total, turned_until = 0, -1
    for word in range(start, end):
        if reading.tags[word].part == "neg":
            turned_until = word + _NEGATION_REACH
        weight = _weights().get(reading.lower[word], 0)
        total += -weight if word <= turned_until else weight
    return "for" if total > 0 else "against" if total < 0 else None


def _side(cast: Cast, speaker: Speaker, side: StanceSide, start: int, end: int, first: int, last: int) -> Side:
    document = cast.reading.annotated.document
    holder = Party(speaker.name, speaker.span)
    return Side(holder, side, _about(cast, speaker, start, end), ACTS[side], speaker, document.span(first, last))


def _about(cast: Cast, speaker: Speaker, start: int, end: int) -> Party:
    """Whom it is about: the first name among the words that is not the speaker's, else the words' first noun phrase."""
    reading = cast.reading
    fallback: Party | None = None
    for word in range(start, end):
        chunk = reading.chunk_of[word]
        if chunk is None or chunk.start != word or chunk.time:
            continue
        mention = reading.names[chunk.head]
        if mention is not None and mention.form == "name":
            name = cast.full_name(mention)
            if name != speaker.name:
                return Party(name, mention.span)
        elif fallback is None and not chunk.pronoun:
            span = reading.span(chunk.start, chunk.end)
            fallback = Party(span.text, span)
    if fallback is not None:
        return fallback
    span = reading.span(start, end)
    return Party(span.text, span)
