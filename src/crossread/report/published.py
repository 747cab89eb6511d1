"""Publication dates as they were given: put in order, never filled in."""

from collections.abc import Iterable
from datetime import UTC, datetime


def first_and_last(published: Iterable[str | None]) -> tuple[str | None, str | None]:
    """Return the earliest and the latest of the dates that are known, each as it was given."""
    known = sorted({date for date in published if date}, key=lambda date: (_instant(date), date))
    return (known[0], known[-1]) if known else (None, None)


def _instant(published: str) -> datetime:
    """Return the moment for ordering alone: a day counts from its midnight, a time without a zone as UTC."""
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:  # not ISO 8601: kept and shown, but it cannot be placed, so it comes first
        return datetime.min.replace(tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
