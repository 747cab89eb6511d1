"""Expressions counted from another time: "three years ago", "a day after", "the next day"."""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from crossread.annotate.times.arithmetic import (
    DAYS_A_WEEK,
    MONTHS_A_YEAR,
    YEARS_A_CENTURY,
    YEARS_A_DECADE,
    add_months,
    duration,
    month_of,
)
from crossread.annotate.times.reading import Context, Reading
from crossread.annotate.times.tense import lies_ahead
from crossread.annotate.times.vocabulary import UNIT, count_pattern, count_value

REACH = 2  # sentences back to the day that "the next day" is counted from


LONG_DAYS = 21  # a count of days or weeks above this tells the month, not the day


BOUND = (
    r"(?:(?:at\sleast|at\smost|about|around|some|nearly|almost|roughly|more\sthan|less\sthan|over|"
    r"under|only|just|up\sto|approximately|fewer\sthan)\s)?"
)


def singular(unit: str) -> str:
    """Return a unit of time without its plural ending."""
    low = unit.lower()
    if low.startswith("centur"):
        return "century"
    return low.rstrip("s")


def moved(day: date, count: float, unit: str) -> Reading | None:
    """Return the time so many units from a day, as exactly as such a count tells it; None outside the calendar."""
    try:
        return _moved(day, count, unit)
    except (ValueError, OverflowError):
        return None


def _moved(day: date, count: float, unit: str) -> Reading:
    if unit in {"second", "minute", "hour"}:
        hours = count / {"hour": 1, "minute": 60, "second": 3600}[unit]
        found = day + timedelta(days=int(hours / 24))
        return Reading(str(found), "date", "day", day, day=found)
    if unit in {"day", "week", "weekend", "fortnight"}:
        days = round(count * {"day": 1, "fortnight": 14}.get(unit, DAYS_A_WEEK))
        found = day + timedelta(days=days)
        if unit == "day" and abs(days) <= LONG_DAYS:
            return Reading(str(found), "date", "day", day, day=found)
        return Reading(month_of(found), "date", "month", day)
    if unit in {"month", "quarter"}:
        found = add_months(day, round(count * (1 if unit == "month" else 3)))
        return Reading(month_of(found), "date", "month", day)
    years = count * {"decade": YEARS_A_DECADE, "century": YEARS_A_CENTURY}.get(unit, 1)
    found = add_months(day, round(years * MONTHS_A_YEAR))
    return Reading(f"{found.year:04d}", "date", "year", day)


@cache
def ago_rule() -> re.Pattern[str]:
    """Return the pattern of "three years ago", "a month later", "10 days from now", "a day after"."""
    side = (
        r"(?P<side>ago|earlier|later|back\b(?!\s(?:to|in|on|from))|from\s(?:now|today)|hence|beforehand|afterwards?|"
        r"prior(?!\sto)|prior\sto|before|after|ahead\sof|following|into\s(?:the|his|her|its|their))"
    )
    return re.compile(
        rf"\b(?P<about>{BOUND})(?P<count>{count_pattern()})[\s-](?:and\sa\shalf\s)?(?P<unit>{UNIT})s?\s{side}\b",
        re.IGNORECASE,
    )


def read_ago(match: re.Match[str], context: Context) -> Reading | None:
    """Read a time so far from publication ("ago", "from now") or from the day told last (the others)."""
    counted = count_value(match["count"])
    if counted is None:
        return None
    count, unit = counted[0], singular(match["unit"])
    side = " ".join(match["side"].lower().split())
    if side.startswith("into "):
        return None
    near = side in {"ago", "back", "hence"} or side.startswith("from ")
    anchor = context.published if near else _anchor(context, unit)
    if anchor is None:
        return Reading(None, "date", None)
    if side in {"after", "following"} and not (count == 1 and unit == "day"):
        return _told_day(anchor, counted, unit)
    read = moved(anchor, _sign(side, match, context) * count, unit)
    if read is None or side not in {"before", "ahead of", "prior to"}:
        return read
    return replace(read, alternatives=_length(counted, unit))


def _told_day(day: date, counted: tuple[float, bool], unit: str) -> Reading | None:
    """Read "three weeks after the vote" as the day told of; when the vote was, or how long, are the other readings."""
    other = moved(day, -counted[0], unit)
    if other is None:
        return None
    others = tuple(value for value in (other.value, *_length(counted, unit)) if value)
    return Reading(str(day), "date", "day", day, others, day)


def _anchor(context: Context, unit: str) -> date | None:
    """Return the day that a count starts from; years are counted from the year told last where one is at hand."""
    if (
        unit in {"year", "month", "decade"}
        and context.year is not None
        and context.sentence_index - context.year_sentence <= REACH
    ):
        day = context.day or context.published
        if day is None or day.year != context.year:
            return date(context.year, context.month or 7, 1)
    return context.narrated(REACH)


def _sign(side: str, match: re.Match[str], context: Context) -> int:
    """Return 1 where the time meant lies after the anchor.

    "A day after the vote" tells when the vote was: before the day that is told of; "a day before the vote" the
    other way.
    """
    if side in {"later", "hence", "afterward", "afterwards"} or side.startswith("from "):
        return 1
    if side in {"before", "ahead of", "prior to"}:
        goes_on = re.match(r"\s(?!(?:when|and|but|in|on|at|that)\b)[\w“\"'’]", context.after(match.end(), 12))
        return 1 if goes_on else -1
    return -1


VAGUE_RULE = re.compile(
    r"\b(?:just\s|only\s|mere\s)?(?P<unit>hour|day|week|month|year|decade)s\s(?P<side>ago|later|earlier|before|after|ahead\sof)\b",
    re.IGNORECASE,
)


_WIDER = {"hour": "day", "day": "month", "week": "month", "month": "year"}


def read_vague(match: re.Match[str], context: Context) -> Reading | None:
    """Read "days after", "weeks ago" as the next wider unit that holds the day it is counted from; years as unknown."""
    near = match["side"].lower() == "ago"
    anchor = context.published if near else context.narrated(REACH)
    wider = _WIDER.get(match["unit"].lower())
    if anchor is None or wider is None:
        return Reading(None, "date", None)
    return Reading(
        {"day": str(anchor), "month": month_of(anchor), "year": f"{anchor.year:04d}"}[wider], "date", wider, anchor
    )


@cache
def in_rule() -> re.Pattern[str]:
    """Return the pattern of "in 21 days", "within three weeks", "in two years' time"."""
    return re.compile(
        rf"\b(?P<how>in|within)\s(?P<about>{BOUND})(?P<count>{count_pattern()})\s(?P<unit>{UNIT})s?(?P<time>[’']?\stime)?\b(?!\s(?:of|to|ago)\b)",
        re.IGNORECASE,
    )


def read_in(match: re.Match[str], context: Context) -> Reading | None:
    """Read a time ahead; "in two years" of things past is how long they took."""
    counted = count_value(match["count"])
    if counted is None or context.published is None:
        return None
    if not match["time"] and not lies_ahead(context, match.start(), match.end()):
        return None
    unit = singular(match["unit"])
    read = moved(context.published, counted[0], unit)
    return read and replace(read, alternatives=_length(counted, unit))


def _length(counted: tuple[float, bool], unit: str) -> tuple[str, ...]:
    """Return how long a stretch is, where it is counted exactly: the other way to read "the past two years"."""
    return (duration(counted[0], unit),) if counted[1] else ()


@cache
def span_rule() -> re.Pattern[str]:
    """Return the pattern of "the past two years", "the next few weeks", "the last decade", "his first 100 days"."""
    return re.compile(
        rf"\b(?:over\s|in\s|for\s|during\s|within\s)?(?:the|these)\s(?P<when>last|past|previous|next|coming|following)\s(?P<count>{count_pattern()})\s(?P<unit>{UNIT})s?\b(?!\s(?:ago|earlier|later))",
        re.IGNORECASE,
    )


def read_span(match: re.Match[str], context: Context) -> Reading | None:
    """Read a stretch that ends or begins with publication, as an interval; a vague one keeps the coarser unit only."""
    counted = count_value(match["count"])
    if counted is None:
        return None
    if context.published is None:
        return Reading(None, "date", None)
    count, unit = counted[0], singular(match["unit"])
    ahead = match["when"].lower() in {"next", "coming", "following"}
    other = moved(context.published, count if ahead else -count, unit)
    if other is None or other.value is None:
        return None
    near = str(context.published)[: len(other.value)]
    first, last = (near, other.value) if ahead else (other.value, near)
    value = first if first == last else f"{first}/{last}"
    return Reading(value, "date", other.precision, context.published, _length(counted, unit))


SAME_RULE = re.compile(
    r"\b(?:(?P<edge>earlier|later|late|early)\s(?:on\s)?(?:in\s|on\s)?)?(?:(?P<which>the\s(?:same|next|following|previous|very\ssame|very\snext)|that(?:\ssame|\svery)?|the)\s)"
    r"(?P<unit>day|night|week|month|year|morning|afternoon|evening)\b(?:\s(?P<side>before|after|earlier|prior|later)\b(?!\s(?:when|that)))?",
    re.IGNORECASE,
)


def read_same(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the next day", "later that day", "the day before", counted from the day told last."""
    which = " ".join(match["which"].lower().split())
    side, edge = (match["side"] or "").lower(), (match["edge"] or "").lower()
    if which == "the" and not side and not (edge in {"later", "earlier"} and match["unit"].lower() in {"day", "week"}):
        return None
    anchor = context.narrated(REACH)
    if anchor is None:
        return Reading(None, "date", None)
    unit = match["unit"].lower()
    part = unit if unit in {"night", "morning", "afternoon", "evening"} else ""
    step = 1 if which.endswith(("next", "following")) else -1 if which.endswith("previous") else 0
    if side:
        ahead = _sign({"prior": "earlier"}.get(side, side), match, context)
        step = ahead if side != "after" or _goes_on(match, context) else 1
    read = moved(anchor, step, "day" if part else unit)
    if read is None or (unit == "week" and not step):
        return read and None
    if part:
        return Reading(read.value, "date", part, anchor, day=read.day)
    return read


def _goes_on(match: re.Match[str], context: Context) -> bool:
    return bool(re.match(r"\s[\w“\"'’]", context.after(match.end(), 4)))
