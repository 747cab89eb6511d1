"""Windows: a few neighbouring sentences of one document, the unit of training."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from crossread.annotate.reader.pieces import WordPieces
from crossread.learn.reader.material import Material

FEWEST_PIECES: Final = 24  # drawn a window, so that single sentences and whole paragraphs are both seen
MOST_PIECES: Final = 170
LONGEST_SENTENCE: Final = 240  # pieces; longer ones are tables and lists of addresses


@dataclass(slots=True, eq=False)
class Word:
    """One word of a window. ``head`` is another word of it, or None for a root or where unknown."""

    form: str
    space_before: bool | None
    sentence: int
    starts_paragraph: bool
    upos: str | None = None
    feats: str | None = None
    head: "Word | None" = None
    deprel: str | None = None
    name: str | None = None
    kind: str | None = None
    chain: str | None = None


@dataclass(slots=True)
class Window:
    """Words of neighbouring sentences; ``scheme`` names the classes of their name tags."""

    words: list[Word]
    scheme: str | None
    has_syntax: bool
    has_mentions: bool = False


def windows(document: Material, pieces: WordPieces, random_source: random.Random) -> Iterator[Window]:
    """Cut a document into windows of whole sentences, of sizes drawn anew."""
    bounds = [*document.sentences, len(document.words)]
    start = 0
    budget = random_source.randint(FEWEST_PIECES, MOST_PIECES)
    used = 0
    for number in range(len(bounds) - 1):
        cost = sum(len(pieces.of(word)) for word in document.words[bounds[number] : bounds[number + 1]])
        if number > start and used + cost > budget:
            yield _window(document, bounds[start : number + 1])
            start, used = number, 0
            budget = random_source.randint(FEWEST_PIECES, MOST_PIECES)
        if cost > LONGEST_SENTENCE:
            if number > start:
                yield _window(document, bounds[start : number + 1])
            start, used = number + 1, 0
            continue
        used += cost
    if start < len(bounds) - 1:
        yield _window(document, bounds[start:])


def _window(document: Material, bounds: list[int]) -> Window:
    first, end = bounds[0], bounds[-1]
    paragraphs = {start for start in document.paragraphs if first <= start < end}
    words: list[Word] = []
    for number, (begin, stop) in enumerate(pairwise(bounds)):
        words.extend(
            Word(document.words[index], document.space_before[index], number, index in paragraphs)
            for index in range(begin, stop)
        )
    syntax = document.syntax
    if syntax is not None:
        for word, index in zip(words, range(first, end), strict=True):
            word.upos, word.feats = syntax.upos[index], syntax.feats[index]
            word.deprel = syntax.deprels[index]
            head = syntax.heads[index]
            word.head = words[head - first] if head >= 0 else None
    if document.names is not None:
        for word, index in zip(words, range(first, end), strict=True):
            word.name = document.names[index]
    mentions = document.mentions
    if mentions is not None:
        for word, index in zip(words, range(first, end), strict=True):
            word.kind, word.chain = mentions.kinds[index], mentions.chains[index]
    return Window(words, document.scheme, syntax is not None, mentions is not None)
