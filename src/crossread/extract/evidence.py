"""The words that a clause stands on, as a span."""

from crossread.extract.reading import Reading
from crossread.records import Span


def evidence_of(reading: Reading, start: int, end: int) -> Span:
    """Return the span of the words, a quotation mark that they open closed with them."""
    span = reading.span(start, end)
    after = span.end
    text = reading.text
    if span.text.count('"') % 2 or span.text.count("“") > span.text.count("”"):
        closing = text[after : after + 2]
        extra = next((i + 1 for i, c in enumerate(closing) if c in '"”'), 0)
        return reading.annotated.document.span(span.start, after + extra) if extra else span
    return span
