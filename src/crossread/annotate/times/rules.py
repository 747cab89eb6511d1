"""The patterns of times, each with its reader and the clues without one of which it matches nothing."""

import re
from collections.abc import Callable
from functools import cache

from crossread.annotate.clues import DIGIT, starts, words
from crossread.annotate.times import clock, days, deictic, durations, months, quarters, references, relative, years
from crossread.annotate.times.reading import Context, Reading
from crossread.annotate.times.vocabulary import calendar_forms, holidays

Read = Callable[[re.Match[str], Context], Reading | None]
Rule = tuple[re.Pattern[str], Read, tuple[str, ...]]

_A_DIGIT = (DIGIT,)
_A_YEAR = (4 * DIGIT,)
_UNITS = starts("second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade", "centur")
_MANY = words("hours", "days", "weeks", "months", "years", "decades", "centuries")
_LONG = words("week", "weekend", "month", "quarter", "year", "decade", "century")
_SHORT = words("day", "night", "week", "month", "year", "morning", "afternoon", "evening")
_TODAY = words(
    *("today", "tonight", "yesterday", "tomorrow", "overnight", "night", "morning", "afternoon", "evening"),
)
_ALWAYS = words(
    *("every", "each", "daily", "weekly", "monthly", "yearly", "annually", "nightly", "hourly"),
    *("once", "twice", "times"),
)
_CLOCK = (DIGIT, *words("noon", "midnight"))
_REFERENCE = words(
    *("now", "nowadays", "currently", "these", "present", "current", "recently", "recent", "lately", "past"),
    *("soon", "future", "coming"),
)


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules; of two that match the same words the first counts."""
    return (*_calendar(), *_deictic(), *_lengths())


def _calendar() -> tuple[Rule, ...]:
    """Days, months and years that the calendar has."""
    month, weekday, season = (calendar_forms(kind) for kind in ("month", "weekday", "season"))
    named = starts(*(re.split(r"['.]", name)[0] for name in holidays()))
    return (
        *((pattern, days.read_day_month, _A_DIGIT) for pattern in days.day_month_rules()),
        (days.NUMERIC_RULE, days.read_numeric, _A_DIGIT),
        (days.NINE_ELEVEN_RULE, days.read_nine_eleven, _A_DIGIT),
        (quarters.QUARTER_RULE, quarters.read_quarter, starts("quarter", "q0")),
        (quarters.HALF_RULE, quarters.read_half, words("half")),
        (quarters.YEAR_EARLIER_RULE, quarters.read_year_earlier, words("year")),
        (quarters.SAME_QUARTER_RULE, quarters.read_same_quarter, words("quarter", "period")),
        (years.CENTURY_RULE, years.read_century, words("century")),
        (days.holiday_rule(), days.read_holiday, named),
        (months.season_rule(), months.read_season, words(*season)),
        (months.month_rule(), months.read_month, words(*month)),
        (years.YEAR_RULE, years.read_year, _A_YEAR),
        (years.spelled_year_rule(), years.read_spelled_year, words("thousand", "seventeen", "eighteen", "nineteen")),
        (years.SHORT_YEAR_RULE, years.read_short_year, _A_DIGIT),
        (deictic.weekday_rule(), deictic.read_weekday, words(*weekday, *(f"{form}s" for form in weekday))),
    )


def _deictic() -> tuple[Rule, ...]:
    """What is counted from the day of writing, or from another that is told."""
    return (
        (deictic.TODAY_RULE, deictic.read_today, _TODAY),
        (deictic.END_RULE, deictic.read_end, words("end")),
        (deictic.WEEKEND_RULE, deictic.read_weekend, words("weekend")),
        (deictic.RECENT_RULE, deictic.read_recent, _MANY),
        (relative.SAME_RULE, relative.read_same, _SHORT),
        (deictic.UNIT_RULE, deictic.read_unit, _LONG),
        (relative.ago_rule(), relative.read_ago, _UNITS),
        (relative.VAGUE_RULE, relative.read_vague, _MANY),
        (relative.in_rule(), relative.read_in, _UNITS),
        (relative.span_rule(), relative.read_span, _UNITS),
    )


def _lengths() -> tuple[Rule, ...]:
    """Times of day, and how long or how often something is."""
    return (
        (durations.SET_RULE, durations.read_set, _ALWAYS),
        (clock.RANGE_RULE, clock.read_range, _CLOCK),
        (clock.MILITARY_RULE, clock.read_military, _A_YEAR),
        (clock.CLOCK_RULE, clock.read_clock, _CLOCK),
        (durations.duration_rule(), durations.read_duration, _UNITS),
        (durations.UNCOUNTED_RULE, durations.read_uncounted, _MANY),
        (references.REFERENCE_RULE, references.read_reference, _REFERENCE),
    )
