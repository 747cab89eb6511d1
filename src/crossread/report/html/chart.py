"""The picture of the time line: what happened above, when it was printed below, on one axis of dates.

Distances grow with the logarithm of the days between two dates, so that an event of years ago and the hours of today
both find room: the order is true, the distances are not, and the page says so.
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import log2
from typing import Literal

from crossread.report.view.days import in_words
from crossread.report.view.records import Moment

WIDTH = 960
EDGE = 30  # units left free on either side
ROW = 26  # units of height a row of marks
MOST_ROWS = 12  # of marks above the axis; what finds no row is in the table alone
MOST_EVENTS = 60  # beyond, numbers run into each other; the table has all
LABEL = 108  # units that a date below the axis takes
NUMBER = 36  # units that a mark takes with its number

Shape = Literal["moment", "interval", "sometime", "published"]
Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mark from `x` to `end`: `number` is that of the table's row; `ahead`: still to come when last told."""

    number: int
    shape: Shape
    ahead: bool
    x: float
    end: float
    y: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A date below the axis."""

    text: str
    x: float


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn, in units of the drawing."""

    width: int
    height: int
    axis: float
    below: float
    marks: tuple[Drawn, ...]
    ticks: tuple[Tick, ...]


def chart(events: Sequence[Moment], printed: Sequence[Moment]) -> Chart | None:
    """Return the picture of the events and of the publication dates; None where fewer than two dates can be placed."""
    placed = [(number, moment, days) for number, moment in enumerate(events, 1) if (days := _days(moment.day))]
    placed = placed[:MOST_EVENTS]
    dates = [(moment, days) for moment in printed if (days := _days(moment.day))]
    known = sorted({day for _, _, days in placed for day in days} | {day for _, days in dates for day in days})
    if len(known) < 2 or not placed:
        return None
    scale = _scale(known)
    rows: list[float] = []
    marks: list[Drawn] = []
    for number, moment, (start, end) in sorted(placed, key=lambda one: one[2]):
        row = _row(rows, scale[start], max(scale[end], scale[start]) + NUMBER)
        if row is not None:
            shape = _shape(moment.day)
            marks.append(Drawn(number, shape, moment.ahead, scale[start], scale[end], row))
    axis = ROW * (len(rows) + 0.5)
    above = [Drawn(m.number, m.shape, m.ahead, m.x, m.end, axis - ROW * (m.y + 1)) for m in marks]
    below = axis + ROW
    shown = [Drawn(0, "published", False, scale[days[0]], scale[days[0]], below) for _, days in dates]
    return Chart(WIDTH, int(below + 2 * ROW), axis, below, (*above, *shown), _ticks(_dated(placed, dates), scale))


def _shape(day: str) -> Shape:
    if "/" in day:
        return "interval"
    return "moment" if len(day) >= len("2031-04-08") else "sometime"


def _days(value: str) -> Days | None:
    """Return the first and the last day of an ISO 8601 date, month, year, time or interval; None of anything else."""
    start, _, end = value.partition("/")
    first, last = _range(start), _range(end or start)
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _range(value: str) -> Days | None:
    parts = value[: len("2031-04-08")].split("-")
    if not all(part.isascii() and part.isdigit() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    try:
        if len(numbers) == 1:
            return date(numbers[0], 1, 1), date(numbers[0], 12, 31)
        if len(numbers) == 2:
            year, month = numbers
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        day = date(*numbers)
    except ValueError:
        return None
    return day, day


def _scale(known: Sequence[date]) -> dict[date, float]:
    """Return where each date stands, distances by the logarithm of the days between."""
    steps = [1 + log2((after - before) / timedelta(days=1)) for before, after in pairwise(known)]
    unit = (WIDTH - 2 * EDGE) / sum(steps)
    places = [float(EDGE)]
    for step in steps:
        places.append(places[-1] + step * unit)
    return dict(zip(known, places, strict=True))


def _row(rows: list[float], start: float, end: float) -> float | None:
    """Return the first row that is free at `start`, and take it up to `end`."""
    for number, taken in enumerate(rows):
        if taken <= start:
            rows[number] = end
            return number
    if len(rows) == MOST_ROWS:
        return None
    rows.append(end)
    return len(rows) - 1


def _dated(placed: Sequence[tuple[int, Moment, Days]], printed: Sequence[tuple[Moment, Days]]) -> dict[date, str]:
    """Return the dates that may be written below the axis, those of publication first, then those told most."""
    days = Counter(days[0] for _, _, days in placed)
    words = {days[0]: _written(moment.day, days[0]) for _, moment, days in placed}
    ranked = sorted(words, key=lambda day: (-days[day], day))
    return {days[0]: _written(moment.day, days[0]) for moment, days in printed} | {day: words[day] for day in ranked}


def _written(value: str, first: date) -> str:
    return in_words(value) if _shape(value) == "sometime" else in_words(first.isoformat())


def _ticks(dated: Mapping[date, str], scale: Mapping[date, float]) -> tuple[Tick, ...]:
    """Return the dates that find room, the first given first."""
    ticks: list[Tick] = []
    for day, words in dated.items():
        x = min(max(scale[day], LABEL / 2), WIDTH - LABEL / 2)
        if all(abs(x - tick.x) >= LABEL for tick in ticks):
            ticks.append(Tick(words, x))
    return tuple(sorted(ticks, key=lambda tick: tick.x))
