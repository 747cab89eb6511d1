"""Names from tag scores: the best sequence in which every name is whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from crossread.annotate.reader.labels import NAME_TAGS, OUTSIDE

Scores = NDArray[np.float32]

FORBIDDEN: Final = -1e9


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name over words ``start`` to ``end`` (half-open)."""

    start: int
    end: int
    kind: str


def _may_follow(before: str, after: str) -> bool:
    opened = before[0] in "BI"
    if opened:
        return after[0] in "IE" and after[1:] == before[1:]
    return after[0] in "OBS"


_FOLLOWS: Final = np.array([[_may_follow(before, after) for after in NAME_TAGS] for before in NAME_TAGS])
_OUT: Final = NAME_TAGS.index(OUTSIDE)
_FIRST: Final = _FOLLOWS[_OUT]
_LAST: Final = _FOLLOWS[:, _OUT]
_STEP_COST: Final = np.where(_FOLLOWS, 0.0, FORBIDDEN).astype(np.float32)


def best_tags(scores: Scores, sentences: Sequence[int] = (0,)) -> NDArray[np.int64]:
    """The best well-formed tags of sentences.

    Args:
        scores: n, NAME_TAGS.
        sentences: first words of sentences, the first of them 0; no name goes over into the next.
    """
    tags: NDArray[np.int64] = scores.argmax(axis=1)
    # Words that cannot follow what stands before them; what stands before a sentence is outside.
    before = np.concatenate(([_OUT], tags))
    after = np.concatenate((tags, [_OUT]))
    wrong = ~_FOLLOWS[before, after]
    starts = np.array(sentences)
    wrong[starts] = ~(_LAST[before[starts]] & _FIRST[after[starts]])
    if wrong.any():
        bounds = [*sentences, len(tags)]
        for start, end in pairwise(bounds):
            if wrong[start : end + 1].any():
                tags[start:end] = _viterbi(scores[start:end])
    return tags


def _viterbi(scores: Scores) -> NDArray[np.int64]:
    count = len(scores)
    came_from = np.zeros((count, len(NAME_TAGS)), dtype=np.int64)
    best = scores[0] + np.where(_FIRST, 0.0, FORBIDDEN)
    for word in range(1, count):
        paths = best[:, None] + _STEP_COST
        came_from[word] = paths.argmax(axis=0)
        best = paths.max(axis=0) + scores[word]
    tags = np.zeros(count, dtype=np.int64)
    tags[-1] = int((best + np.where(_LAST, 0.0, FORBIDDEN)).argmax())
    for word in range(count - 1, 0, -1):
        tags[word - 1] = came_from[word, tags[word]]
    return tags


def spans(tags: NDArray[np.int64], offset: int = 0) -> list[NameSpan]:
    """The names that well-formed tags spell, their words counted from ``offset``."""
    found: list[NameSpan] = []
    start = 0
    words = np.flatnonzero(tags)
    for word, tag in zip(words.tolist(), tags[words].tolist(), strict=True):
        place, kind = NAME_TAGS[tag][0], NAME_TAGS[tag][2:]
        if place in "BS":
            start = word
        if place in "ES":
            found.append(NameSpan(start + offset, word + 1 + offset, kind))
    return found
