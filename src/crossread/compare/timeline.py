"""The order of things: what happened when, by the dates that the articles tell."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from crossread.compare.passages import Passages
from crossread.records import Point, ResolvedStory, Span, Time, TimelineEntry

_PRECISION_BY_LENGTH: Final = {4: "year", 7: "month", 10: "day"}  # of ISO 8601 dates, in characters


@dataclass(frozen=True, slots=True)
class _Dated:
    """A stretch of text that an article dates, and the point that it tells."""

    point: str
    span: Span
    date: str
    precision: str


def build_timeline(resolved: ResolvedStory, points: Sequence[Point], passages: Passages) -> tuple[TimelineEntry, ...]:
    """Return what is told with a date, earliest first.

    A date is that of the words in which it stands, never the day of publication. What several points tell with the same
    date in the same words is one entry, as is what one point tells with one date in several articles.
    """
    order = {coded.annotated.document.id: n for n, coded in enumerate(resolved.story.documents)}
    dated = [found for point in points for span in point.evidence for found in _dates(point.id, span, passages)]
    entries = [_entry(group, order) for group in _same(dated)]
    return tuple(sorted(entries, key=lambda e: (e.date, _place(e.evidence[0], order), e.points)))


def _dates(point: str, span: Span, passages: Passages) -> Iterable[_Dated]:
    passage = passages.at(span)
    if passage is not None and passage.span.text.endswith("?"):
        return  # a question tells nothing
    for time in passage.times if passage else ():
        value = time.value
        if value and span.covers(time.span) and _is_date(time, value):
            yield _Dated(point, span, value, time.precision or _precision(value))


def _is_date(time: Time, value: str) -> bool:
    """A day, month, year or interval: not how long something took, nor how often."""
    return time.kind in ("date", "time") or "/" in value if value[:1].isdigit() else False


def _precision(value: str) -> str:
    return "interval" if "/" in value else _PRECISION_BY_LENGTH.get(len(value), "time")


def _same(dated: Sequence[_Dated]) -> list[list[_Dated]]:
    """Group by date, then join what shares a point or the very words."""
    groups: list[list[_Dated]] = []
    by_date: defaultdict[str, list[_Dated]] = defaultdict(list)
    for item in dated:
        by_date[item.date].append(item)
    for _, items in sorted(by_date.items()):
        owner: dict[object, list[_Dated]] = {}
        for item in items:
            touched = {id(owner[key]): owner[key] for key in (item.point, item.span) if key in owner}
            merged = [item for group in touched.values() for item in group] + [item]
            for member in merged:
                owner[member.point] = owner[member.span] = merged
        groups += {id(group): group for group in owner.values()}.values()
    return groups


def _entry(group: Sequence[_Dated], order: dict[str, int]) -> TimelineEntry:
    evidence = tuple(sorted({item.span for item in group}, key=lambda span: _place(span, order)))
    shortest = min(evidence, key=lambda span: (len(span.text), _place(span, order)))
    return TimelineEntry(
        date=group[0].date,
        precision=group[0].precision,
        label=shortest.text,
        points=tuple(sorted({item.point for item in group})),
        evidence=evidence,
    )


def _place(span: Span, order: dict[str, int]) -> tuple[int, int, int]:
    return order[span.doc], span.start, span.end
