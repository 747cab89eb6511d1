"""The articles by number, and their words in context."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from crossread.records import AnnotatedDocument, Comparison, Copy, Span
from crossread.report.view.direction import direction
from crossread.report.view.evidence import CopyNote, Excerpt, Piece, Source

LONGEST_CONTEXT = 240  # characters of the sentence shown on either side of evidence: a long sentence of news prose
LONGEST_EVIDENCE = 700  # longer evidence is cut at both ends: no reader follows more, and a line may have a million

Range = tuple[int, int]


class Library:
    """The story's articles: finds the source and the surroundings of any span."""

    def __init__(self, comparison: Comparison) -> None:
        story = comparison.story
        documents = [coded.annotated for coded in story.documents]
        self._annotated = {annotated.document.id: annotated for annotated in documents}
        self._starts = {annotated.document.id: [start for start, _ in annotated.sentences] for annotated in documents}
        names = _names(documents)
        numbers = {annotated.document.id: number for number, annotated in enumerate(documents, 1)}
        unresolved = Counter(time.span.doc for time in comparison.times if time.is_unresolved)
        self.sources = tuple(
            _source(
                annotated,
                numbers[annotated.document.id],
                names,
                _copy_note(annotated.document.id, story.copies, numbers, names),
                annotated.document.id in story.strangers,
                unresolved[annotated.document.id],
            )
            for annotated in documents
        )
        self._sources = {source.doc: source for source in self.sources}

    def source(self, doc: str) -> Source:
        """Return the source with this document id."""
        return self._sources[doc]

    def of_spans(self, spans: Iterable[Span]) -> tuple[Source, ...]:
        """Return the sources that the spans lie in, each once, by number."""
        numbers = {self._sources[span.doc].number for span in spans}
        return tuple(self.sources[number - 1] for number in sorted(numbers))

    def of_documents(self, docs: Iterable[str]) -> tuple[Source, ...]:
        """Return the sources with these document ids, each once, by number."""
        numbers = {self._sources[doc].number for doc in docs}
        return tuple(self.sources[number - 1] for number in sorted(numbers))

    def excerpts(self, spans: Sequence[Span], marked: Sequence[Sequence[Range]] = ()) -> list[Excerpt]:
        """Return each piece of evidence in its sentence, evidence within one sentence together.

        `marked` holds, for each span, the ranges to set apart; where it holds none, the whole evidence is set apart
        unless another span of the same sentence has some.
        """
        groups: dict[tuple[str, Range], list[int]] = {}
        for place, span in enumerate(spans):
            groups.setdefault((span.doc, self._sentence_range(span)), []).append(place)
        made = []
        for places in groups.values():
            ranges = [found for place in places for found in (marked[place] if marked else ())]
            whole = _around([spans[place] for place in places])
            made.append(self.excerpt(*whole, ranges or [(spans[place].start, spans[place].end) for place in places]))
        return made

    def excerpt(self, doc: str, start: int, end: int, marked: Sequence[Range]) -> Excerpt:
        """Return the words from `start` to `end` in their sentence, with the ranges `marked` set apart."""
        text = self._annotated[doc].document.text
        left, right = self._sentences_around(doc, start, end)
        low, high = _window(text, (left, right), (start, end))
        pieces = _pieces(text, low, high, marked)
        evidence = text[start : min(end, start + LONGEST_EVIDENCE)]
        return Excerpt(self._sources[doc], start, end, evidence, pieces, low > left, high < right)

    def words(self, span: Span, marked: Sequence[Range] = ()) -> Excerpt:
        """Return the evidence alone, without its sentence, nothing set apart unless in `marked`."""
        end = min(span.end, span.start + LONGEST_EVIDENCE)
        text = self._annotated[span.doc].document.text
        pieces = _pieces(text, span.start, end, marked)
        evidence = text[span.start : end]
        return Excerpt(self._sources[span.doc], span.start, span.end, evidence, pieces, False, end < span.end)

    def _sentence_range(self, span: Span) -> Range:
        return self._sentences_around(span.doc, span.start, span.end)

    def _sentences_around(self, doc: str, start: int, end: int) -> Range:
        first = bisect_right(self._starts[doc], start) - 1
        last = bisect_right(self._starts[doc], end - 1) - 1
        if first < 0 or last < 0:
            return start, end
        sentences = self._annotated[doc].sentences
        return min(sentences[first][0], start), max(sentences[last][1], end)


def _around(spans: Sequence[Span]) -> tuple[str, int, int]:
    return spans[0].doc, min(span.start for span in spans), max(span.end for span in spans)


def _window(text: str, around: Range, evidence: Range) -> Range:
    """Return what is shown of the sentences `around` the evidence: cut between words, where it is too long."""
    left, right = around
    start, end = evidence[0], min(evidence[1], evidence[0] + LONGEST_EVIDENCE)
    low, high = max(left, start - LONGEST_CONTEXT), min(right, end + LONGEST_CONTEXT)
    while left < low < start and not text[low - 1].isspace():
        low += 1
    while end < high < right and not text[high].isspace():
        high -= 1
    return low, high


def _pieces(text: str, low: int, high: int, marked: Sequence[Range]) -> tuple[Piece, ...]:
    pieces = []
    place = low
    for start, end in merged(marked):
        start, end = max(start, place), min(end, high)
        if start >= end:
            continue
        if place < start:
            pieces.append(Piece(place, text[place:start], marked=False))
        pieces.append(Piece(start, text[start:end], marked=True))
        place = end
    if place < high:
        pieces.append(Piece(place, text[place:high], marked=False))
    return tuple(pieces)


def merged(ranges: Iterable[Range]) -> list[Range]:
    """Return the ranges in order, with those that touch or overlap made one."""
    joined: list[Range] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _names(documents: Sequence[AnnotatedDocument]) -> dict[str, str]:
    """Name each document by its outlet, with the date or a count where an outlet has several."""
    times = Counter(annotated.document.outlet for annotated in documents)
    seen: Counter[str] = Counter()
    names = {}
    for annotated in documents:
        outlet = annotated.document.outlet
        seen[outlet] += 1
        names[annotated.document.id] = outlet if times[outlet] == 1 else f"{outlet} ({seen[outlet]})"
    return names


def _source(
    annotated: AnnotatedDocument,
    number: int,
    names: dict[str, str],
    copy: CopyNote | None,
    stranger: bool,
    unresolved: int,
) -> Source:
    document = annotated.document
    return Source(
        number=number,
        doc=document.id,
        name=names[document.id],
        outlet=document.outlet,
        title=document.title or None,
        byline=document.byline,
        published=document.published,
        url=document.url,
        language=document.language,
        direction=direction(document.text),
        words=len(document.text.split()),
        copy=copy,
        stranger=stranger,
        unresolved=unresolved,
    )


def _copy_note(doc: str, copies: Sequence[Copy], numbers: dict[str, int], names: dict[str, str]) -> CopyNote | None:
    """Return the strongest word on the document: that it is a reprint or a version outranks lifted passages."""
    found = [copy for copy in copies if copy.doc == doc and copy.of in numbers]
    if not found:
        return None
    best = min(found, key=lambda copy: (copy.kind == "lifted", -copy.share, numbers[copy.of]))
    return CopyNote(numbers[best.of], names[best.of], best.kind, best.share)
