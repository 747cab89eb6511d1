"""Publication dates as they are written in files, read strictly: a date is either told in full or it is no date."""

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from dateutil import parser

from crossread.errors import ReadError

# Two times that share no year, month, day, hour or minute: what differs between readings over them was not told.
_BLANKS = (datetime(2003, 3, 4, 5, 6), datetime(2010, 10, 11, 12, 13))
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|(?<!\d)\d{8}(?!\d)")  # two digits of a year would be read by today's clock
_YEAR_FIRST = re.compile(r"\d{4}\D")  # the month follows: nobody writes year, day, month
_LONGEST = 80  # characters; no date is longer
_ZONES = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3,
    "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip  # hours from UTC, of the zones whose letters mean one thing


def read_date(text: str) -> str:
    """Return a publication date as ISO 8601: a day (`2019-01-24`) or a time (`2019-01-24T09:30:00+00:00`).

    Raises ReadError, which says why, if it is not one full date: nothing is filled in, and `03/04/2019` could be two.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        raise ReadError("it is empty" if not text else "it is too long for a date")
    return _iso(text) or _written(text)


def _iso(text: str) -> str | None:
    for kind in (date, datetime):
        try:
            return kind.fromisoformat(text).isoformat()
        except ValueError:
            continue
    return None


def _written(text: str) -> str:
    if not _YEAR.search(text):
        raise ReadError("no year of four digits is in it")
    orders = (False, False) if _YEAR_FIRST.match(text) else (False, True)
    readings = [_parsed(text, blank, day_first) for day_first in orders for blank in _BLANKS]
    if any(reading.date() != other.date() for reading, other in (readings[:2], readings[2:])):
        raise ReadError("it is not a full date")
    first, second = readings[0], readings[1]
    if first.date() != readings[2].date():
        raise ReadError(f"it could be {first.date()} or {readings[2].date()}; write it as YYYY-MM-DD")
    return first.date().isoformat() if first.time() != second.time() else first.isoformat()


def _parsed(text: str, blank: datetime, day_first: bool) -> datetime:
    try:
        return parser.parse(text, default=blank, dayfirst=day_first, tzinfos=_zone)
    except (ValueError, OverflowError) as error:
        raise ReadError("it is no date") from error


def _zone(name: str | None, seconds: int | None) -> tzinfo | None:
    if seconds is not None:
        return timezone(timedelta(seconds=seconds)) if seconds else UTC
    hours = _ZONES.get(name or "")
    return None if hours is None else timezone(timedelta(hours=hours))
