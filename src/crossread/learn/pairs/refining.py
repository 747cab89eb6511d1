"""Whether what refines a text also entails it, measured on pairs of sentences whose entailment people judged."""

import csv
from pathlib import Path
from typing import Final

import numpy as np

from crossread.compare.encoder import SentenceEncoder
from crossread.compare.model import PairModel
from crossread.compare.relations import HELD
from crossread.compare.telling import shares
from crossread.errors import UsageError
from crossread.learn.pairs.figures import Count

_ENTAILS: Final = "ENTAILMENT"  # the first sentence entails the second
_COLUMNS: Final = ("sentence_A", "sentence_B", "entailment_judgment")
_STEPS: Final = tuple(n / 100 for n in range(50, 100))


def measure_refining(path: Path) -> dict[str, object]:
    """Return how well "the first tells all that the second tells" agrees with entailment.

    Args:
        path: pairs as in SICK (Marelli et al., 2014): tab-separated, with the columns `sentence_A`, `sentence_B` and
            `entailment_judgment`.

    Raises:
        UsageError: the file lacks one of the columns.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    if not rows or not all(column in rows[0] for column in _COLUMNS):
        raise UsageError(f"{path} is no table of pairs: it needs the columns {', '.join(_COLUMNS)}")
    encoder = PairModel.shipped().encoder
    held = np.array([_held(encoder, row["sentence_A"], row["sentence_B"]) for row in rows])
    entails = np.array([row["entailment_judgment"] == _ENTAILS for row in rows])

    def count(least: float) -> Count:
        return Count(int((entails & (held >= least)).sum()), int((held >= least).sum()), int(entails.sum()))

    best = max(_STEPS, key=lambda least: (count(least).f1, -least))
    return {
        "pairs": len(rows),
        "held": HELD,
        **count(HELD).shown(),
        "best_held": best,
        "best_f1": count(best).shown()["f1"],
    }


def _held(encoder: SentenceEncoder, first: str, second: str) -> float:
    """Return how much of the second sentence finds its like in the first, in [0, 1]."""
    one, other = (encoder.encode([text])[0] for text in (first, second))
    return shares(one, np.arange(len(one.at)), other, np.arange(len(other.at)))[1]
