"""Reports put to use: who speaks in them, where they stand, and the indirect speech that they hold."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from crossread.extract.cast import Cast
from crossread.extract.chunks import Chunk
from crossread.extract.reading import Reading
from crossread.extract.reports import Report
from crossread.extract.roles import subject_of
from crossread.extract.voices import Voice, voice_of
from crossread.records import Quote, QuoteKind, Span, Speaker, content_id

_MOST = 0.5  # of a quotation's words that a report's content must hold to own it


@dataclass(frozen=True)
class Reporting:
    """The reports of an article with its cast."""

    cast: Cast
    reports: Sequence[Report]

    @cached_property
    def _by_cue(self) -> dict[int, Report]:
        return {word: report for report in self.reports for word in report.cue}

    @cached_property
    def _by_content(self) -> dict[int, Report]:
        outer = [report for report in self.reports if report.within is None]
        return {word: report for report in outer for word in report.content}

    def of_cue(self, word: int | None) -> Report | None:
        """Return the report whose cue holds the word."""
        return self._by_cue.get(word) if word is not None else None

    def of_words(self, first: int, after: int) -> Report | None:
        """Return the report whose content holds most of the words."""
        owners = Counter(self._by_content[word].root for word in range(first, after) if word in self._by_content)
        if not owners:
            return None
        root, held = owners.most_common(1)[0]
        return self._by_cue[root] if held > _MOST * (after - first) else None

    def voice(self, report: Report, last: Voice | None = None) -> Voice | None:
        """Return who speaks: the source, else the subject that the cue takes over from another verb."""
        chunk = self._source(report) or self._subject(report)
        return voice_of(self.cast, chunk, last) if chunk is not None else None

    def speaker(self, report: Report) -> Speaker | None:
        """Return the speaker, with the chain from the outlet through those who tell what the speaker said."""
        voice = self.voice(report)
        if voice is None:
            return None
        outer = self._by_cue.get(report.within) if report.within is not None else None
        told = self.speaker(outer) if outer is not None else None
        before = told.chain if told is not None else (self.cast.reading.annotated.document.outlet,)
        return Speaker(voice.name, voice.span, None, (*before, voice.name))

    def _source(self, report: Report) -> Chunk | None:
        """Return the noun phrase of the source's highest word."""
        if not report.source:
            return None
        reading = self.cast.reading
        heads, inside = reading.annotated.words.head, set(report.source)
        top = next((word for word in report.source if heads[word] not in inside or heads[word] == word), None)
        if top is None or reading.tags[top].part == "rel":
            return None
        return reading.chunk_of[top] or Chunk(top, top + 1, top)

    def _subject(self, report: Report) -> Chunk | None:
        reading = self.cast.reading
        group = next(iter(reading.groups_in(report.root, report.root + 1)), None)
        return subject_of(reading, group) if group is not None else None


def indirect_by_report(reporting: Reporting, quotes: Sequence[Quote]) -> Iterator[Quote]:
    """Yield what reports hold outside the quotations found: one quote a stretch of words.

    Its kind is `indirect` if the words make a clause, else `attitude`: "support for the reform".
    """
    reading = reporting.cast.reading
    marked = {word for quote in quotes if quote.kind == "direct" for word in range(*_words(reading, quote.span))}
    for report in reporting.reports:
        speaker = reporting.speaker(report)
        for first, after in stretches(reading, [word for word in report.content if word not in marked]):
            yield _quote(reading, report, speaker, reading.span(first, after))


def _quote(reading: Reading, report: Report, speaker: Speaker | None, span: Span) -> Quote:
    clause = any(reading.tags[w].part in {"verb", "aux"} for w in range(*_words(reading, span)))
    kind: QuoteKind = "indirect" if clause else "attitude"
    return Quote(
        id=content_id("q", span.doc, span.start, span.end, kind, report.root),
        span=span,
        kind=kind,
        cue=reading.forms[report.root],
        speaker=speaker,
        cue_spans=spans(reading, report.cue),
        source_spans=spans(reading, report.source),
    )


def _words(reading: Reading, span: Span) -> tuple[int, int]:
    return reading.word_at(span.start), reading.word_after(span.end)


def placed(reporting: Reporting, quote: Quote, report: Report) -> Quote:
    """Return the quotation with the places of the report's cue and source."""
    reading = reporting.cast.reading
    return replace(
        quote, cue_spans=spans(reading, report.cue), source_spans=spans(reading, report.source) or quote.source_spans
    )


def spans(reading: Reading, words: Iterable[int]) -> tuple[Span, ...]:
    """Return the spans of words, those that stand side by side in one."""
    return tuple(reading.span(first, after) for first, after in stretches(reading, words))


def stretches(reading: Reading, words: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the half-open ranges of words that nothing but marks parts, without marks at their ends."""
    first = after = -1
    for word in words:
        if not _worded(reading, word):
            continue
        if first >= 0 and all(not _worded(reading, between) for between in range(after, word)):
            after = word + 1
            continue
        if first >= 0:
            yield first, after
        first, after = word, word + 1
    if first >= 0:
        yield first, after


def _worded(reading: Reading, word: int) -> bool:
    return any(character.isalnum() for character in reading.lower[word])
