"""What lies in a stretch of an article, found without looking at the rest of it."""

from bisect import bisect_left

from crossread.extract.reading import Reading
from crossread.records import Quantity, Span, Time


def times_in(reading: Reading, span: Span) -> tuple[Time, ...]:
    """Return the expressions of time that lie in the span."""
    times = reading.annotated.times
    first = bisect_left(times, span.start, key=lambda time: time.span.start)
    after = bisect_left(times, span.end, key=lambda time: time.span.start)
    return tuple(time for time in times[first:after] if span.covers(time.span))


def quantities_in(reading: Reading, span: Span) -> tuple[Quantity, ...]:
    """Return the quantities that lie in the span."""
    quantities = reading.annotated.quantities
    first = bisect_left(quantities, span.start, key=lambda quantity: quantity.span.start)
    after = bisect_left(quantities, span.end, key=lambda quantity: quantity.span.start)
    return tuple(quantity for quantity in quantities[first:after] if span.covers(quantity.span))


def around(reading: Reading, word: int, reach: int) -> tuple[int, int]:
    """Return the word range of the word's sentence, of one without end no more than `reach` words on either side."""
    start, end = reading.sentence_of(word)
    return max(start, word - reach), min(end, word + reach + 1)
