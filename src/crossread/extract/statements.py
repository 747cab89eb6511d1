"""Statements: the article cut into clause-like units, each telling one thing on its own words."""

from collections.abc import Sequence

from crossread.extract.reading import Reading
from crossread.records import Quote, Statement, content_id

MADE_BY = "rules/1"


def find_statements(reading: Reading, quotes: Sequence[Quote]) -> tuple[Statement, ...]:
    """Return the statements, by offset; every sentence is covered by at least one."""
    document = reading.annotated.document
    found = []
    for start, end in reading.annotated.sentences:
        span = document.span(start, end)
        voiced = [q for q in quotes if q.speaker and q.span.start < end and q.span.end > start]
        speaker = voiced[0].speaker if voiced else None
        identity = content_id("st", document.id, start, end)
        found.append(
            Statement(identity, document.id, None, "tells", None, span.text, speaker, "positive", "certain", 0.5, MADE_BY, (span,))
        )
    return tuple(found)
