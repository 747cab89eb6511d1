"""Dates as people write them."""

from datetime import date, datetime

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MIDNIGHT_UNKNOWN = 10  # characters of a date without a time of day


def in_words(value: str) -> str:
    """Return an ISO 8601 date, month, time or interval in words; anything else as it stands."""
    if "/" in value:
        start, end = (in_words(part) for part in value.split("/", 1))
        return f"{_without_repeat(start, end)} – {end}"
    try:
        return _month(value) or _moment(value)
    except ValueError:
        return value


def _month(value: str) -> str | None:
    year, _, month = value.partition("-")
    if len(value) == len("2019-01") and month.isdigit() and 1 <= int(month) <= len(_MONTHS):
        return f"{_MONTHS[int(month) - 1]} {year}"
    return None


def _moment(value: str) -> str:
    if len(value) < _MIDNIGHT_UNKNOWN:
        return value
    moment = datetime.fromisoformat(value)
    day = _day(moment.date())
    if len(value) == _MIDNIGHT_UNKNOWN:
        return day
    zone = moment.tzname()
    return f"{day}, {moment:%H:%M}" + (f" {zone}" if zone else "")


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _without_repeat(start: str, end: str) -> str:
    """Leave out of the start what the end says again: `8 April 2031` before `12 April 2031` becomes `8`."""
    words, following = start.split(), end.split()
    while len(words) > 1 and len(words) == len(following) and words[-1] == following[-1]:
        words.pop()
        following.pop()
    return " ".join(words)
