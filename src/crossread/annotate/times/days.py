"""Days of the calendar: "Wednesday, Jan. 23, 2019", "1/23/2019", named days."""

import re
from datetime import date
from functools import cache

from crossread.annotate.times.arithmetic import named_day, nearest
from crossread.annotate.times.clock import on_day, told_clock
from crossread.annotate.times.reading import Context, Reading
from crossread.annotate.times.tense import SURE, lean, lies_ahead
from crossread.annotate.times.vocabulary import (
    AT_CLOCK,
    CLOCK_BEFORE,
    DAY,
    NTH,
    PART,
    YEAR,
    holidays,
    month_number,
    month_pattern,
    weekday_pattern,
)

CLEARLY_NEARER_DAYS = 100  # between the two nearest years of a bare date: no verb is needed then


HARDLY_NEARER_DAYS = 60  # below this, the faintest cue decides
CENTURY = 100


_NOT_COUNT = (
    r"(?![\d%]|:\d|[.,]\d|\s(?:percent|per\scent|million|billion|thousand|votes|years?|months?|days?|weeks?)\b)"
)


@cache
def day_month_rules() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of "Wednesday, Jan. 23, 2019", "January 3-5" and "23 January 2019"."""
    weekday, month = weekday_pattern(), month_pattern()
    tail = rf"(?:\s(?P<part>{PART})|{AT_CLOCK})?"
    second = rf"(?:\s?(?:[-–—]|\sto\s|\sthrough\s)\s?(?P<last>{DAY})(?:{NTH})?)?"
    first = rf"(?P<day>{DAY})(?:{NTH})?"
    return (
        re.compile(
            rf"(?<![\w:.])\b{CLOCK_BEFORE}(?:{weekday},?\s)?(?P<month>{month})\s(?:the\s)?{first}{second}\b(?:,?\s(?P<year>{YEAR})\b)?{tail}{_NOT_COUNT}",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\b(?:{weekday},?\s)?(?:the\s)?{first}{second}(?:\sof)?\s(?P<month>{month})\b(?:,?\s(?P<year>{YEAR})\b)?{tail}",
            re.IGNORECASE,
        ),
    )


def read_day_month(match: re.Match[str], context: Context) -> Reading | None:
    """Read a day of a month; the year is the one told, or the nearest that suits the verb."""
    if not match["month"][0].isupper():
        return None
    month, day = month_number(match["month"]), int(match["day"])
    if match["year"]:
        found = _day(int(match["year"]), month, day)
        anchor = None
    else:
        found, anchor = _nearest_day(match, context, month, day), context.published
    if found is None:
        return None
    if match["last"] and int(match["last"]) > day and (end := _day(found.year, month, int(match["last"]))):
        return Reading(f"{found}/{end}", "date", "day", anchor, day=found)
    if clock := told_clock(match):
        return on_day(found, clock, anchor)
    return Reading(str(found), "date", (match["part"] or "day").lower(), anchor, day=found)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest_day(match: re.Match[str], context: Context, month: int, day: int) -> date | None:
    if context.published is None:
        return None
    if (month, day) == (9, 11) and _TERROR.search(context.before(match.start(), 60) + context.after(match.end(), 60)):
        return date(2001, 9, 11)
    near = [found for n in (-1, 0, 1) if (found := _day(context.published.year + n, month, day))]
    if not near:
        return None
    gaps = sorted(abs(found - context.published).days for found in near)
    nearer = gaps[1] - gaps[0] if len(gaps) > 1 else CLEARLY_NEARER_DAYS  # a 29 February is alone
    leans = lean(context, match.start(), match.end()) if nearer < CLEARLY_NEARER_DAYS else 0
    return nearest(near, context.published, leans if abs(leans) >= SURE or nearer < HARDLY_NEARER_DAYS else 0)


_TERROR = re.compile(
    r"attack|terror|victim|survivor|families|hijack|world trade|memorial|commission|post-|responder", re.IGNORECASE
)


NUMERIC_RULE = re.compile(
    r"(?<![\d/.-])(?:(?P<iso>\d{4}-\d{2}-\d{2})|(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<year>\d{4}|\d{2}))(?![\d/-])"
)


def read_numeric(match: re.Match[str], context: Context) -> Reading | None:
    """Read `2019-01-23` and `1/23/2019`; where day and month could change places, the other reading is kept."""
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
        found = _day(year, month, day)
        return Reading(str(found), "date", "day", day=found) if found else None
    year = int(match["year"])
    year += 0 if year >= CENTURY else 2000
    american, british = _day(year, int(match["a"]), int(match["b"])), _day(year, int(match["b"]), int(match["a"]))
    found = american or british
    if found is None:
        return None
    others = tuple(str(other) for other in (british,) if other is not None and other != found)
    return Reading(str(found), "date", "day", None, others, found)


NINE_ELEVEN_RULE = re.compile(r"(?<![\d/])9/11(?![\d/])|\b911(?=\s(?:attacks?|terror))")


def read_nine_eleven(match: re.Match[str], context: Context) -> Reading | None:
    """Read the name of the day of the attacks of 2001."""
    del match, context
    return Reading("2001-09-11", "date", "day")


@cache
def holiday_rule() -> re.Pattern[str]:
    """Return the pattern of named days, with a year where it is told."""
    names = "|".join(
        re.escape(name).replace("'", "[’']") for name in sorted(holidays(), key=lambda name: (-len(name), name))
    )
    return re.compile(
        rf"\b(?:(?P<when>last|this|next)\s)?(?P<name>{names})\b(?:,?\s(?:of\s)?(?P<year>{YEAR}))?(?:\s(?:{PART}|weekend|holiday))?",
        re.IGNORECASE,
    )


def read_holiday(match: re.Match[str], context: Context) -> Reading | None:
    """Read a named day of the year told, else the nearest that suits the verb."""
    if not match["name"][0].isupper():
        return None
    rule = holidays()[match["name"].lower().replace("’", "'")]
    if match["year"]:
        found = named_day(rule, int(match["year"]))
        return Reading(str(found), "date", "day", day=found)
    if context.published is None:
        return Reading(None, "date", "day")
    near = [named_day(rule, context.published.year + n) for n in (-1, 0, 1)]
    when = (match["when"] or "").lower()
    leans = when == "next" or (when != "last" and lies_ahead(context, match.start(), match.end()))
    if leans:
        found = min(day for day in near if day >= context.published)
    elif when == "last":
        found = max(day for day in near if day < context.published)
    else:
        found = nearest(near, context.published, 0)
    return Reading(str(found), "date", "day", context.published)
