"""Passages that stand in two articles, found by running the words along each other from shared shingles."""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Protocol

from rapidfuzz.distance import LCSseq

SHINGLE = 4  # words; with 3 in 10 words edited, 5 finds 0.13 of planted copies and 4 finds 0.87
_MOST_PLACES = 8  # a shingle that stands in one article more often is a refrain, its first places will do
WIDEST_GAP = 8  # words that may be edited between two runs of one passage

Words = tuple[Hashable, ...]
Shingles = Mapping[Words, tuple[int, ...]]


class Worded(Protocol):
    """An article as its words, or hashes of them, and of each whether it is quoted."""

    @property
    def words(self) -> Words: ...

    @property
    def quoted(self) -> tuple[bool, ...]: ...


@dataclass(frozen=True, slots=True)
class Run:
    """Words `[left, left + length)` of one article stand at `[right, right + length)` of the other."""

    left: int
    right: int
    length: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Runs of words, a few edited words apart: `[left, left_end)` of one article, `[right, right_end)` of the other.

    `shared` counts the words that are the same in both, `told` those that the first does not quote, `own` those that
    neither quotes.
    """

    left: int
    left_end: int
    right: int
    right_end: int
    shared: int
    told: int
    own: int


def shingles(words: Words) -> Shingles:
    """Return where each run of SHINGLE words begins."""
    places: defaultdict[Words, list[int]] = defaultdict(list)
    for start in range(len(words) - SHINGLE + 1):
        found = places[words[start : start + SHINGLE]]
        if len(found) < _MOST_PLACES:
            found.append(start)
    return {shingle: tuple(starts) for shingle, starts in places.items()}


def passages(left: Worded, right: Worded, known: Shingles) -> tuple[Passage, ...]:
    """Return the passages that `left` shares with `right`, in order; `known` are the shingles of `right`."""
    joined: list[Passage] = []
    for run in _runs(left.words, right.words, known):
        piece = _piece(left, right, run)
        if joined and _near(joined[-1], piece):
            joined[-1] = _joined(left, right, joined[-1], piece)
        else:
            joined.append(piece)
    return tuple(joined)


def _piece(left: Worded, right: Worded, run: Run) -> Passage:
    ends = run.left + run.length, run.right + run.length
    told = [not quoted for quoted in left.quoted[run.left : ends[0]]]
    own = sum(a and not b for a, b in zip(told, right.quoted[run.right : ends[1]], strict=True))
    return Passage(run.left, ends[0], run.right, ends[1], run.length, sum(told), own)


def _near(last: Passage, piece: Passage) -> bool:
    return 0 <= piece.left - last.left_end <= WIDEST_GAP and 0 <= piece.right - last.right_end <= WIDEST_GAP


def _joined(left: Worded, right: Worded, last: Passage, piece: Passage) -> Passage:
    """Return one passage of the two; the words between them count where both have them in the same order."""
    kept = LCSseq.similarity(left.words[last.left_end : piece.left], right.words[last.right_end : piece.right])
    return Passage(
        last.left,
        piece.left_end,
        last.right,
        piece.right_end,
        last.shared + kept + piece.shared,
        last.told + kept + piece.told,
        last.own + kept + piece.own,
    )


def _runs(left: Words, right: Words, known: Shingles) -> list[Run]:
    """Return the longest run at each place of `left`, from left to right, none overlapping another in `left`."""
    runs, at = [], 0
    while at <= len(left) - SHINGLE:
        starts = known.get(left[at : at + SHINGLE], ())
        if not starts:
            at += 1
            continue
        run = max((_extended(left, right, at, start) for start in starts), key=lambda run: (run.length, -run.right))
        runs.append(run)
        at += run.length
    return runs


def _extended(left: Words, right: Words, at: int, start: int) -> Run:
    length = SHINGLE
    while at + length < len(left) and start + length < len(right) and left[at + length] == right[start + length]:
        length += 1
    return Run(at, start, length)
