"""The articles themselves, paragraph by paragraph, with what others tell of the same in the margin."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set
from itertools import chain

from crossread.records import Comparison, Span
from crossread.report.view.evidence import Excerpt, Source, anchor
from crossread.report.view.margins import Article, DifferenceNote, Found, MarginNote, Paragraph, Run
from crossread.report.view.marks import Mark, Segment, lines, segments, within
from crossread.report.view.records import Difference, ReportView, Told

TWINS_SHOWN = 3  # accounts quoted beside a paragraph; the rest stand with the point itself
VERSIONS_SHOWN = 3  # of a difference, beside a paragraph
LONGEST_PARAGRAPH = 4000  # characters: a browser takes minutes to lay out a million of them as one paragraph
MANY_ARTICLES = 24  # beyond, the margin only counts and links: with words it would outweigh the articles many times


def articles(comparison: Comparison, view: ReportView) -> tuple[Article, ...]:
    """Return every article in full, its words marked with the points and differences that they are evidence of."""
    marks = _marks(view.told, view.differences)
    places = _places(comparison)
    annotated = (coded.annotated.document for coded in comparison.story.documents)
    return tuple(
        _Annotator(source, document.text, view).article(marks.get(source.number, []), places.get(document.id, []))
        for source, document in zip(view.sources, annotated, strict=True)
    )


def _marks(told: Sequence[Told], differences: Sequence[Difference]) -> dict[int, list[Mark]]:
    """Return the marks of each article, by its number."""
    found: dict[int, list[Mark]] = {}
    for point in told:
        for one in point.excerpts:
            found.setdefault(one.source.number, []).append(Mark(one.start, one.end, point.number))
    for difference in differences:
        for one in chain.from_iterable(version.excerpts for version in difference.versions):
            found.setdefault(one.source.number, []).extend(_differing(one, difference.number))
    return found


def _differing(excerpt: Excerpt, number: int) -> list[Mark]:
    """Return marks on the very words that differ."""
    return [Mark(start, end, number, differs=True) for start, end in excerpt.marked]


def _places(comparison: Comparison) -> dict[str, list[int]]:
    """Return, for each document, where evidence of any kind starts: links lead there."""
    found: dict[str, set[int]] = {}
    for span in _evidence(comparison):
        found.setdefault(span.doc, set()).add(span.start)
    return {doc: sorted(starts) for doc, starts in found.items()}


def _evidence(comparison: Comparison) -> Iterable[Span]:
    spans = (
        (one.evidence for one in comparison.points),
        (side.evidence for one in comparison.discrepancies for side in one.sides),
        (one.evidence for one in comparison.stances),
        (one.evidence for one in comparison.timeline),
        (one.evidence for one in comparison.labels),
        (one.evidence for one in comparison.summary),
        ((one.span,) for one in comparison.quotes),
        ((one.span,) for one in comparison.quantities),
        (pair for one in comparison.story.copies for pair in one.passages),
    )
    return chain.from_iterable(chain.from_iterable(spans))


class _Annotator:
    """Marks up one article."""

    def __init__(self, source: Source, text: str, view: ReportView) -> None:
        self._source = source
        self._text = text
        self._told = view.told
        self._differences = view.differences
        self._twins_shown = TWINS_SHOWN if len(view.sources) <= MANY_ARTICLES else 0

    def article(self, marks: Sequence[Mark], places: Sequence[int]) -> Article:
        """Return the article; `places` are the offsets, in order, where evidence of any kind starts."""
        ranges = list(lines(self._text, LONGEST_PARAGRAPH))
        paragraphs = (
            self._paragraph(start, end, inside, places[bisect_left(places, start) : bisect_left(places, end)])
            for (start, end), inside in zip(ranges, within(marks, ranges), strict=True)
        )
        return Article(self._source, tuple(paragraphs))

    def _paragraph(self, start: int, end: int, marks: Sequence[Mark], places: Sequence[int]) -> Paragraph:
        row = list(segments(start, end, marks, places))
        last = {(mark.differs, mark.number): place for place, segment in enumerate(row) for mark in segment.closed}
        closed: dict[int, list[tuple[bool, int]]] = {}
        for key, place in sorted(last.items()):
            closed.setdefault(place, []).append(key)
        notes = self._margin_notes(dict.fromkeys(mark.number for mark in marks if not mark.differs))
        shown = {note.points[0].number for note in notes if note.others}
        runs = (self._run(segment, closed.get(place, ()), shown) for place, segment in enumerate(row))
        differing = dict.fromkeys(mark.number for mark in marks if mark.differs)
        return Paragraph(
            tuple(runs),
            notes,
            tuple(self._difference_note(self._differences[number - 1]) for number in differing),
            start > 0 and self._text[start - 1] != "\n",
        )

    def _run(self, segment: Segment, closed: Sequence[tuple[bool, int]], shown: Set[int]) -> Run:
        """Return the segment as it is shown.

        `closed` are the (differs, number) whose last mark in the paragraph ends with it; `shown` the points whose
        number is written there.
        """
        points = tuple(dict.fromkeys(mark.number for mark in segment.marks if not mark.differs))
        return Run(
            text=self._text[segment.start : segment.end],
            anchor=anchor(self._source.number, segment.start) if segment.begins else None,
            points=points,
            found=self._found(segment, points),
            closed=tuple(n for differs, n in closed if not differs and n in shown),
            closed_differences=tuple(n for differs, n in closed if differs),
        )

    def _found(self, segment: Segment, points: Sequence[int]) -> Found | None:
        if any(mark.differs for mark in segment.marks):
            return "differs"
        statuses = {self._told[number - 1].status for number in points}
        if statuses & {"agreed", "disputed"}:
            return "shared"
        return "alone" if statuses else None

    def _difference_note(self, difference: Difference) -> DifferenceNote:
        others = (
            version
            for version in difference.versions
            if all(excerpt.source.number != self._source.number for excerpt in version.excerpts)
        )
        return DifferenceNote(difference, tuple(others)[:VERSIONS_SHOWN])

    def _margin_notes(self, numbers: Iterable[int]) -> tuple[MarginNote, ...]:
        """Return the notes on these points, those for which others have the very same words as one."""
        groups: dict[tuple[tuple[int, int, int], ...], list[Told]] = {}
        for number in numbers:
            told = self._told[number - 1]
            words = tuple((one.source.number, one.start, one.end) for one in self._twins(told))
            groups.setdefault(words or ((0, 0, number),), []).append(told)
        return tuple(self._margin_note(group) for group in groups.values())

    def _margin_note(self, group: Sequence[Told]) -> MarginNote:
        twins = self._twins(group[0])
        return MarginNote(tuple(group), twins[: self._twins_shown], len(twins))

    def _twins(self, told: Told) -> tuple[Excerpt, ...]:
        """Return the first words of each other source on the point."""
        twins: dict[int, Excerpt] = {}
        for excerpt in told.excerpts:
            if excerpt.source.number != self._source.number:
                twins.setdefault(excerpt.source.number, excerpt)
        return tuple(twins.values())
