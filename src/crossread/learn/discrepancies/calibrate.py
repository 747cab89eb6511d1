"""How sure the trees may be: of what they tell of stories that they have not seen, how much careful readers list.

The trees are taught which pairs of sentences hold a listed difference. What is told of a pair is right less often: it
shows the likeliest words only, and of several pairs about one thing, one is told. So their log-odds are scaled by two
numbers (Platt, 1999), and `Forest.scaled` puts these into the leaves.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from crossread.compare.discrepancies.find import told
from crossread.compare.discrepancies.retold.find import tell
from crossread.compare.discrepancies.retold.pairs import Judged
from crossread.learn.discrepancies.found import Found
from crossread.learn.discrepancies.logistic import fit
from crossread.learn.discrepancies.scores import Told
from crossread.linking import chance

_LOWEST: Final = 0.1  # confidence of the pairs that are looked at: below it, nothing is ever told
_PENALTY: Final = 1e-3  # keeps the fit finite where all or none of it is right
_DIGITS: Final = 4
_FARTHEST: Final = 1e-6  # from 0 and from 1, so that log-odds are finite


class Scale(NamedTuple):
    """What log-odds are multiplied with, and what is added then."""

    slope: float
    shift: float

    def of(self, sure: Sequence[float]) -> list[float]:
        """Return the confidences, scaled."""
        return chance(self.slope * _odds(sure) + self.shift).tolist() if sure else []


def calibrate(found: Sequence[Found], unseen: Sequence[tuple[Sequence[Judged], Sequence[float]]]) -> Scale:
    """Return the scale with which the confidences in what is told are likeliest.

    Args:
        found: the stories.
        unseen: of each, its pairs, and the confidences of trees that have not seen it.
    """
    rows, right = [], []
    for story, (judged, sure) in zip(found, unseen, strict=True):
        shown = Told(story.gold, told((), tell(judged, sure, (), _LOWEST)))
        hits = shown.hits
        odds = _odds([discrepancy.confidence for discrepancy in shown.discrepancies])
        rows += [{"slope": value, "shift": 1.0} for value in odds.tolist()]
        right += [n in hits for n in range(len(shown.discrepancies))]
    fitted = fit(rows, right, _PENALTY, {"slope": 1.0, "shift": 0.0})
    return Scale(round(fitted["slope"], _DIGITS), round(fitted["shift"], _DIGITS))


def _odds(sure: Sequence[float]) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    clipped = np.clip(np.array(sure, dtype=np.float64), _FARTHEST, 1 - _FARTHEST)
    result: np.ndarray[tuple[int], np.dtype[np.float64]] = np.log(clipped / (1 - clipped))
    return result
