"""Where shown words come from: the articles as sources, and their words in context."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class CopyNote:
    """That a document repeats another: `of` is its number, `share` in [0, 1], `kind` copy, revision or lifted."""

    of: int
    of_name: str
    kind: str
    share: float


@dataclass(frozen=True, slots=True)
class Source:
    """One article of the story: `number` counts from 1 in the order given, `name` tells it from the others.

    `words` counts runs between white space. `direction` is ltr or rtl. `unresolved` counts the expressions of time
    that resolve to no date.
    """

    number: int
    doc: str
    name: str
    outlet: str
    title: str | None
    byline: str | None
    published: str | None
    url: str | None
    language: str | None
    direction: str
    words: int
    copy: CopyNote | None
    stranger: bool
    unresolved: int

    @property
    def independent(self) -> bool:
        """Whether this is an account of its own, and neither a reprint nor a later version."""
        return self.copy is None or self.copy.kind == "lifted"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an article's words, from its character `start`; `marked` where it is what matters in the excerpt."""

    start: int
    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Evidence within the sentence that holds it. `start`, `end`: the evidence itself, in code points.

    `evidence` is its words, from the start; very long evidence is cut. `cut_before`, `cut_after`: whether the sentence
    goes on beyond what is shown.
    """

    source: Source
    start: int
    end: int
    evidence: str
    pieces: tuple[Piece, ...]
    cut_before: bool = False
    cut_after: bool = False

    @property
    def text(self) -> str:
        """The words as one string."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def marked(self) -> tuple[tuple[int, int], ...]:
        """The ranges of the article that are set apart, in code points."""
        return tuple((piece.start, piece.start + len(piece.text)) for piece in self.pieces if piece.marked)

    @property
    def is_whole(self) -> bool:
        """Whether nothing but marks and space stands outside what is set apart."""
        return not (self.cut_before or self.cut_after) and not any(
            _WORD.search(piece.text) for piece in self.pieces if not piece.marked
        )

    @property
    def anchor(self) -> str:
        """The name of the place in the article, for a link."""
        return anchor(self.source.number, self.start)


def anchor(number: int, start: int) -> str:
    """Return the name of the place `start` in the article of this number."""
    return f"a{number}-{start}"
