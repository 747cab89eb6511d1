"""Since when a side is taken: "has backed it since May", or the day of taking it, where the clause tells it."""

from crossread.extract.reading import Reading
from crossread.records import Span, Time

_DAY = len("2019-01-23")
_BACK = 12  # characters before a time within which "since" stands: "since early last May"


def since_of(reading: Reading, evidence: Span) -> str | None:
    """Return the ISO 8601 date that the clause tells, None where it tells none, or one after publication.

    "Since" decides where it is said; else a clause with one date tells when the side was taken.
    """
    dated = [t for t in reading.annotated.times if evidence.covers(t.span) and t.kind != "duration" and t.value]
    told = next((time for time in dated if _follows_since(reading, time)), None)
    if told is None and len(dated) == 1 and dated[0].kind in {"date", "time"}:
        told = dated[0]
    if told is None or told.value is None or not told.value[0].isdigit():
        return None
    day = told.value.partition("/")[0][:_DAY]
    published = reading.annotated.document.published
    return None if published is not None and day > published[:_DAY] else day


def _follows_since(reading: Reading, time: Time) -> bool:
    before = reading.text[max(0, time.span.start - _BACK) : time.span.start].lower().split()
    return "since" in before or time.span.text.lower().startswith("since ")
