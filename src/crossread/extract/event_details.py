"""When and where an event took place, and how many it was done to, by the words of its clause."""

from crossread.extract.chunks import Chunk
from crossread.extract.reading import Reading
from crossread.extract.tellings import Telling
from crossread.extract.within import quantities_in, times_in
from crossread.records import Span

_DAY = len("2019-01-23")


_LEADING = 4  # words of a sentence in which a date that holds for all of it ends


def date_of(reading: Reading, evidence: Span) -> str | None:
    """The first date of the clause, or the one that leads its sentence ("On Monday, …").

    An interval where "and" joins it to the next day ("on Tuesday and Wednesday").
    """
    times = [t for t in times_in(reading, evidence) if t.kind in {"date", "time"} and t.value]
    if len(times) > 1 and reading.text[times[0].span.end : times[1].span.start].strip(" ,") in ("and", "to"):
        first, second = (time.value or "" for time in times[:2])
        if len(first) == len(second) == _DAY and first < second:
            return f"{first}/{second}"
    return times[0].value if times else _leading(reading, evidence)


def _leading(reading: Reading, evidence: Span) -> str | None:
    start, end = reading.sentence_of(reading.word_at(evidence.start))
    first = reading.span(start, min(end, start + _LEADING))
    return next((t.value for t in times_in(reading, first) if t.kind in {"date", "time"} and t.value), None)


def place_of(reading: Reading, telling: Telling) -> str | None:
    """The place that "in", "at" or "near" names in the clause."""
    for word in range(telling.clause.start, telling.clause.end - 1):
        if reading.lower[word] in ("in", "at", "near"):
            chunk = reading.chunk_of[word + 1]
            mention = reading.names[chunk.head] if chunk is not None else None
            named = mention is not None and mention.form == "name" and mention.kind in {"gpe", "place"}
            if mention is not None and named and _near_verb(reading, chunk):
                return mention.span.text
    return None


def _near_verb(reading: Reading, chunk: Chunk | None) -> bool:
    """Whether the place is the verb's, or that of what it is done to; not of something told of that."""
    words = reading.annotated.words
    if chunk is None or not words.head or not words.dep[chunk.head].startswith("nmod"):
        return True
    noun = words.head[chunk.head]
    return not words.dep[noun].startswith("nmod")


def number_of(reading: Reading, chunk: Chunk | None, evidence: Span) -> float | None:
    """How many people the noun phrase counts."""
    if chunk is None:
        return None
    span = reading.span(chunk.start, chunk.end)
    counts = (q for q in quantities_in(reading, span) if evidence.covers(q.span))
    return next((q.value for q in counts if q.unit in {"people", None}), None)
