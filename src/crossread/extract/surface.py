"""The words of an article as columns: as they stand, in which sentence, name, expression of time and marks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any, Final

from crossread.extract.marks import MarkedRange, marked_ranges
from crossread.records import AnnotatedDocument, Mention, Span

_ENDS: Final = frozenset(".!?…:;,-–—")  # marks that end a sentence, or leave it to go on
_UNDER_MARKS: Final = re.compile(r"""[\s"”’')\]]+$""")
_TO_LINE_END: Final = 8  # characters of white space after a sentence


@dataclass(frozen=True)
class Surface:
    """An annotated document with its words in lower case, what names and marks hold them, and their sentences."""

    annotated: AnnotatedDocument

    @cached_property
    def answers(self) -> dict[Callable[..., Any], dict[Any, Any]]:
        """What `remembered` functions have answered of this article, by function and what was asked about."""
        return {}

    @cached_property
    def text(self) -> str:
        return self.annotated.document.text

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The words as they stand."""
        words = self.annotated.words
        return tuple(self.text[s:e] for s, e in zip(words.start, words.end, strict=True))

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The words in lower case, with straight apostrophes."""
        return tuple(form.lower().replace("’", "'").replace("‘", "'") for form in self.forms)

    @cached_property
    def wordlike(self) -> tuple[bool, ...]:
        """Whether each word has a letter or digit; marks have none."""
        return tuple(form.isalnum() or any(map(str.isalnum, form)) for form in self.forms)

    @cached_property
    def sentence_words(self) -> tuple[tuple[int, int], ...]:
        """Half-open word range of each sentence."""
        words = self.annotated.words
        return tuple(
            (bisect_left(words.start, start), bisect_left(words.start, end)) for start, end in self.annotated.sentences
        )

    @cached_property
    def names(self) -> tuple[Mention | None, ...]:
        """The named or described mention that covers each word, the longest first; None for other words."""
        words = self.annotated.words
        covering: list[Mention | None] = [None] * len(words)
        ordered = sorted(self.annotated.mentions, key=lambda m: (m.form != "name", m.span.start - m.span.end))
        for mention in ordered:
            if mention.form == "pronoun":
                continue
            for word in range(self.word_at(mention.span.start), self.word_after(mention.span.end)):
                covering[word] = covering[word] or mention
        return tuple(covering)

    def person_at(self, word: int) -> Mention | None:
        """Return the mention by name of a person that holds the word, or None."""
        mention = self.names[word]
        return mention if mention is not None and mention.form == "name" and mention.kind == "person" else None

    @cached_property
    def titled(self) -> dict[int, int]:
        """Where the name after a title ends that small words hold together ("Secretary of State Ann Lee"), by start."""
        found = {}
        for mention in self.annotated.mentions:
            title = mention.title or ""
            start = mention.span.start - len(title) - 1
            if any(word.islower() for word in title.split()) and start >= 0 and self.text.startswith(title, start):
                found[self.word_at(start)] = self.word_after(mention.span.end)
        return found

    @cached_property
    def timed(self) -> frozenset[int]:
        """The words of expressions of time."""
        return frozenset(
            word
            for time in self.annotated.times
            for word in range(self.word_at(time.span.start), self.word_after(time.span.end))
        )

    @cached_property
    def prose(self) -> tuple[int, ...]:
        """For each sentence, how many sentences of prose stand before it: captions and headings are none."""
        among = (number not in self.lines for number in range(len(self.annotated.sentences)))
        return tuple(accumulate(among, initial=0))[:-1]

    @cached_property
    def lines(self) -> frozenset[int]:
        """The sentences that are none: captions, headings, credits, links between two paragraphs."""
        return frozenset(n for n, (start, end) in enumerate(self.annotated.sentences) if self._is_line(start, end))

    def _is_line(self, start: int, end: int) -> bool:
        """Whether it ends with its line, and with no mark that ends a sentence or leads in another."""
        whole = _UNDER_MARKS.sub("", self.text[start:end].rstrip())
        after = self.text[end : end + _TO_LINE_END]
        ends = not after or "\n" in after[: len(after) - len(after.lstrip())]
        return ends and bool(whole) and whole[-1] not in _ENDS

    @cached_property
    def marked(self) -> tuple[MarkedRange, ...]:
        """The ranges between quotation marks."""
        return tuple(marked_ranges(self.text))

    @cached_property
    def quoted(self) -> tuple[bool, ...]:
        """Whether each word stands between quotation marks."""
        inside = [False] * len(self.forms)
        for marked in self.marked:
            first, after = self.word_at(marked.start), self.word_after(marked.end)
            inside[first:after] = [True] * (after - first)
        return tuple(inside)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The words that each word governs, in order; all empty without syntax."""
        governed: list[list[int]] = [[] for _ in self.forms]
        for word, head in enumerate(self.annotated.words.head):
            if word != head:
                governed[head].append(word)
        return tuple(map(tuple, governed))

    def first_word(self, start: int, end: int) -> int:
        """Return the first word of the range that is no mark, its end if all are."""
        return next((word for word in range(start, end) if self.wordlike[word]), end)

    def sentence_of(self, word: int) -> tuple[int, int]:
        """Return the word range of the sentence that holds the word."""
        return self.sentence_words[self.annotated.words.sentence[word]]

    def word_at(self, offset: int) -> int:
        """Return the index of the first word that ends after the character offset."""
        return bisect_right(self.annotated.words.end, offset)

    def word_after(self, offset: int) -> int:
        """Return the index after the last word that starts before the character offset."""
        return bisect_left(self.annotated.words.start, offset)

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence that holds the character, or of the one before it."""
        return max(0, bisect_right(self.annotated.sentences, (offset, len(self.text) + 1)) - 1)

    def span(self, first: int, after: int) -> Span:
        """Return the span of the words `first` up to, not with, `after`."""
        words = self.annotated.words
        return self.annotated.document.span(words.start[first], words.end[after - 1])
