"""What a stretch of text has in it that another account of the same thing would have too."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from crossread.linking import fold, stem
from crossread.records import CodedDocument, ResolvedStory, Span
from crossread.resources import read_terms

_WORD: Final = re.compile(r"\w+(?:[.,]\d+)*(?:['’]\w+)?")
_SHORTEST_WORD: Final = 3  # shorter ones are nearly all grammar; figures are kept at any length


@dataclass(frozen=True, slots=True)
class Reading:
    """The keys of one stretch of text.

    `stems`: of its content words, in text order, repeated as often as they stand. `quoted`: those of them inside
    quotation marks. `entities`: ids of the actors that it mentions. `figures`: its quantities; `dates`: its times, as
    resolved.
    """

    stems: tuple[str, ...]
    quoted: frozenset[str]
    entities: frozenset[str]
    figures: frozenset[str]
    dates: frozenset[str]


class _Index:
    """Things with a place in the text, found by range; they do not overlap."""

    def __init__(self, places: Iterable[tuple[int, int, str]]) -> None:
        self._places = sorted(set(places))
        self._starts = [start for start, _, _ in self._places]

    def inside(self, start: int, end: int) -> frozenset[str]:
        """Return what starts in `[start, end)`."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return frozenset(value for _, _, value in self._places[first:last])

    def holds(self, offset: int) -> bool:
        """Tell whether the last thing that starts at or before the offset ends after it."""
        before = bisect_left(self._starts, offset + 1) - 1
        return before >= 0 and offset < self._places[before][1]


class Reader:
    """Reads stretches of one document; what was found in it is indexed once."""

    def __init__(self, coded: CodedDocument, resolved: ResolvedStory) -> None:
        doc = coded.annotated.document.id
        self._grammar = read_terms("lexicons/en/grammar_words.txt")
        self._quotes = _Index((q.span.start, q.span.end, "") for q in coded.quotes if q.direct)
        self._entities = _Index((s, e, entity) for (d, s, e), entity in resolved.entity_of.items() if d == doc)
        self._figures = _Index((q.span.start, q.span.end, f"{q.value:g}") for q in coded.annotated.quantities)
        self._dates = _Index((t.span.start, t.span.end, t.value) for t in coded.annotated.times if t.value)

    def read(self, spans: Iterable[Span]) -> Reading:
        """Return the keys of the spans taken together."""
        spans = tuple(spans)
        stems = [found for span in spans for found in self._stems(span)]
        return Reading(
            stems=tuple(stemmed for stemmed, _ in stems),
            quoted=frozenset(stemmed for stemmed, quoted in stems if quoted),
            entities=_union(self._entities, spans),
            figures=_union(self._figures, spans),
            dates=_union(self._dates, spans),
        )

    def _stems(self, span: Span) -> Iterable[tuple[str, bool]]:
        for match in _WORD.finditer(span.text):
            word = fold(match.group()).removesuffix("'s")
            if word not in self._grammar and (len(word) >= _SHORTEST_WORD or word[:1].isdigit()):
                yield stem(word), self._quotes.holds(span.start + match.start())


def _union(index: _Index, spans: Iterable[Span]) -> frozenset[str]:
    return frozenset[str]().union(*(index.inside(span.start, span.end) for span in spans))
