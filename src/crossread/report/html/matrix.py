"""The table of points by articles."""

from dataclasses import dataclass

from crossread.records import PointStatus
from crossread.report.view.evidence import Excerpt, Source
from crossread.report.view.records import ReportView, Told

MOST_CELLS = 8000  # a browser lays out no more without a pause; the JSON has every point

_ORDER: dict[PointStatus, int] = {"disputed": 0, "agreed": 1, "single": 2}


@dataclass(frozen=True, slots=True)
class Row:
    """A point, and for each source its first words on it, or None where it was not found."""

    told: Told
    cells: tuple[tuple[Source, Excerpt | None], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows of points; `left` counts those that there was no room for."""

    rows: tuple[Row, ...]
    left: int


def matrix(view: ReportView) -> Matrix:
    """Return the points by sources: what differs first, then what most tell, then what one alone tells."""
    ranked = sorted(view.told, key=lambda told: (_ORDER[told.status], -told.independent, told.number))
    room = MOST_CELLS // max(1, len(view.sources))
    return Matrix(tuple(_row(told, view) for told in ranked[:room]), max(0, len(ranked) - room))


def _row(told: Told, view: ReportView) -> Row:
    first: dict[int, Excerpt] = {}
    for excerpt in told.excerpts:
        first.setdefault(excerpt.source.number, excerpt)
    return Row(told, tuple((source, first.get(source.number)) for source in view.sources))
