"""An article as the finders of differences see it: sentence by sentence, each with what was read in it."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeVar

from crossread.linking import fold, stem
from crossread.records import CodedDocument, Mention, Quantity, Quote, ResolvedStory, Span, Time
from crossread.resources import read_terms

_WORD: Final = re.compile(r"[$£€]?\d+(?:[.,:]\d+)*|(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’-][^\W_]+)*")
_WORDS_KEPT: Final = 50_000  # words read once: the vocabulary of a story, and most of that of a book
_MOST_WORDS: Final = 200  # the longest sentences of news have about 120
_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place: `text` is folded, `key` its crude stem, `grammar` true for words that tell nothing."""

    start: int
    end: int
    text: str
    key: str
    grammar: bool


@dataclass(frozen=True, slots=True)
class NamedMention:
    """A mention and the entity that it refers to, where that is known."""

    mention: Mention
    entity: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of one article, with what stands in it."""

    coded: CodedDocument
    order: int
    sentence: int
    span: Span
    words: tuple[Word, ...]
    mentions: tuple[NamedMention, ...]
    quotes: tuple[Quote, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]

    @property
    def doc(self) -> str:
        """The document's id."""
        return self.span.doc

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands: the document's place in the story, the sentence's in the document."""
        return self.order, self.sentence

    @property
    def keys(self) -> frozenset[str]:
        """The stems of its telling words."""
        return frozenset(word.key for word in self.words if not word.grammar)

    @property
    def endless(self) -> bool:
        """Whether it is no sentence that anybody would compare: a table, a dump, text without any full stop."""
        return len(self.words) > _MOST_WORDS

    def cut(self, start: int, end: int) -> Span:
        """Return the span of the document's characters `[start, end)`."""
        return self.coded.annotated.document.span(start, end)

    def keys_around(self, span: Span, reach: int) -> frozenset[str]:
        """Return the stems of the telling words within `reach` words of the span, its own words left out."""
        before = [word for word in self.words if word.end <= span.start][-reach:]
        after = [word for word in self.words if word.start >= span.end][:reach]
        return frozenset(word.key for word in (*before, *after) if not word.grammar)

    def quoted(self, start: int, end: int) -> bool:
        """Tell whether the characters lie in words that the article gives as somebody else's."""
        voices = (quote.span for quote in self.quotes if quote.kind not in ("scare", "attitude"))
        return any(span.start <= start and end <= span.end for span in voices)


def words_of(text: str, start: int, end: int) -> tuple[Word, ...]:
    """Return the words of `text[start:end]`, with their offsets in `text`."""
    found = []
    for match in _WORD.finditer(text, start, end):
        folded, key, grammar = _read(match.group())
        found.append(Word(match.start(), match.end(), folded, key, grammar))
    return tuple(found)


@lru_cache(_WORDS_KEPT)
def _read(word: str) -> tuple[str, str, bool]:
    """Return the word folded, its key, and whether it is one of grammar."""
    folded = fold(word).removesuffix("'s")
    return folded, stem(folded.replace(".", "")), folded in read_terms("lexicons/en/grammar_words.txt")


class Passages:
    """All sentences of a story's articles, found by document and offset."""

    def __init__(self, resolved: ResolvedStory) -> None:
        self._of: dict[str, tuple[Passage, ...]] = {}
        self._starts: dict[str, list[int]] = {}
        for order, coded in enumerate(resolved.story.documents):
            doc = coded.annotated.document.id
            self._of[doc] = _passages(coded, order, resolved.entity_of)
            self._starts[doc] = [start for start, _ in coded.annotated.sentences]

    def of(self, doc: str) -> tuple[Passage, ...]:
        """Return the document's sentences, in order."""
        return self._of.get(doc, ())

    def at(self, span: Span) -> Passage | None:
        """Return the sentence in which the span starts, None outside all of them."""
        place = bisect_right(self._starts.get(span.doc, []), span.start) - 1
        if place < 0:
            return None
        passage = self._of[span.doc][place]
        return passage if span.start < passage.span.end else None

    def all(self) -> tuple[Passage, ...]:
        """Return every sentence, by document as given, then in text order."""
        return tuple(passage for passages in self._of.values() for passage in passages)


def _passages(coded: CodedDocument, order: int, entity_of: Mapping[tuple[str, int, int], str]) -> tuple[Passage, ...]:
    annotated = coded.annotated
    document = annotated.document
    starts = [start for start, _ in annotated.sentences]
    mentions = _by_sentence(starts, annotated.mentions, [m.span for m in annotated.mentions])
    quantities = _by_sentence(starts, annotated.quantities, [q.span for q in annotated.quantities])
    times = _by_sentence(starts, annotated.times, [t.span for t in annotated.times])
    quotes = _overlapping(annotated.sentences, coded.quotes)
    return tuple(
        Passage(
            coded=coded,
            order=order,
            sentence=number,
            span=document.span(start, end),
            words=words_of(document.text, start, end),
            mentions=tuple(
                NamedMention(m, entity_of.get((m.span.doc, m.span.start, m.span.end))) for m in mentions[number]
            ),
            quotes=tuple(quotes[number]),
            quantities=tuple(quantities[number]),
            times=tuple(times[number]),
        )
        for number, (start, end) in enumerate(annotated.sentences)
    )


def _by_sentence(starts: Sequence[int], things: Sequence[_Thing], spans: Sequence[Span]) -> list[list[_Thing]]:
    rows: list[list[_Thing]] = [[] for _ in starts]
    for thing, span in zip(things, spans, strict=True):
        place = bisect_right(starts, span.start) - 1
        if place >= 0:
            rows[place].append(thing)
    return rows


def _overlapping(sentences: Sequence[tuple[int, int]], quotes: Sequence[Quote]) -> list[list[Quote]]:
    """A quotation may run over several sentences: each of them has it."""
    starts = [start for start, _ in sentences]
    rows: list[list[Quote]] = [[] for _ in sentences]
    for quote in quotes:
        place = max(bisect_right(starts, quote.span.start) - 1, 0)
        while place < len(sentences) and sentences[place][0] < quote.span.end:
            if quote.span.start < sentences[place][1]:
                rows[place].append(quote)
            place += 1
    return rows
