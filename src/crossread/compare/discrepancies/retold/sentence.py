"""A sentence as its words are measured: vectors in context, and what each word is by itself."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from crossread.compare.encoder import Encoded, Vectors
from crossread.compare.passages import NamedMention, Passage, Word
from crossread.linking import general_counts

Matrix = NDArray[np.float64]
Marks = NDArray[np.bool_]

_UNSEEN: Final = 3  # general texts that hold a stem which the table leaves out: it lists those in four at least
_ENDINGS: Final = ("ed", "ing", "ly", "s")

OWN_COLUMNS: Final = (
    "number", "time", "capital", "quoted", "person", "name", "nominal", "rarity", "grammar", "letters", "place",
    *(f"ends.{ending}" for ending in _ENDINGS), "mark.before", "mark.after",
    "grammar.before", "times", "weight", "gate",
)  # fmt: skip
"""What each figure of a word by itself is."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of `n` words, one at least.

    `vectors`: each word in its context, `[n, 128]`, of length 1. `own`: a row of `OWN_COLUMNS` for each. `keys`: their
    stems. `telling`: those that are no words of grammar. `actors`: the entities whose mention each word is part of.
    """

    passage: Passage
    vectors: Vectors
    own: Matrix
    keys: tuple[str, ...]
    telling: Marks
    actors: tuple[frozenset[str], ...]

    def column(self, name: str) -> Matrix:
        """Return one figure of all words."""
        values: Matrix = self.own[:, OWN_COLUMNS.index(name)]
        return values


def sentence_of(passage: Passage, encoded: Encoded) -> Sentence:
    """Return the sentence; the passage has words."""
    pieces = _pieces(passage, encoded)
    vectors = np.stack([encoded.pieces[part].mean(axis=0) for part in pieces])
    weight = np.array([encoded.weight[part].sum() for part in pieces], dtype=np.float64) * len(pieces)
    gate = np.array([encoded.gate[part].max() for part in pieces], dtype=np.float64)
    mentions = [_mentions(passage, word) for word in passage.words]
    return Sentence(
        passage,
        vectors / np.linalg.norm(vectors, axis=1, keepdims=True),
        np.column_stack([_own(passage, mentions), weight, gate]),
        tuple(word.key for word in passage.words),
        np.array([not word.grammar for word in passage.words]),
        tuple(frozenset(m.entity for m in inside if m.entity is not None) for inside in mentions),
    )


def _pieces(passage: Passage, encoded: Encoded) -> list[NDArray[np.int64]]:
    """Return the pieces of each word; of one beyond those that were read, the last."""
    at = np.array(encoded.at) + passage.span.start
    parts = []
    for word in passage.words:
        first, end = np.searchsorted(at, (word.start, word.end))
        parts.append(np.arange(first, end) if first < end else np.array([max(int(end) - 1, 0)]))
    return parts


def _mentions(passage: Passage, word: Word) -> list[NamedMention]:
    return [m for m in passage.mentions if m.mention.span.start <= word.start and word.end <= m.mention.span.end]


def _own(passage: Passage, mentions: Sequence[Sequence[NamedMention]]) -> Matrix:
    text, words = passage.coded.annotated.document.text, passage.words
    times = Counter(word.key for word in words)
    marks = [any(not c.isspace() for c in text[a.end : b.start]) for a, b in pairwise(words)]
    rows = [
        [
            word.text[0].isdigit() or any(q.span.start <= word.start < q.span.end for q in passage.quantities),
            any(t.span.start <= word.start < t.span.end for t in passage.times),
            text[word.start].isupper(),
            spoken(passage, word),
            any(m.mention.kind == "person" and m.mention.form == "name" for m in inside),
            any(m.mention.form == "name" for m in inside),
            any(m.mention.form == "nominal" for m in inside),
            _rarity(word.key),
            word.grammar,
            len(word.text),
            number / len(words),
            *(word.text.endswith(ending) for ending in _ENDINGS),
            number > 0 and marks[number - 1],
            number < len(marks) and marks[number],
            number > 0 and words[number - 1].grammar,
            times[word.key],
        ]
        for number, (word, inside) in enumerate(zip(words, mentions, strict=True))
    ]
    return np.array(rows, dtype=np.float64)


def spoken(passage: Passage, word: Word) -> bool:
    """Tell whether the word stands in somebody's words between marks."""
    marked = (quote.span for quote in passage.quotes if quote.kind in ("direct", "mixed"))
    return any(span.start <= word.start and word.end <= span.end for span in marked)


def _rarity(key: str) -> float:
    texts, counts = general_counts()
    return log(texts / counts.get(key, _UNSEEN))
