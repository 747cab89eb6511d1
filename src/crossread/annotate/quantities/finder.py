"""Finds the quantities of an article, the most telling pattern first."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from crossread.annotate.clues import any_in, folded
from crossread.annotate.quantities.found import Found, Sentence
from crossread.annotate.quantities.rules import rules
from crossread.records import Document, Quantity, Time, Words


def find_quantities(
    document: Document, sentences: Sequence[tuple[int, int]], words: Words, times: Sequence[Time] = ()
) -> tuple[Quantity, ...]:
    """Return the quantities of an article in text order; they do not overlap.

    Numbers inside dates and times of day are none; those inside durations are. `words` keep them on word boundaries.
    """
    starts = words.start
    calendar = [(t.span.start, t.span.end) for t in times if t.kind != "duration" and not _measures(t)]
    found = (
        quantity
        for bounds in sentences
        for quantity in _in_sentence(Sentence(document.text, *bounds), calendar)
        if _on_word(quantity.start, starts)
    )
    return tuple(_quantity(document, one) for one in found)


_YEARS = {"decades": 10.0, "centuries": 100.0}


def _quantity(document: Document, found: Found) -> Quantity:
    """Return the quantity, decades and centuries told in years, so that "half a century" is 50 years."""
    scale = _YEARS.get(found.unit or "", 1.0)
    high = None if found.high is None else found.high * scale
    unit = "years" if found.unit in _YEARS else found.unit
    return Quantity(document.span(found.start, found.end), found.value * scale, high, unit, found.of, found.bound)


def _measures(time: Time) -> bool:
    """Tell whether a time is told by a number of units ("three weeks ago"), which is a quantity too."""
    return bool(_MEASURED.search(time.span.text))


def _on_word(start: int, starts: Sequence[int]) -> bool:
    at = bisect_left(starts, start)
    return at < len(starts) and starts[at] - start <= 0


def _in_sentence(sentence: Sentence, calendar: list[tuple[int, int]]) -> Iterator[Found]:
    taken = bytearray(sentence.stop - sentence.begin)
    for start, end in _within(calendar, sentence):
        _take(taken, start - sentence.begin, end - sentence.begin)
    kept: list[Found] = []
    clear = folded(sentence.text[sentence.begin : sentence.stop])
    for pattern, read, clues in rules():
        if not any_in(clear, clues):
            continue
        for match in pattern.finditer(sentence.text, sentence.begin, sentence.stop):
            for found in read(match, sentence):
                start, end = found.start - sentence.begin, found.end - sentence.begin
                if not any(taken[start:end]):
                    kept.append(found)
                    _take(taken, start, end)
    yield from sorted(kept, key=lambda found: found.start)


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\x01" * (min(end, len(taken)) - start)


def _within(calendar: list[tuple[int, int]], sentence: Sentence) -> list[tuple[int, int]]:
    at = bisect_left(calendar, (sentence.begin, 0))
    found = []
    while at < len(calendar) and calendar[at][0] < sentence.stop:
        found.append(calendar[at])
        at += 1
    return found


_MEASURED = re.compile(
    r"\b(?!(?:a|an|the|last|past|next|this|every|each|of)\b)[\w,.]+[\s-](?:second|minute|hour|day|week|month|year|decade)s?\b(?!\s(?:of|morning|night))",
    re.IGNORECASE,
)
