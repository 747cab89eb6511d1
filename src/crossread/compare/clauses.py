"""Which sentences state what a part of another sentence states.

A fact that several sentences tell is seldom all that any of them tells: one names the day, another says more of the
same speech. So each statement is held against the other sentences by itself, as the network was taught to hold
propositions against them, and those that state it make a group that may be a fact.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from crossread.compare.encoder import Encoded, Head
from crossread.compare.measuring import Measured
from crossread.compare.telling import Places, Told
from crossread.linking import chance

FEWEST: Final = 3  # pieces; less is a name or a phrase, and states nothing
AROUND: Final = 100  # sentences before and after it that a statement is held against in its own article
LEVELS: Final = (0.15, 0.25, 0.35, 0.5, 0.65, 0.8)  # how sure a sentence must be to state it, for a group
CLAUSE_COLUMNS: Final = (
    "stated.least", "stated.mean", "stated.product", "stated.outside", "stated.firmly", "stated.fairly", "stated.part",
)  # fmt: skip
"""Of the statement that a group states best: how sure its members are to state it, and those outside; what part of the
members' statements all of them state, at two levels; and what part of its sentence the statement is."""

_FIRM: Final = 0.5
_FAIR: Final = 0.3
_HALF: Final = 0.5  # what the mean counts, beside the least, for the statement that is stated best
_LEAST: Final = 1e-4  # keeps a product above 0
_DIGITS: Final = 5  # beyond them, sums depend on which sentences were held against it together


@dataclass(frozen=True, slots=True)
class Clause:
    """A statement of a sentence.

    `owner`: its sentence. `part`: what part of the sentence's pieces it is. `stated`: how sure each other sentence that
    it was held against is to state it, too, in [0, 1].
    """

    owner: int
    part: float
    stated: Mapping[int, float]

    def group(self, least: float) -> tuple[int, ...]:
        """Return the sentences that state it, its own among them, sorted."""
        return tuple(sorted((self.owner, *(other for other, sure in self.stated.items() if sure >= least))))


def find_clauses(measured: Measured, told: Sequence[Told], head: Head) -> tuple[Clause, ...]:
    """Hold each statement against the sentences that were compared with its own, and against those around it.

    Args:
        measured: the story.
        told: its passages with their statements.
        head: what likeness is worth between a proposition and a sentence.
    """
    if not measured.pairs:
        return ()
    compared = _compared(measured)
    everything = _Joined(measured.encoded)
    found: list[Clause] = []
    for owner, passage in enumerate(told):
        parts = {tuple(part): part for part in passage.parts}
        long = [part for part in parts.values() if len(part) >= FEWEST]
        if long and compared[owner]:
            sure = everything.state(passage.encoded, long, compared[owner], head)
            stated = [dict(zip(compared[owner], row, strict=True)) for row in sure.tolist()]
            found += [
                Clause(owner, len(part) / len(passage.encoded.at), row) for part, row in zip(long, stated, strict=True)
            ]
    return tuple(found)


def groups_around(clause: Clause, homes: Mapping[int, str], known: Mapping[int, object]) -> Iterator[tuple[int, ...]]:
    """Yield the groups of sentences of several homes that state it, of those that are known alone."""
    for level in LEVELS:
        group = clause.group(level)
        if len({homes[member] for member in group}) > 1 and all(member in known for member in group):
            yield group


def by_owner(clauses: Sequence[Clause]) -> Mapping[int, list[Clause]]:
    """Return the statements of each sentence that has any."""
    found: defaultdict[int, list[Clause]] = defaultdict(list)
    for clause in clauses:
        found[clause.owner].append(clause)
    return dict(found)


def clause_row(group: Sequence[int], clauses: Mapping[int, Sequence[Clause]]) -> list[float]:
    """Return the figures named by `CLAUSE_COLUMNS`; `clauses`: those of each sentence."""
    own = [clause for member in group for clause in clauses.get(member, ())]
    if not own:
        return [0.0] * len(CLAUSE_COLUMNS)
    sure = np.array([[1.0 if m == c.owner else c.stated.get(m, 0.0) for m in group] for c in own])
    least, mean = sure.min(axis=1), sure.mean(axis=1)
    best = int(np.argmax(np.round(least + _HALF * mean, _DIGITS)))
    inside = set(group)
    outside = [value for other, value in own[best].stated.items() if other not in inside]
    return [
        float(least[best]),
        float(mean[best]),
        float(np.exp(np.log(np.maximum(sure[best], _LEAST)).mean())),
        max(outside, default=0.0),
        float((least > _FIRM).mean()),
        float((least > _FAIR).mean()),
        own[best].part,
    ]


def _compared(measured: Measured) -> list[list[int]]:
    """Return the sentences that each is held against: those of its pairs, and those around it."""
    docs = [passage.doc for passage in measured.passages]
    found: list[set[int]] = [
        {other for other in range(max(0, n - AROUND), min(len(docs), n + AROUND + 1)) if docs[other] == docs[n]} - {n}
        for n in range(len(docs))
    ]
    for a, b in measured.pairs:
        found[a].add(b)
        found[b].add(a)
    return [sorted(others) for others in found]


class _Joined:
    """All sentences' vectors, one after the other, so that many are matched at a time as `encoder.match` does one."""

    def __init__(self, encoded: Sequence[Encoded]) -> None:
        self._pieces = np.concatenate([each.pieces for each in encoded])
        self._weight = np.concatenate([each.weight for each in encoded])
        self._gate = np.concatenate([each.gate for each in encoded])
        self._means = np.array([each.mean for each in encoded])
        self._ends = np.cumsum([0, *(len(each.pieces) for each in encoded)])

    def state(self, own: Encoded, parts: Sequence[Places], others: Sequence[int], head: Head) -> NDArray[np.float64]:
        """Return how sure each of the others is to state each part of a sentence, `[parts, others]`."""
        lengths = np.diff(self._ends)[others]
        columns = np.concatenate([np.arange(self._ends[other], self._ends[other + 1]) for other in others])
        starts = np.cumsum([0, *lengths[:-1]])
        like = own.pieces @ self._pieces[columns].T
        best_of_each = np.maximum.reduceat(like, starts, axis=1)
        strength = np.exp((like - 1) * head.scale + own.gate[:, None] + self._gate[columns])
        strengths = np.add.reduceat(strength, starts, axis=1)
        rows = []
        for part in parts:
            left = (own.weight[part] / own.weight[part].sum()) @ best_of_each[part]
            right = np.add.reduceat(like[part].max(axis=0) * self._weight[columns], starts)
            mean = own.states[part].astype(np.float32).mean(axis=0)
            cosine = self._means[others] @ (mean / np.linalg.norm(mean))
            best = np.log(strengths[part].sum(axis=0))
            figures = [cosine, left + right, np.minimum(left, right), np.maximum(left, right), left * right, best]
            rows.append(np.array(head.weights) @ np.array(figures, dtype=np.float64) + head.bias)
        return np.round(chance(np.array(rows)), _DIGITS)
