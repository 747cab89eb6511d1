"""Coreference scores: MUC (Vilain et al., 1995), B-cubed (Bagga and Baldwin, 1998), CEAF-e (Luo, 2005).

Chains are sets of mentions, mentions are spans that must match exactly; singletons are left out on both sides.
The CoNLL score is the mean of the three F1 (Pradhan et al., 2012).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Mention = tuple[int, int]
Chain = frozenset[Mention]


@dataclass(slots=True)
class Tally:
    """Numerators and denominators of recall and precision."""

    recalled: float = 0.0
    gold: float = 0.0
    precise: float = 0.0
    found: float = 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision."""
        recall = self.recalled / self.gold if self.gold else 0.0
        precision = self.precise / self.found if self.found else 0.0
        return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


@dataclass(slots=True)
class CoreferenceScore:
    """Tallies of the three measures over any number of documents."""

    muc: Tally = field(default_factory=Tally)
    b3: Tally = field(default_factory=Tally)
    ceafe: Tally = field(default_factory=Tally)

    def add(self, gold: Sequence[Chain], found: Sequence[Chain]) -> None:
        """Count one document."""
        gold = [chain for chain in gold if len(chain) > 1]
        found = [chain for chain in found if len(chain) > 1]
        self.muc.recalled += sum(_kept_links(chain, found) for chain in gold)
        self.muc.gold += sum(len(chain) - 1 for chain in gold)
        self.muc.precise += sum(_kept_links(chain, gold) for chain in found)
        self.muc.found += sum(len(chain) - 1 for chain in found)
        overlap = np.array([[len(a & b) for b in found] for a in gold], dtype=np.float64).reshape(len(gold), len(found))
        gold_sizes = np.array([len(chain) for chain in gold], dtype=np.float64)
        found_sizes = np.array([len(chain) for chain in found], dtype=np.float64)
        self.b3.recalled += float((overlap**2).sum(axis=1) @ (1 / gold_sizes))
        self.b3.gold += float(gold_sizes.sum())
        self.b3.precise += float((overlap**2).sum(axis=0) @ (1 / found_sizes))
        self.b3.found += float(found_sizes.sum())
        matched = _best_match(2 * overlap / (gold_sizes[:, None] + found_sizes[None, :]))
        self.ceafe.recalled += matched
        self.ceafe.precise += matched
        self.ceafe.gold += len(gold)
        self.ceafe.found += len(found)

    def as_dict(self) -> dict[str, float]:
        """The F1 of each measure and their mean."""
        scores = {"muc": self.muc.f1, "b3": self.b3.f1, "ceafe": self.ceafe.f1}
        return {**scores, "conll": sum(scores.values()) / len(scores)}


def _kept_links(chain: Chain, others: Sequence[Chain]) -> int:
    parts = sum(1 for other in others if chain & other)
    alone = len(chain) - sum(len(chain & other) for other in others)
    return len(chain) - parts - alone


def _best_match(gains: NDArray[np.float64]) -> float:
    """The largest sum of gains that a one-to-one match can reach (the Hungarian method, shortest paths)."""
    if not gains.size:
        return 0.0
    if gains.shape[0] > gains.shape[1]:
        gains = gains.T
    rows, columns = gains.shape
    costs = gains.max() - gains
    row_price = np.zeros(rows + 1)
    column_price = np.zeros(columns + 1)
    owner = np.zeros(columns + 1, dtype=np.int64)  # row + 1 that holds each column; column 0 is the start
    for row in range(1, rows + 1):
        _assign(row, costs, row_price, column_price, owner)
    return float(sum(gains[owner[column] - 1, column - 1] for column in range(1, columns + 1) if owner[column]))


def _assign(
    row: int,
    costs: NDArray[np.float64],
    row_price: NDArray[np.float64],
    column_price: NDArray[np.float64],
    owner: NDArray[np.int64],
) -> None:
    columns = costs.shape[1]
    least = np.full(columns + 1, np.inf)
    came = np.zeros(columns + 1, dtype=np.int64)
    used = np.zeros(columns + 1, dtype=bool)
    owner[0] = row
    column = 0
    while owner[column]:
        used[column] = True
        holder = owner[column]
        reduced = costs[holder - 1] - row_price[holder] - column_price[1:]
        better = ~used[1:] & (reduced < least[1:])
        least[1:][better] = reduced[better]
        came[1:][better] = column
        following = int(np.where(used[1:], np.inf, least[1:]).argmin()) + 1
        step = least[following]
        row_price[owner[used]] += step
        column_price[used] -= step
        least[~used] -= step
        column = following
    while column:
        owner[column] = owner[came[column]]
        column = int(came[column])
