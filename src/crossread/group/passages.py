"""Passages that stand in two articles, found by running the words along each other from shared shingles."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from crossread.group.wording import Wording

SHINGLE = 5  # words: shorter runs recur in unrelated news by chance
_MOST_PLACES = 8  # a shingle that stands in one article more often is a refrain, its first places will do
_WIDEST_GAP = 8  # words that may be edited between two runs of one passage

Shingles = Mapping[tuple[str, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Run:
    """Words `[left, left + length)` of one article stand at `[right, right + length)` of the other."""

    left: int
    right: int
    length: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Runs of words, a few edited words apart: `[left, left_end)` of one article, `[right, right_end)` of the other.

    `shared` counts the words outside quotation marks that are the same in both.
    """

    left: int
    left_end: int
    right: int
    right_end: int
    shared: int


def shingles(words: tuple[str, ...]) -> Shingles:
    """Return where each run of SHINGLE words begins."""
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for start in range(len(words) - SHINGLE + 1):
        found = places[words[start : start + SHINGLE]]
        if len(found) < _MOST_PLACES:
            found.append(start)
    return {shingle: tuple(starts) for shingle, starts in places.items()}


def passages(left: Wording, right: Wording, known: Shingles) -> tuple[Passage, ...]:
    """Return the passages that `left` shares with `right`, in order; `known` are the shingles of `right`."""
    joined: list[Passage] = []
    for run in _runs(left.words, right.words, known):
        piece = Passage(run.left, run.left + run.length, run.right, run.right + run.length, _own(left, run))
        last = joined[-1] if joined else None
        if last and 0 <= piece.left - last.left_end <= _WIDEST_GAP and 0 <= piece.right - last.right_end <= _WIDEST_GAP:
            shared = last.shared + piece.shared + _kept(left, right, last, piece)
            joined[-1] = Passage(last.left, piece.left_end, last.right, piece.right_end, shared)
        else:
            joined.append(piece)
    return tuple(joined)


def _runs(left: tuple[str, ...], right: tuple[str, ...], known: Shingles) -> list[Run]:
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


def _extended(left: tuple[str, ...], right: tuple[str, ...], at: int, start: int) -> Run:
    length = SHINGLE
    while at + length < len(left) and start + length < len(right) and left[at + length] == right[start + length]:
        length += 1
    return Run(at, start, length)


def _own(left: Wording, run: Run) -> int:
    return run.length - sum(left.quoted[run.left : run.left + run.length])


def _kept(left: Wording, right: Wording, last: Passage, piece: Passage) -> int:
    """Count the words between two runs that both articles have."""
    between = range(last.left_end, piece.left)
    other = set(right.words[last.right_end : piece.right])
    return sum(left.words[place] in other and not left.quoted[place] for place in between)
