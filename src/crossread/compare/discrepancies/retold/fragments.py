"""Which words of a sentence are shown as those that differ."""

from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from crossread.compare.discrepancies.candidate import MOST_WORDS, Fragment
from crossread.compare.discrepancies.retold.sentence import Matrix
from crossread.compare.passages import Passage

MOST_STRETCHES: Final = 5  # phrases are read, words strewn over a sentence are not; four are 0.01 worse by F1


def fragment(passage: Passage, odds: Matrix) -> Fragment:
    """Return the likeliest words: five stretches at most, of twelve words in all, with the greatest sum of odds.

    A stretch with a mark in it, such as a comma, is shown as two spans.
    """
    chosen, words = likeliest(odds, MOST_STRETCHES, MOST_WORDS), passage.words
    starts = [chosen[0], *(b for a, b in pairwise(chosen) if _apart(passage, a, b))]
    ends = [*(a for a, b in pairwise(chosen) if _apart(passage, a, b)), chosen[-1]]
    return Fragment(
        passage, tuple(passage.cut(words[a].start, words[b].end) for a, b in zip(starts, ends, strict=True))
    )


def likeliest(odds: Matrix, stretches: int, most: int) -> list[int]:
    """Return, rising, the places of the words with the greatest sum of odds that stand in so few stretches.

    Args:
        odds: how likely each of one word or more is to differ, in [0, 1].
        stretches: how many stretches of neighbours there may be at most; one at least.
        most: how many words at most; one at least.
    """
    best = np.full((2, stretches + 1, most + 1), -np.inf)  # by whether the word is taken, stretches begun, words taken
    best[0, 0, 0] = 0.0
    came: list[NDArray[np.bool_]] = []  # whether the word before was taken, on the best way here
    for value in odds.tolist():
        begun, gone_on = np.full((2, *best.shape[1:]), -np.inf)
        begun[1:, 1:] = best[0, :-1, :-1] + value
        gone_on[:, 1:] = best[1, :, :-1] + value
        came.append(np.stack([best[1] > best[0], gone_on >= begun]))
        best = np.stack([best.max(axis=0), np.maximum(begun, gone_on)])
    best[:, :, 0] = -np.inf  # no word at all shows nothing
    return _traced(came, *np.unravel_index(int(best.argmax()), best.shape))


def _traced(came: list[NDArray[np.bool_]], taken: np.intp, begun: np.intp, words: np.intp) -> list[int]:
    """Return the words taken on the way that ended so."""
    chosen: list[int] = []
    state, stretches, left = int(taken), int(begun), int(words)
    for place in range(len(came) - 1, -1, -1):
        before = int(came[place][state, stretches, left])
        if state:
            chosen.append(place)
            left -= 1
            stretches -= not before
        state = before
    return chosen[::-1]


def _apart(passage: Passage, a: int, b: int) -> bool:
    """Tell whether other words, or a mark, stand between two words."""
    text, words = passage.coded.annotated.document.text, passage.words
    return b > a + 1 or bool(text[words[a].end : words[b].start].strip())
