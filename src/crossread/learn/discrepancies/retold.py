"""Teaches the trees that judge what is retold otherwise, and judges stories by trees that have not seen them."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from crossread.compare.discrepancies.retold.beside import WORD_COLUMNS
from crossread.compare.discrepancies.retold.judging import judge_pairs, judge_words
from crossread.compare.discrepancies.retold.pairs import PAIR_COLUMNS, Judged, pair_rows
from crossread.learn.discrepancies.lessons import Lesson
from crossread.learn.pairs.boost import grow
from crossread.linking import Forest

FOLDS: Final = 6
SEED: Final = 1
WORD_TREES: Final = 120
PAIR_TREES: Final = 150
_WORD_SETTINGS: Final = {"learning_rate": 0.05, "num_leaves": 15, "min_data_in_leaf": 60, "seed": SEED}
_PAIR_SETTINGS: Final = {"num_leaves": 8, "feature_fraction": 0.4, "seed": SEED}


def teach(lessons: Sequence[Lesson]) -> tuple[Forest, Forest]:
    """Return trees for words, and trees for pairs, taught on what the former say of stories that they never saw."""
    return teach_words(lessons), teach_pairs(lessons, _unseen_words(lessons))


def cross_validate(lessons: Sequence[Lesson]) -> list[tuple[list[Judged], list[float]]]:
    """Return each story's pairs, and the confidence that trees have in them which were taught on other stories."""
    judged = _unseen_words(lessons)
    sure: list[list[float]] = [[] for _ in lessons]
    for fold in range(FOLDS):
        others = [n for n in range(len(lessons)) if n % FOLDS != fold]
        trees = teach_pairs([lessons[n] for n in others], [judged[n] for n in others])
        for n in range(fold, len(lessons), FOLDS):
            sure[n] = judge_pairs(judged[n], trees)
    return list(zip(judged, sure, strict=True))


def _unseen_words(lessons: Sequence[Lesson]) -> list[list[Judged]]:
    judged: list[list[Judged]] = [[] for _ in lessons]
    for fold in range(FOLDS):
        trees = teach_words([each for n, each in enumerate(lessons) if n % FOLDS != fold])
        for n in range(fold, len(lessons), FOLDS):
            judged[n] = judge_words(lessons[n].surveyed, trees)
    return judged


def teach_words(lessons: Sequence[Lesson]) -> Forest:
    """Return trees that tell how likely a word is one of a listed value."""
    rows = [side.rows for each in lessons for pair in each.surveyed for side in (pair.a, pair.b)]
    marks = [side for each in lessons for pair in each.words for side in pair]
    return grow(np.concatenate(rows), np.concatenate(marks), WORD_COLUMNS, WORD_TREES, changed=_WORD_SETTINGS)


def teach_pairs(lessons: Sequence[Lesson], judged: Sequence[Sequence[Judged]]) -> Forest:
    """Return trees that tell how likely two sentences hold a listed difference."""
    rows = np.concatenate([pair_rows(pairs) for pairs in judged])
    right = np.concatenate([each.right for each in lessons])
    return grow(rows, right, PAIR_COLUMNS, PAIR_TREES, changed=_PAIR_SETTINGS)
