"""The picture of who backs whom: holders on the left, targets on the right, a line for each stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crossread.records import StanceSide
from crossread.report.view.records import Backing

HOLDERS_DRAWN = 24
TARGETS_DRAWN = 8
LETTERS = 30  # of a name; the table below has it in full
ROW = 30  # units of height a name
WIDTH = 720
APART: dict[StanceSide, float] = {"for": -2, "against": 2}  # so that two stands of one holder do not hide each other
_DAY = 10  # characters of an ISO 8601 day
LEFT, RIGHT = 250, 470  # where names end and begin, in units of width


@dataclass(frozen=True, slots=True)
class Name:
    """A name at a height."""

    text: str
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """A stand, as the data of an SVG path; `day`: since when it is known, as `2031-04-08`, or empty."""

    side: StanceSide
    path: str
    day: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn, in units of the drawing."""

    width: int
    height: int
    left: int
    right: int
    holders: tuple[Name, ...]
    targets: tuple[Name, ...]
    lines: tuple[Line, ...]


def picture(backing: Sequence[Backing]) -> Picture | None:
    """Return the picture of the stands for and against, None where there is nothing to draw."""
    stands = [
        (backer.name, side, row.target, (backer.known or "")[:_DAY])
        for row in backing[:TARGETS_DRAWN]
        for side, backers in row.sides
        if side != "neutral"
        for backer in backers
    ]
    holders = _distinct(holder for holder, _, _, _ in stands)[:HOLDERS_DRAWN]
    targets = _distinct(target for holder, _, target, _ in stands if holder in holders)
    if not holders:
        return None
    height = ROW * max(len(holders), len(targets))
    left = {name: height * (place + 0.5) / len(holders) for place, name in enumerate(holders)}
    right = {name: height * (place + 0.5) / len(targets) for place, name in enumerate(targets)}
    drawn: dict[tuple[str, StanceSide, str], str] = {}
    for holder, side, target, day in stands:
        if holder in left:
            drawn[holder, side, target] = min(drawn.get((holder, side, target), day), day)
    return Picture(
        width=WIDTH,
        height=height,
        left=LEFT,
        right=RIGHT,
        holders=tuple(Name(_short(name), y) for name, y in left.items()),
        targets=tuple(Name(_short(name), y) for name, y in right.items()),
        lines=tuple(
            Line(side, _curve(left[holder] + APART[side], right[target] + APART[side]), day)
            for (holder, side, target), day in drawn.items()
        ),
    )


def _distinct(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _short(name: str) -> str:
    return name if len(name) <= LETTERS else name[: LETTERS - 1] + "…"


def _curve(start: float, end: float) -> str:
    """Return a cubic curve that leaves and arrives level."""
    middle = (LEFT + RIGHT) / 2
    return f"M{LEFT + 8} {start:.1f}C{middle:.0f} {start:.1f} {middle:.0f} {end:.1f} {RIGHT - 8} {end:.1f}"
