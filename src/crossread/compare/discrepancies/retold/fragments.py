"""Which words of a sentence are shown as those that differ."""

from itertools import pairwise

import numpy as np

from crossread.compare.discrepancies.candidate import MOST_WORDS, Fragment
from crossread.compare.discrepancies.retold.sentence import Matrix
from crossread.compare.passages import Passage


def fragment(passage: Passage, odds: Matrix) -> Fragment:
    """Return the likeliest words, twelve at most; those that stand side by side are one span.

    One word of grammar between two of them is shown too where there is room.
    """
    chosen: set[int] = set()
    for n in np.argsort(-odds, kind="stable").tolist():
        added = {n, *(n + step for step in (-1, 1) if n + 2 * step in chosen and _bridges(passage, n + step))} - chosen
        if len(chosen) + len(added) <= MOST_WORDS:
            chosen |= added
        elif len(chosen) == MOST_WORDS:
            break
    places = sorted(chosen)
    starts = [places[0], *(b for a, b in pairwise(places) if _apart(passage, a, b))]
    ends = [*(a for a, b in pairwise(places) if _apart(passage, a, b)), places[-1]]
    words = passage.words
    return Fragment(
        passage, tuple(passage.cut(words[a].start, words[b].end) for a, b in zip(starts, ends, strict=True))
    )


def _bridges(passage: Passage, place: int) -> bool:
    return 0 <= place < len(passage.words) and passage.words[place].grammar


def _apart(passage: Passage, a: int, b: int) -> bool:
    """Tell whether other words, or a mark, stand between two words."""
    text, words = passage.coded.annotated.document.text, passage.words
    return b > a + 1 or bool(text[words[a].end : words[b].start].strip())
