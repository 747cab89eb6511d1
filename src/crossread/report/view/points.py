"""What is told: by all, by several, by one alone."""

from collections.abc import Iterable, Mapping, Sequence

from crossread.records import Comparison, Point, Span, Statement
from crossread.report.view.evidence import Source
from crossread.report.view.records import Difference, Told
from crossread.report.view.sources import Library


def points(comparison: Comparison, differences: Sequence[Difference], library: Library) -> tuple[Told, ...]:
    """Return the points, numbered in the order of the comparison; those a reader cannot tell apart are shown as one."""
    statements = {statement.id: statement for statement in comparison.statements}
    places = _places(differences)
    return tuple(
        _told(number, group, statements, places, library) for number, group in enumerate(_alike(comparison.points), 1)
    )


def agreed(told: Iterable[Told]) -> tuple[Told, ...]:
    """Return what several accounts tell alike, that which most independent accounts tell first."""
    return tuple(
        sorted((one for one in told if one.status == "agreed"), key=lambda one: (-one.independent, one.number))
    )


def alone(told: Sequence[Told], library: Library) -> tuple[tuple[Source, tuple[Told, ...]], ...]:
    """Return, for each source that has any, what is found in it and its copies and in no other account."""
    found: dict[int, list[Told]] = {}
    for one in told:
        if one.status == "single" and one.sources:
            teller = next((source for source in one.sources if source.independent), one.sources[0])
            found.setdefault(teller.number, []).append(one)
    return tuple((source, tuple(found[source.number])) for source in library.sources if source.number in found)


def _alike(points: Iterable[Point]) -> list[list[Point]]:
    """Put together the points that stand on the same words: one sentence may tell the same of seven countries."""
    groups: dict[tuple[str, str, tuple[Span, ...]], list[Point]] = {}
    for point in points:
        groups.setdefault((point.label, point.status, point.evidence), []).append(point)
    return list(groups.values())


def _told(
    number: int,
    group: Sequence[Point],
    statements: Mapping[str, Statement],
    places: Mapping[str, Sequence[tuple[int, int, int]]],
    library: Library,
) -> Told:
    point = group[0]
    ground = [statements[key] for one in group for key in one.statements if key in statements]
    return Told(
        number=number,
        label=point.label,
        kind=point.kind,
        status=point.status,
        sources=library.of_spans(point.evidence),
        independent=point.independent_sources,
        missing=library.of_documents(point.absent_from),
        excerpts=tuple(library.words(span) for span in point.evidence),
        found_by=tuple(sorted({statement.made_by for statement in ground})),
        confidence=max((statement.confidence for statement in ground), default=None),
        differences=tuple(sorted({number for span in point.evidence for number in _meeting(span, places)})),
    )


def _places(differences: Sequence[Difference]) -> dict[str, list[tuple[int, int, int]]]:
    """Return, for each document, the (start, end, number of the difference) of the words that differ."""
    found: dict[str, list[tuple[int, int, int]]] = {}
    for difference in differences:
        for version in difference.versions:
            for excerpt in version.excerpts:
                found.setdefault(excerpt.source.doc, []).extend(
                    (start, end, difference.number) for start, end in excerpt.marked
                )
    return found


def _meeting(span: Span, places: Mapping[str, Sequence[tuple[int, int, int]]]) -> Iterable[int]:
    for start, end, number in places.get(span.doc, ()):
        if start < span.end and span.start < end:
            yield number
