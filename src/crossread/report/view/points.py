"""What is told: by all, by several, by one alone."""

from collections.abc import Iterable, Mapping, Sequence, Set
from statistics import fmean

from crossread.records import Comparison, Point, Span, Statement
from crossread.report.view.evidence import Excerpt, Source
from crossread.report.view.grouping import OFFICE, Line, lines, speaking
from crossread.report.view.records import Difference, Told
from crossread.report.view.sources import Library

_HEAD = 800  # characters: the first paragraphs of a news article, which hold what is new
_QUOTES = '"“”‘'
_HANGING = frozenset({"if", "since", "until", "where", "which", "while", "who", "whom", "whose", "what"})


def points(comparison: Comparison, differences: Sequence[Difference], library: Library) -> tuple[Told, ...]:
    """Return the points, numbered in the order of the comparison; those a reader cannot tell apart are shown as one."""
    statements = {statement.id: statement for statement in comparison.statements}
    places = _places(differences)
    weighty = frozenset(difference.number for difference in differences if difference.severity != "framing")
    return tuple(
        _told(number, line, statements, places, weighty, library) for number, line in enumerate(lines(comparison), 1)
    )


def agreed(told: Iterable[Told]) -> tuple[Told, ...]:
    """Return what several accounts tell alike: first what most independent accounts tell, then what stands early."""
    return tuple(
        sorted(
            (one for one in told if one.status == "agreed"),
            key=lambda one: (-one.independent, -len(one.sources), _early(one), one.number),
        )
    )


def alone(told: Sequence[Told], library: Library) -> tuple[tuple[Source, tuple[Told, ...]], ...]:
    """Return, for each source that has any, what is found in it and its copies and in no other account.

    Whole clauses come first, and among them those with figures, names and quoted words, or at the head of the article.
    """
    found: dict[int, list[Told]] = {}
    for one in told:
        if one.status == "single" and one.sources:
            teller = next((source for source in one.sources if source.independent), one.sources[0])
            found.setdefault(teller.number, []).append(one)
    return tuple(
        (source, tuple(sorted(found[source.number], key=_weight)))
        for source in library.sources
        if source.number in found
    )


def _early(told: Told) -> float:
    """Return how far into the articles the point stands, in characters, on average."""
    first: dict[int, int] = {}
    for excerpt in told.excerpts:
        first[excerpt.source.number] = min(excerpt.start, first.get(excerpt.source.number, excerpt.start))
    return fmean(first.values()) if first else 0.0


def _weight(told: Told) -> tuple[int, int, int]:
    """Return what puts the point in its place among those of one account."""
    words = told.label.split()
    part = bool(words) and words[0].casefold() in _HANGING
    place = min((excerpt.start for excerpt in told.excerpts), default=0)
    signs = (
        any(character.isdigit() for character in told.label),
        any(word[:1].isupper() for word in words[1:]),
        any(mark in told.label for mark in _QUOTES),
        place < _HEAD,
    )
    return 2 if told.kind == OFFICE else int(part), -sum(signs), told.number


def _told(
    number: int,
    line: Line,
    statements: Mapping[str, Statement],
    places: Mapping[str, Sequence[tuple[int, int, int]]],
    weighty: Set[int],
    library: Library,
) -> Told:
    """Return the line as a thing told; what only one has in these words, but others tell differently, is disputed."""
    ground = [statements[key] for one in line.points for key in one.statements if key in statements]
    met = {number for span in line.evidence for number in _meeting(span, places)}
    return Told(
        number=number,
        label=line.points[0].label,
        kind=line.points[0].kind,
        status="disputed" if line.status == "single" and met & weighty else line.status,
        sources=library.of_spans(line.evidence),
        independent=line.independent,
        missing=library.of_documents(line.absent_from),
        excerpts=tuple(library.words(span) for span in line.evidence),
        found_by=tuple(sorted({statement.made_by for statement in ground})),
        confidence=max((statement.confidence for statement in ground), default=None),
        differences=tuple(sorted(met)),
        shown=_shown(line.points[0], library),
    )


def _shown(point: Point, library: Library) -> Excerpt | None:
    """Return the label in its sentence: a clause alone may leave a reader asking who, or that what."""
    span = speaking(point)
    if span is None:
        return None
    start = max(0, span.end - len(point.label))
    return library.excerpt(span.doc, start, span.end, [(start, span.end)])


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
