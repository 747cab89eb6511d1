"""Fits the ranking of finds on gold keys, and says how good it is on stories that it has not seen."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from crossread.compare.discrepancies.ranking import Ranked
from crossread.learn.discrepancies.found import Found
from crossread.learn.discrepancies.logistic import fit
from crossread.resources import read_table

FOLDS: Final = 6
PENALTY: Final = 2.0
PRIOR: Final = "models/discrepancies/prior.tsv"


def train(found: Sequence[Found]) -> dict[str, float]:
    """Return the weights fitted on all stories."""
    examples = [example for story in found for example in story.examples]
    return fit([e.features for e in examples], [e.right for e in examples], PENALTY, prior())


@cache
def prior() -> Mapping[str, float]:
    """Return what is believed of each finder before any example is seen."""
    return {row["feature"]: float(row["weight"]) for row in read_table(PRIOR)}


def cross_validate(found: Sequence[Found]) -> list[list[Ranked]]:
    """Return each story's finds ranked by weights that were fitted on the other folds."""
    ranked: list[list[Ranked]] = [[] for _ in found]
    for fold in range(FOLDS):
        weights = train([story for n, story in enumerate(found) if n % FOLDS != fold])
        for n in range(fold, len(found), FOLDS):
            ranked[n] = found[n].ranked(weights)
    return ranked
