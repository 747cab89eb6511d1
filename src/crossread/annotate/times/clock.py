"""Times of day: "4:30 p.m.", "noon", "between 3 and 5 p.m."."""

import re
from datetime import date

from crossread.annotate.times.reading import Context, Reading
from crossread.annotate.times.tense import SURE, lean
from crossread.annotate.times.vocabulary import CLOCK

HOURS_HALF_DAY = 12
HOURS_A_DAY = 24
MINUTES_AN_HOUR = 60
SAME_SENTENCE = 0  # sentences back to the day that a time of day belongs to

_PARTS = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap]\.?\s?m\.?|o['’]clock)?", re.IGNORECASE)
CLOCK_RULE = re.compile(rf"(?<![\d:.$£€])\b{CLOCK}", re.IGNORECASE)
MILITARY_RULE = re.compile(r"\b(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s(?:GMT|UTC|hrs|hours)\b")
RANGE_RULE = re.compile(
    rf"\b(?:between|from)\s(?P<first>\d{{1,2}}(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?|noon|midnight)\s(?:and|to|until)\s(?P<last>{CLOCK})",
    re.IGNORECASE,
)


def clock_text(text: str) -> tuple[str, str] | None:
    """Return the ISO 8601 time of an expression (`T16:30`) and its precision, None for no time of day."""
    low = text.lower()
    if low.startswith("noon"):
        return "T12:00", "minute"
    if low.startswith("midnight"):
        return "T00:00", "minute"
    match = _PARTS.match(low)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").replace(".", "").replace(" ", "")
    if half in {"am", "pm"} and 1 <= hour <= HOURS_HALF_DAY:
        hour = hour % HOURS_HALF_DAY + (HOURS_HALF_DAY if half == "pm" else 0)
    if hour >= HOURS_A_DAY or minute >= MINUTES_AN_HOUR:
        return None
    return f"T{hour:02d}:{minute:02d}", "minute" if match["minute"] else "hour"


def told_clock(match: re.Match[str]) -> str | None:
    """Return the time of day that a day's pattern matched before or after the day."""
    groups = match.groupdict()
    return groups.get("clock") or groups.get("early_clock")


def on_day(day: date | None, clock: str, anchor: date | None) -> Reading | None:
    """Read a time of day on a day; without a day the time alone is the value."""
    told = clock_text(clock)
    if told is None:
        return None
    value = f"{day}{told[0]}" if day is not None else told[0]
    return Reading(value, "time", told[1], anchor, day=day)


def read_clock(match: re.Match[str], context: Context) -> Reading | None:
    """Read a time of day that stands alone: on the day told last in its sentence, else on the story's day."""
    if match[0][0].isupper() and context.before(match.start(), 2)[-2:-1].isalpha():  # "High Noon" is a title
        return None
    if ":" in match[0] and match[0].replace(":", "").isdigit() and not _plausible(match, context):
        return None
    day = context.narrated(SAME_SENTENCE)
    if lean(context, match.start(), match.end()) >= SURE and context.published and day and day < context.published:
        day = context.published
    return on_day(day, match[0], day)


def _plausible(match: re.Match[str], context: Context) -> bool:
    """Tell whether digits with a colon are a time and no verse, score or ratio."""
    before = context.before(match.start(), 12)
    return bool(re.search(r"\b(?:at|by|until|from|about|around|after|before|to)\s$", before))


def read_military(match: re.Match[str], context: Context) -> Reading | None:
    """Read "1400 GMT"."""
    day = context.narrated(SAME_SENTENCE)
    return on_day(day, f"{match['hour']}:{match['minute']}", day)


def read_range(match: re.Match[str], context: Context) -> Reading | None:
    """Read two times of day as an interval; the half of the day is told once for both where it is told once."""
    last = clock_text(match["last"])
    first = match["first"]
    half = re.search(r"[ap]\.?\s?m", match["last"], re.IGNORECASE)
    if half and first.replace(":", "").isdigit():
        first += half[0]
    start = clock_text(first)
    if last is None or start is None:
        return None
    day = context.narrated(SAME_SENTENCE)
    prefix = str(day) if day else ""
    return Reading(f"{prefix}{start[0]}/{prefix}{last[0]}", "time", last[1], day, day=day)
