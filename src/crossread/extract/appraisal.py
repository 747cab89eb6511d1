"""Sides taken by judging: what somebody says holds words of praise or of blame."""

from collections.abc import Iterator, Sequence
from functools import cache

from crossread.extract.cast import Cast
from crossread.extract.chunks import Chunk
from crossread.extract.reading import Reading
from crossread.extract.sides import Side
from crossread.extract.statements import evidence_of
from crossread.extract.tellings import Telling
from crossread.records import Party, Quote, Speaker, StanceSide
from crossread.resources import read_table

_NEGATION_REACH = 4  # words after a negator that it turns
_NEVER_REACH = 10  # "never" turns the whole of what did not happen
ACTS: dict[StanceSide, str] = {"for": "praises", "against": "criticises", "neutral": "watches"}


@cache
def _weights() -> dict[str, int]:
    return {row["word"]: 1 if row["side"] == "for" else -1 for row in read_table("lexicons/en/appraisal.tsv")}


def judged(cast: Cast, tellings: Sequence[Telling], quotes: Sequence[Quote]) -> Iterator[Side]:
    """Yield the sides that speakers take by judging words."""
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
            turned_until = word + (_NEVER_REACH if reading.lower[word] == "never" else _NEGATION_REACH)
        weight = _weights().get(reading.lower[word], 0)
        total += -weight if word <= turned_until else weight
    return "for" if total > 0 else "against" if total < 0 else None


def _side(cast: Cast, speaker: Speaker, side: StanceSide, start: int, end: int, first: int, last: int) -> Side:
    document = cast.reading.annotated.document
    holder = Party(speaker.name, speaker.span)
    target = about(cast, speaker.name, start, end)
    return Side(holder, side, target, ACTS[side], speaker, document.span(first, last), "judgement")


def about(cast: Cast, speaker: str, start: int, end: int) -> Party:
    """Whom it is about: a person named among the words, else another name, else the first noun phrase, else all of it.

    Never the speaker; a name that only says where or whose ("the people of Veria") comes last.
    """
    reading = cast.reading
    best: tuple[int, Party] | None = None
    for word in range(start, end):
        chunk = reading.chunk_of[word]
        if chunk is None or chunk.start != word or chunk.time or chunk.pronoun:
            continue
        rank, party = _ranked(cast, chunk)
        if party.name != speaker and (best is None or rank < best[0]):
            best = rank, party
    if best is not None:
        return best[1]
    span = reading.span(start, end)
    return Party(span.text, span)


def _ranked(cast: Cast, chunk: Chunk) -> tuple[int, Party]:
    """Return the noun phrase as a party, and how likely it is what the words are about, the likeliest at 0."""
    reading = cast.reading
    mention = reading.names[chunk.head]
    if mention is None or mention.form != "name":
        span = reading.span(chunk.start, chunk.end)
        return 2, Party(span.text, span)
    governed = chunk.start > 0 and reading.lower[chunk.start - 1] in _PLACING
    party = Party(cast.full_name(mention), mention.span)
    return (0 if mention.kind == "person" else 3 if governed else 1), party


_PLACING = frozenset({"of", "in", "at", "from"})
