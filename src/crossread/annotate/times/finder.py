"""Finds the expressions of time of an article and resolves them in text order."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from crossread.annotate.times import clock, days, deictic, durations, months, quarters, references, relative, years
from crossread.annotate.times.arithmetic import DAYS_A_WEEK
from crossread.annotate.times.reading import Context, Reading
from crossread.annotate.times.tense import SURE, lean
from crossread.annotate.times.vocabulary import weekday_number, weekday_pattern
from crossread.records import Document, Time, Words

FIRST_YEAR, LAST_YEAR = 1600, 2400  # of publication: no news before, and arithmetic stays in the calendar

Read = Callable[[re.Match[str], Context], Reading | None]


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Read], ...]:
    """Return the patterns and their readers; of two that match the same words the first counts."""
    return (
        *((pattern, days.read_day_month) for pattern in days.day_month_rules()),
        (days.NUMERIC_RULE, days.read_numeric),
        (days.NINE_ELEVEN_RULE, days.read_nine_eleven),
        (quarters.QUARTER_RULE, quarters.read_quarter),
        (quarters.HALF_RULE, quarters.read_half),
        (quarters.YEAR_EARLIER_RULE, quarters.read_year_earlier),
        (quarters.SAME_QUARTER_RULE, quarters.read_same_quarter),
        (years.CENTURY_RULE, years.read_century),
        (days.holiday_rule(), days.read_holiday),
        (months.season_rule(), months.read_season),
        (months.month_rule(), months.read_month),
        (years.YEAR_RULE, years.read_year),
        (years.spelled_year_rule(), years.read_spelled_year),
        (years.SHORT_YEAR_RULE, years.read_short_year),
        (deictic.weekday_rule(), deictic.read_weekday),
        (deictic.TODAY_RULE, deictic.read_today),
        (deictic.END_RULE, deictic.read_end),
        (deictic.WEEKEND_RULE, deictic.read_weekend),
        (deictic.RECENT_RULE, deictic.read_recent),
        (relative.SAME_RULE, relative.read_same),
        (deictic.UNIT_RULE, deictic.read_unit),
        (relative.ago_rule(), relative.read_ago),
        (relative.VAGUE_RULE, relative.read_vague),
        (relative.in_rule(), relative.read_in),
        (relative.span_rule(), relative.read_span),
        (durations.SET_RULE, durations.read_set),
        (clock.RANGE_RULE, clock.read_range),
        (clock.MILITARY_RULE, clock.read_military),
        (clock.CLOCK_RULE, clock.read_clock),
        (durations.duration_rule(), durations.read_duration),
        (durations.UNCOUNTED_RULE, durations.read_uncounted),
        (references.REFERENCE_RULE, references.read_reference),
    )


def find_times(document: Document, sentences: Sequence[tuple[int, int]], words: Words) -> tuple[Time, ...]:
    """Return the times of an article in text order; they do not overlap, and each lies within one sentence.

    Without a date of publication, what needs one keeps the value None. `words` keep expressions on word boundaries.
    """
    starts = frozenset(words.start)
    published = publication_day(document)
    context = Context(document.text, published, main=main_day(document.text, published))
    context.weekday_leans = _weekday_leans(context, sentences)
    found: list[Time] = []
    for index, bounds in enumerate(sentences):
        context.enter(index, bounds)
        found.extend(_sentence_times(document, context, bounds, starts))
    return tuple(found)


def publication_day(document: Document) -> date | None:
    """Return the date of publication, None where none is known, or it is no ISO 8601 date that news can have."""
    try:
        found = date.fromisoformat((document.published or "")[:10])
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def main_day(text: str, published: date | None) -> date | None:
    """Return the day that the article mostly tells of: that of its most frequent weekday, "today" or "yesterday".

    Counted from the date of publication back; the later of two equally frequent. None where there is none.
    """
    if published is None:
        return None
    days: Counter[date] = Counter()
    pattern = re.compile(
        rf"\b(?:(?P<day>{weekday_pattern()})|(?P<today>today|tonight)|(?P<yesterday>yesterday))\b", re.IGNORECASE
    )
    for match in pattern.finditer(text):
        if match["day"] and match["day"][0].isupper():
            days[published - timedelta(days=(published.isoweekday() - weekday_number(match["day"])) % DAYS_A_WEEK)] += 1
        elif not match["day"]:
            days[published - timedelta(days=1 if match["yesterday"] else 0)] += 1
    return max(days, key=lambda day: (days[day], day), default=None)


def _weekday_leans(context: Context, sentences: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Sum, for each weekday, what the article's sure places say of whether it lies ahead."""
    leans: Counter[int] = Counter()
    pattern = re.compile(rf"\b{weekday_pattern()}\b")
    for index, bounds in enumerate(sentences):
        context.enter(index, bounds)
        for match in pattern.finditer(context.text, *bounds):
            found = lean(context, match.start(), match.end())
            if abs(found) >= SURE:
                leans[weekday_number(match[0])] += found
    return dict(leans)


def _sentence_times(
    document: Document, context: Context, bounds: tuple[int, int], starts: frozenset[int]
) -> Iterator[Time]:
    candidates = [
        (match.start(), -match.end(), rank, match, read)
        for rank, (pattern, read) in enumerate(_rules())
        for match in pattern.finditer(document.text, *bounds)
        if match.start() < match.end()
    ]
    done = bounds[0]
    for start, negative_end, _, match, read in sorted(candidates, key=lambda candidate: candidate[:3]):
        if start < done:
            continue
        reading = read(match, context)
        if reading is not None:
            done = -negative_end
            context.note(reading)
            yield _time(document, match, reading)


def _time(document: Document, match: re.Match[str], reading: Reading) -> Time:
    text = match[0]
    start = match.start() + len(text) - len(text.lstrip(" ,-"))
    end = match.end() - (len(text) - len(text.rstrip(" ,-")))
    anchor = str(reading.anchor) if reading.anchor else None
    return Time(document.span(start, end), reading.value, reading.kind, anchor, reading.precision, reading.alternatives)
