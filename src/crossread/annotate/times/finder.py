"""Finds the expressions of time of an article and resolves them in text order."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from crossread.annotate.clues import any_in, folded
from crossread.annotate.times.arithmetic import DAYS_A_WEEK
from crossread.annotate.times.reading import Context, Reading
from crossread.annotate.times.rules import rules
from crossread.annotate.times.tense import SURE, lean
from crossread.annotate.times.vocabulary import weekday_number, weekday_pattern
from crossread.records import Document, Time, Words

FIRST_YEAR, LAST_YEAR = 1600, 2400  # of publication: no news before, and arithmetic stays in the calendar


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
    text = folded(document.text[slice(*bounds)])
    candidates = [
        (match.start(), -match.end(), rank, match, read)
        for rank, (pattern, read, clues) in enumerate(rules())
        if any_in(text, clues)
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
