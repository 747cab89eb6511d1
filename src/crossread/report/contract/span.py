"""Spans as the JSON document has them."""

from collections.abc import Iterable
from typing import Any

from crossread.records import Span

Json = dict[str, Any]


def span_fields(span: Span) -> Json:
    """Return a span as JSON."""
    return {"doc": span.doc, "start": span.start, "end": span.end, "text": span.text}


def span_list(spans: Iterable[Span]) -> list[Json]:
    """Return spans as JSON, in their order."""
    return [span_fields(span) for span in spans]
