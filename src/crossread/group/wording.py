"""The words of an article as its copies would repeat them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from crossread.linking import fold
from crossread.records import CodedDocument, Span

_WORD = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Wording:
    """Folded words (digits kept) of `document`, with character offsets; `quoted`: inside quotation marks."""

    source: CodedDocument
    words: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    quoted: tuple[bool, ...]

    @property
    def id(self) -> str:
        """The id of the document."""
        return self.source.annotated.document.id

    def span(self, first: int, last: int) -> Span:
        """Return the span from the first word to the last, both included."""
        return self.source.annotated.document.span(self.start[first], self.end[last])


def wording(source: CodedDocument) -> Wording:
    """Return the words of an article."""
    matches = list(_WORD.finditer(source.annotated.document.text))
    quoted = _covered([(match.start(), match.end()) for match in matches], _quotations(source))
    folded = {word: fold(word) for word in {match.group() for match in matches}}
    return Wording(
        source,
        tuple(folded[match.group()] for match in matches),
        tuple(match.start() for match in matches),
        tuple(match.end() for match in matches),
        quoted,
    )


def _quotations(source: CodedDocument) -> list[tuple[int, int]]:
    return sorted((quote.span.start, quote.span.end) for quote in source.quotes if quote.direct)


def _covered(words: Iterable[tuple[int, int]], ranges: list[tuple[int, int]]) -> tuple[bool, ...]:
    """Tell of each word, in text order, whether one of the ranges, sorted, holds its start."""
    marks, reach, following = [], 0, 0
    for start, _ in words:
        while following < len(ranges) and ranges[following][0] <= start:
            reach = max(reach, ranges[following][1])
            following += 1
        marks.append(start < reach)
    return tuple(marks)
