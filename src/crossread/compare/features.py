"""What two sentences of different articles have in common, as numbers."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import log1p, sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from crossread.compare.encoder import MATCH_NAMES, Encoded, Head, match
from crossread.compare.kinds import KIND_NAMES, KindsOfPieces, by_kind
from crossread.compare.passages import Passage, words_of
from crossread.compare.reading import Reading, read
from crossread.compare.surroundings import RELATIVE, Pair, Surroundings
from crossread.linking import rarity, weigh
from crossread.records import Statement

Matrix = NDArray[np.float64]

_KINDS: Final = ("words", "roots", "turns", "names", "entities", "quoted", "subjects", "deeds", "speakers")
_ODDS: Final = len(MATCH_NAMES) - 1  # the last figure of a match sums the others up
_LEAST: Final = 1e-9  # keeps a quotient finite
DIGITS: Final = 5  # beyond them, sums depend on which article was given first
UNLIKE: Final = -8.0  # log-odds of a pair that was not even a candidate


class Features:
    """Measures pairs of one story's passages; every figure is the same for (a, b) as for (b, a).

    Args:
        passages: sentences of the story, by document, then in text order.
        statements: what each of them states.
        encoded: the same sentences as vectors.
        head: what the vectors' likeness is worth.
    """

    def __init__(
        self,
        passages: Sequence[Passage],
        statements: Sequence[Sequence[Statement]],
        encoded: Sequence[Encoded],
        head: Head,
    ) -> None:
        self._passages = passages
        self._encoded = encoded
        self._head = head
        self.readings = tuple(read(p, told) for p, told in zip(passages, statements, strict=True))
        self._weights = {kind: rarity(getattr(reading, kind) for reading in self.readings) for kind in _KINDS}
        self._totals = {
            kind: [weigh(getattr(reading, kind), weights) for reading in self.readings]
            for kind, weights in self._weights.items()
        }
        self._kinds = [KindsOfPieces(p, sentence) for p, sentence in zip(passages, encoded, strict=True)]
        self._near = _with_neighbours(passages, [reading.words for reading in self.readings])
        self._titled = self._in_titles()
        lengths: defaultdict[str, int] = defaultdict(int)
        for passage in passages:
            lengths[passage.doc] = max(lengths[passage.doc], passage.sentence + 1)
        self._lengths = dict(lengths)

    def measure(self, pairs: Sequence[Pair]) -> Matrix:
        """Return a row of figures for each pair; `COLUMNS` names them."""
        if not pairs:
            return np.zeros((0, len(COLUMNS)))
        own = [self._own(a, b) for a, b in pairs]
        alike = dict(zip(pairs, (row[0] for row in own), strict=True))
        central = self._central(alike)
        sense = [self._sense(a, b) for a, b in pairs]
        by_words = Surroundings(self._passages, alike, 0.0)
        by_sense = Surroundings(self._passages, dict(zip(pairs, (row[_ODDS] for row in sense), strict=True)), UNLIKE)
        table = np.array(
            [
                [
                    *words,
                    *sorted((central[pair[0]], central[pair[1]])),
                    *by_words.of(pair),
                    *figures,
                    *by_sense.of(pair),
                ]
                for pair, words, figures in zip(pairs, own, sense, strict=True)
            ]
        )
        return np.round(table, DIGITS)

    def _own(self, a: int, b: int) -> list[float]:
        left, right = self.readings[a], self.readings[b]
        shared = {kind: weigh(getattr(left, kind) & getattr(right, kind), self._weights[kind]) for kind in _KINDS}
        words, names, quoted = (sorted(self._share(kind, shared, a, b)) for kind in ("words", "names", "quoted"))
        return [
            self._cosine("words", shared, a, b),
            *words,
            shared["words"],
            self._rarest(left, right),
            float(len(left.words & right.words)),
            self._cosine("roots", shared, a, b),
            shared["turns"],
            self._cosine("turns", shared, a, b),
            self._cosine("names", shared, a, b),
            shared["names"],
            names[0],
            shared["entities"],
            float(len(left.figures & right.figures)),
            float(_apart(left.figures, right.figures)),
            float(len(left.dates & right.dates)),
            float(_apart(left.dates, right.dates)),
            shared["quoted"],
            quoted[0],
            float(bool(left.quoted) + bool(right.quoted)),
            *sorted((left.voiced, right.voiced)),
            shared["subjects"],
            shared["deeds"],
            shared["speakers"],
            float(_apart(left.speakers, right.speakers)),
            *(log1p(len(mine & theirs)) for mine, theirs in zip(left.runs, right.runs, strict=True)),
            *sorted((log1p(len(left.words)), log1p(len(right.words)))),
            *self._places(a, b),
            *sorted((self._titled[a], self._titled[b])),
            *self._with_context(a, b),
        ]

    def _sense(self, a: int, b: int) -> list[float]:
        likeness = self._encoded[a].pieces @ self._encoded[b].pieces.T
        figures = match(self._encoded[a], self._encoded[b], likeness, self._head)
        return [*figures, *by_kind(likeness, self._kinds[a], self._kinds[b])]

    def _share(self, kind: str, shared: Mapping[str, float], a: int, b: int) -> tuple[float, float]:
        totals = self._totals[kind]
        return shared[kind] / (totals[a] + _LEAST), shared[kind] / (totals[b] + _LEAST)

    def _cosine(self, kind: str, shared: Mapping[str, float], a: int, b: int) -> float:
        left, right = self._share(kind, shared, a, b)
        return sqrt(left * right)

    def _rarest(self, left: Reading, right: Reading) -> float:
        return max((self._weights["words"][key] for key in left.words & right.words), default=0.0)

    def _places(self, a: int, b: int) -> tuple[float, float, float]:
        first, second = sorted(self._passages[n].sentence / self._lengths[self._passages[n].doc] for n in (a, b))
        return first, second, second - first

    def _with_context(self, a: int, b: int) -> tuple[float, float, float]:
        """Return how much of either is told by the other or the sentences beside it, and how alike all those are."""
        weights, totals = self._weights["words"], self._totals["words"]
        left = weigh(self.readings[a].words & self._near[b], weights) / (totals[a] + _LEAST)
        right = weigh(self.readings[b].words & self._near[a], weights) / (totals[b] + _LEAST)
        whole = sqrt(weigh(self._near[a], weights) * weigh(self._near[b], weights))
        return min(left, right), max(left, right), weigh(self._near[a] & self._near[b], weights) / (whole + _LEAST)

    def _in_titles(self) -> list[float]:
        """Return what part of each passage's words stands in some title of the story: what all accounts lead with."""
        titles = {passage.doc: passage.coded.annotated.document.title or "" for passage in self._passages}
        words = frozenset(w.key for title in titles.values() for w in words_of(title, 0, len(title)) if not w.grammar)
        weights, totals = self._weights["words"], self._totals["words"]
        return [
            weigh(reading.words & words, weights) / (total + _LEAST)
            for reading, total in zip(self.readings, totals, strict=True)
        ]

    def _central(self, alike: Mapping[Pair, float]) -> list[float]:
        """Return how alike each passage is to the most like of each other document, on average."""
        best: list[dict[str, float]] = [{} for _ in self._passages]
        for (a, b), value in alike.items():
            for one, other in ((a, self._passages[b].doc), (b, self._passages[a].doc)):
                best[one][other] = max(best[one].get(other, 0.0), value)
        others = max(len(self._lengths) - 1, 1)
        return [sum(sorted(found.values())) / others for found in best]


def _with_neighbours(passages: Sequence[Passage], words: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    near = [set(own) for own in words]
    for (a, before), (b, after) in pairwise(enumerate(passages)):
        if before.doc == after.doc:
            near[a] |= words[b]
            near[b] |= words[a]
    return [frozenset(found) for found in near]


def _apart(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left and right) and not left & right


_OWN: Final = (
    "words.cosine", "words.least", "words.most", "words.shared", "words.rarest", "words.count",
    "roots.cosine", "turns.shared", "turns.cosine",
    "names.cosine", "names.shared", "names.least", "names.entities",
    "figures.shared", "figures.apart", "dates.shared", "dates.apart",
    "quoted.shared", "quoted.least", "quoted.sides", "quoted.part.least", "quoted.part.most",
    "told.subjects", "told.deeds", "told.speakers", "told.speakers.apart",
    "runs.three", "runs.five", "length.least", "length.most",
    "place.first", "place.second", "place.apart", "title.least", "title.most",
    "context.least", "context.most", "context.cosine",
)  # fmt: skip

COLUMNS: Final = (
    *_OWN,
    "central.least",
    "central.most",
    *(f"words.{name}" for name in RELATIVE),
    *MATCH_NAMES,
    *KIND_NAMES,
    *(f"sense.{name}" for name in RELATIVE),
)
"""What each figure of a row is, in order."""
