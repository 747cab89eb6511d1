"""How sure the trees are of the pairs of stories that they were not grown on."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from crossread.compare.features import COLUMNS, Matrix
from crossread.learn.pairs.boost import grow
from crossread.learn.pairs.lessons import Lesson
from crossread.linking import chance

CROSSINGS: Final = 6  # of the trees, which take seconds


def confidences(lessons: Sequence[Lesson], columns: Sequence[int] | None = None) -> list[NDArray[np.float64]]:
    """Return, for every story, what trees grown on the stories of other folds say of its pairs.

    Args:
        lessons: the stories.
        columns: the figures that the trees may use; the others are held at 0. None: all.
    """
    rows = [_only(lesson.measured.rows, columns) for lesson in lessons]
    return crossed(rows, [lesson.same for lesson in lessons], COLUMNS)


def calibration(lessons: Sequence[Lesson], sure: Sequence[NDArray[np.float64]], bins: int = 10) -> float:
    """Return the expected calibration error over equally wide bins of confidence (Naeini and others, 2015)."""
    confidence = np.concatenate(list(sure))
    same = np.concatenate([lesson.same for lesson in lessons])
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [abs(confidence[place == b].sum() - same[place == b].sum()) for b in range(bins)]
    return float(sum(gaps) / len(confidence))


def crossed(
    rows: Sequence[Matrix], right: Sequence[NDArray[np.bool_]], names: tuple[str, ...]
) -> list[NDArray[np.float64]]:
    """Return what trees grown on other stories say of each story's rows, in [0, 1]."""
    found: list[NDArray[np.float64]] = [np.zeros(0)] * len(rows)
    for fold in range(CROSSINGS):
        others = [n for n in range(len(rows)) if n % CROSSINGS != fold]
        forest = grow(np.concatenate([rows[n] for n in others]), np.concatenate([right[n] for n in others]), names)
        for n in range(fold, len(rows), CROSSINGS):
            found[n] = chance(forest.odds(rows[n]))
    return found


def _only(rows: NDArray[np.float64], columns: Sequence[int] | None) -> NDArray[np.float64]:
    if columns is None:
        return rows
    kept = np.zeros_like(rows)
    kept[:, list(columns)] = rows[:, list(columns)]
    return kept
