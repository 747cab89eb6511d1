"""The strip of numbers: what is counted, each value at its place on a line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log

from crossread.report.view.records import Figure

WIDTH = 320
EDGE = 12
TIMES = 100  # the highest is so many times the lowest: equal steps then multiply, or all but one would be one dot
LEAST = 2  # accounts and different values: one alone needs no line
APART = 13  # units between two dots that would hide each other


@dataclass(frozen=True, slots=True)
class Dot:
    """A value's place; `end` closes a range, and is `x` where there is none. `level` stacks dots at one place."""

    x: float
    end: float
    level: int
    rough: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """What is drawn, in units of the drawing; `low` and `high` are the outermost values; `multiplies`: by logarithm."""

    width: int
    height: int
    low: str
    high: str
    multiplies: bool
    dots: tuple[Dot, ...]


def strip(figure: Figure) -> Strip | None:
    """Return the values on a line from the lowest to the highest; None where no two accounts differ in it."""
    if not figure.of or len({excerpt.source.number for excerpt in figure.excerpts}) < LEAST:
        return None
    ends = [end for count in figure.counts for end in (count.low, count.high)]
    if len({(count.low, count.high) for count in figure.counts}) < LEAST or max(ends) == min(ends):
        return None
    low, high = min(ends), max(ends)
    multiplies = low > 0 and high / low >= TIMES
    place = _scale(low, high, log if multiplies else float)
    counts = sorted(figure.counts, key=lambda count: (count.low, count.high))
    dots = _stacked([(place(count.low), place(count.high), count.bound != "exact") for count in counts])
    levels = 1 + max(dot.level for dot in dots)
    return Strip(WIDTH, 24 + APART * levels, _written(low), _written(high), multiplies, dots)


def _scale(low: float, high: float, measure: Callable[[float], float]) -> Callable[[float], float]:
    unit = (WIDTH - 2 * EDGE) / (measure(high) - measure(low))
    return lambda value: EDGE + (measure(value) - measure(low)) * unit


def _stacked(places: Sequence[tuple[float, float, bool]]) -> tuple[Dot, ...]:
    dots: list[Dot] = []
    for x, end, rough in places:
        taken = {dot.level for dot in dots if abs(dot.x - x) < APART}
        level = next(level for level in range(len(dots) + 1) if level not in taken)
        dots.append(Dot(x, end, level, rough))
    return tuple(dots)


def _written(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0")
