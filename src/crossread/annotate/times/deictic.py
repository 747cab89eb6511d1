"""Expressions counted from the day of writing: weekdays, "yesterday", "last week", "earlier this month"."""

import re
from datetime import date, timedelta
from functools import cache

from crossread.annotate.times.arithmetic import DAYS_A_WEEK, add_months, month_of, quarter, week_of, weekend, weekend_of
from crossread.annotate.times.clock import on_day, told_clock
from crossread.annotate.times.reading import Context, Reading
from crossread.annotate.times.tense import SURE, lean, lies_ahead
from crossread.annotate.times.vocabulary import AT_CLOCK, CLOCK_BEFORE, PART, weekday_number, weekday_pattern

DECADE = 10
MONTHS_A_QUARTER = 3
THURSDAY = 4
FRIDAY = 5  # ISO weekday: the week of news ends with the week of work

_STEP = {
    "all": 0,
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
}


@cache
def weekday_rule() -> re.Pattern[str]:
    """Return the pattern of "Tuesday", "late last Friday night", "Tuesdays"."""
    when = r"(?:last|next|this\spast|this\scoming|this|the\s(?:following|previous|next)|coming|past|every|each)"
    return re.compile(
        rf"(?<![\w:.-]){CLOCK_BEFORE}(?:(?P<edge>early|late|earlier|later)(?:\son)?\s)?(?:(?P<when>{when})\s)?(?P<day>{weekday_pattern()})(?P<plural>s)?\b"
        rf"(?:\s(?P<edge2>early|late)?\s?(?P<part>{PART}))?{AT_CLOCK}?(?![\w])",
        re.IGNORECASE,
    )


def read_weekday(match: re.Match[str], context: Context) -> Reading | None:
    """Read a weekday: the last one up to publication, or the coming one where the words or the verb say so."""
    name = match["day"]
    when = " ".join((match["when"] or "").lower().split())
    if not name[0].isupper() or (len(name) <= 3 and not match["when"] and name in {"Sun", "Sat", "Wed", "Mon"}):
        return None
    if match["plural"] or when in {"every", "each"}:
        return Reading("P1W", "set", "week")
    if context.published is None:
        return Reading(None, "date", "day")
    weekday = weekday_number(name)
    found, others = _weekday(weekday, when, match, context, context.published)
    if clock := told_clock(match):
        return on_day(found, clock, context.published)
    return Reading(str(found), "date", (match["part"] or "day").lower(), context.published, others, found)


def _weekday(
    weekday: int, when: str, match: re.Match[str], context: Context, today: date
) -> tuple[date, tuple[str, ...]]:
    back = (today.isoweekday() - weekday) % DAYS_A_WEEK
    before, ahead = today - timedelta(days=back), today + timedelta(days=(-back) % DAYS_A_WEEK or 0)
    week = timedelta(days=DAYS_A_WEEK)
    if when in {"last", "past", "this past"}:
        return (before - week if back == 0 else before), ()
    if when in {"next", "coming", "this coming"}:
        tomorrow = when == "next" and (ahead - today).days == 1
        return (ahead + week if back == 0 or tomorrow else ahead), ()
    if when.startswith("the ") and context.day is not None:
        return _beside(context.day, weekday, ahead="previous" not in when), ()
    if back == 0:
        return today, ()
    if when == "this":
        return (ahead if back > 1 else before), ()
    leans = lean(context, match.start("day"), match.end())
    if abs(leans) < SURE:
        leans += context.weekday_leans.get(weekday, 0) // SURE
    return (ahead, (str(before),)) if leans > 0 else (before, ())


def _beside(day: date, weekday: int, *, ahead: bool) -> date:
    """Return the next or the last such weekday from a day that is told."""
    gap = (weekday - day.isoweekday()) % DAYS_A_WEEK or DAYS_A_WEEK
    return day + timedelta(days=gap) if ahead else day - timedelta(days=DAYS_A_WEEK - gap % DAYS_A_WEEK)


TODAY_RULE = re.compile(
    rf"(?<![\w:.-]){CLOCK_BEFORE}(?:(?P<edge>earlier|later|late|early)\s)?(?P<word>the\sday\s(?:before\syesterday|after\stomorrow)|today|tonight|yesterday|tomorrow|"
    rf"last\snight|this\s(?:morning|afternoon|evening)|overnight|late-morning)\b(?:\s(?P<part>{PART}))?{AT_CLOCK}?",
    re.IGNORECASE,
)
_DAYS = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "last night": -1,
    "overnight": -1,
}
_PARTS = {"tonight": "night", "last night": "night", "overnight": "night", "late-morning": "morning"}


def read_today(match: re.Match[str], context: Context) -> Reading | None:
    """Read "today" and its kin; a programme or paper called Today is none."""
    word = " ".join(match["word"].lower().split())
    if match["word"][0].isupper() and _is_title(match, context):
        return None
    part = (match["part"] or _PARTS.get(word) or (word.split()[1] if word.startswith("this ") else "")).lower()
    if context.published is None:
        return Reading(None, "date", part or "day")
    found = context.published + timedelta(days=_DAYS.get(word, 0))
    if clock := told_clock(match):
        return on_day(found, clock, context.published)
    return Reading(str(found), "date", part or "day", context.published, day=found)


def _is_title(match: re.Match[str], context: Context) -> bool:
    before, after = context.before(match.start(), 2), context.after(match.end(), 8)
    quoted = before[-1:] in {"“", '"', "‘", "'"} and bool(re.match(r"[”\"]|[’'](?!s)", after))
    return (
        quoted
        or before.endswith("A ")
        or after.startswith((" show", " Show"))
        or bool(re.search(r"[A-Z]\w+\s$", context.before(match.start(), 20)))
    )


UNIT_RULE = re.compile(
    r"\b(?:(?P<edge>earlier|later|early|late|sometime|(?:the\s)?(?:very\s)?(?:end|beginning|start|middle|rest|remainder|course)\sof|so\sfar)\s)?"
    r"(?P<when>last|this\spast|this\scoming|this|next|all|the\s(?:past|last|next|coming|following|previous|current)|that)\s"
    r"(?P<unit>week|weekend|month|quarter|year|decade|century)\b(?![-\w])(?!\s?[’']s\sresolution)",
    re.IGNORECASE,
)


def read_unit(match: re.Match[str], context: Context) -> Reading | None:
    """Read a week, month or year counted from the one of publication."""
    when = " ".join(match["when"].lower().split()).removeprefix("the ").removeprefix("this ") or "this"
    unit = match["unit"].lower()
    relative = match["when"].lower().startswith("the ") and when in {"following", "previous", "next"}
    anchor = _told(context, unit) if relative or when == "that" else context.published
    if anchor is None:
        return Reading(None, "date", unit)
    step = 0 if when == "that" else _STEP[when]
    edge = " ".join((match["edge"] or "").lower().split())
    if edge.endswith("end of") and unit in {"week", "month", "year"}:
        return _end_of(anchor, unit, step)
    value = unit_value(anchor, unit, step)
    return Reading(value, "date", unit, anchor) if value else None


def _told(context: Context, unit: str) -> date | None:
    """Return the day that "the following year" is counted from: in the year told last, where that is at hand."""
    if unit == "year" and context.year is not None and context.sentence_index - context.year_sentence <= 1:
        return date(context.year, context.month or 1, 1)
    return context.narrated(1)


def unit_value(anchor: date, unit: str, step: int) -> str | None:
    """Return the week, month, … so many steps from the one that holds the anchor."""
    if unit == "week":
        return week_of(anchor + timedelta(days=DAYS_A_WEEK * step))
    if unit == "weekend":
        return weekend(_weekend(anchor, step))
    if unit == "month":
        return month_of(add_months(anchor, step))
    if unit == "quarter":
        moved = add_months(anchor, MONTHS_A_QUARTER * step)
        return quarter((moved.month - 1) // MONTHS_A_QUARTER + 1, moved.year)
    if unit == "year":
        return f"{anchor.year + step:04d}"
    first = anchor.year - anchor.year % DECADE + DECADE * step
    return f"{first:04d}/{first + DECADE - 1:04d}" if unit == "decade" else None


def _weekend(anchor: date, step: int) -> date:
    """Return the Saturday meant: the last weekend is the one before this day, the next one the one after it."""
    this = weekend_of(anchor)
    if step < 0:
        return this - timedelta(days=DAYS_A_WEEK) if anchor <= this + timedelta(days=1) else this
    return this + timedelta(days=DAYS_A_WEEK * step)


def _end_of(anchor: date, unit: str, step: int) -> Reading:
    if unit == "week":
        day = anchor + timedelta(days=DAYS_A_WEEK * step + (FRIDAY - anchor.isoweekday()) % DAYS_A_WEEK)
    elif unit == "month":
        day = add_months(anchor.replace(day=1), step + 1) - timedelta(days=1)
    else:
        day = date(anchor.year + step, 12, 31)
    return Reading(str(day), "date", unit, anchor)


END_RULE = re.compile(
    r"\b(?:(?:the\s)?(?:very\s)?end\sof\sthe\s(?P<unit>week|month|year)|(?P<year>(?:the\s)?year[\s-]end|year’s\send|year's\send))\b",
    re.IGNORECASE,
)


def read_end(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the end of the year", "year-end": its last day."""
    unit = (match["unit"] or "year").lower()
    return _end_of(context.published, unit, 0) if context.published else Reading(None, "date", unit)


WEEKEND_RULE = re.compile(r"\b(?:over\s)?(?:the|this)\sweekend\b", re.IGNORECASE)


def read_weekend(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the weekend": the last one, unless it is at hand or the verb lies ahead."""
    if context.published is None:
        return Reading(None, "date", "weekend")
    today = context.published
    saturday = weekend_of(today)
    at_hand = "this" in match[0].lower().split() and today.isoweekday() >= THURSDAY
    if today < saturday and not at_hand and not lies_ahead(context, match.start(), match.end()):
        saturday -= timedelta(days=DAYS_A_WEEK)
    return Reading(weekend(saturday), "date", "weekend", today)


RECENT_RULE = re.compile(
    r"\b(?:in\s|over\s|during\s|within\s)?(?:the\s)?(?:recent|coming|(?:past|last|next|coming)\s(?:few|several|couple(?:\sof)?))\s(?P<unit>day|week|month)s\b",
    re.IGNORECASE,
)


def read_recent(match: re.Match[str], context: Context) -> Reading | None:
    """Read "in recent weeks" as the month, "in recent months" as the year that holds them: no more is told."""
    if context.published is None:
        return Reading(None, "date", None)
    if match["unit"].lower() == "month":
        return Reading(f"{context.published.year:04d}", "date", "year", context.published)
    return Reading(month_of(context.published), "date", "month", context.published)
