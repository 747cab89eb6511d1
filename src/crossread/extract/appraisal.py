"""Sides taken by judging: what somebody says holds words of praise or of blame."""

from collections.abc import Iterator, Sequence

from crossread.extract.about import About, weight_of
from crossread.extract.evidence import evidence_of
from crossread.extract.reading import Reading
from crossread.extract.sides import Side
from crossread.extract.tellings import Telling
from crossread.records import Party, Quote, Span, Speaker, StanceSide

_NEGATION_REACH = 4  # words after a negator that it turns
_NEVER_REACH = 10  # "never" turns the whole of what did not happen
ACTS: dict[StanceSide, str] = {"for": "praises", "against": "criticises", "neutral": "watches"}


def judged(about: About, tellings: Sequence[Telling], quotes: Sequence[Quote]) -> Iterator[Side]:
    """Yield the sides that speakers take by judging words."""
    reading = about.cast.reading
    for telling in tellings:
        if telling.speaker is None or reading.lower[telling.clause.start] in ("if", "whether"):
            continue
        side = _lean(reading, telling.clause.start, telling.clause.end)
        if side is not None:
            evidence = evidence_of(reading, telling.clause.start, telling.clause.end)
            words = telling.clause.start, telling.clause.end
            yield _side(about, telling.speaker, side, words, evidence)
    for quote in quotes:
        if quote.kind == "mixed" and quote.speaker is not None:
            first, after = reading.word_at(quote.span.start), reading.word_after(quote.span.end)
            side = _lean(reading, first, after)
            if side is not None:
                start, end = reading.sentence_of(first)
                yield _side(about, quote.speaker, side, (start, end), quote.span)


def _lean(reading: Reading, start: int, end: int) -> StanceSide | None:
    """Return the side that the judging words of the range take on the whole, or None."""
    total, turned_until = 0, -1
    for word in range(start, end):
        if reading.tags[word].part == "neg":
            turned_until = word + (_NEVER_REACH if reading.lower[word] == "never" else _NEGATION_REACH)
        weight = weight_of(reading.lower[word])
        total += -weight if word <= turned_until else weight
    return "for" if total > 0 else "against" if total < 0 else None


def _side(about: About, speaker: Speaker, side: StanceSide, words: tuple[int, int], evidence: Span) -> Side:
    target = about.target(speaker.name, *words, side)
    return Side(Party(speaker.name, speaker.span), side, target, ACTS[side], speaker, evidence, "judgement")
