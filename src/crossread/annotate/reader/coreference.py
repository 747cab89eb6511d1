"""Chains of mentions that mean the same, each mention linked to the earlier one that fits best."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from crossread.annotate.reader.mentions import Candidate
from crossread.annotate.reader.pairs import (
    Columns,
    MentionText,
    Multiply,
    columns,
    may_be_one,
    mention_features,
    pair_features,
)
from crossread.annotate.reader.syntax_reader import Links
from crossread.resources.networks import open_network

Floats = NDArray[np.float32]

COREFERENCE_FILE: Final = "coreference.onnx"
PRODUCTS_FILE: Final = "products.onnx"
# Mentions back that are looked at; a name looks at all names before it.
FURTHEST: Final = {"name": 40, "nominal": 80, "pronoun": 25}
PERSON: Final = 1  # the code of people among Columns.kinds
SEXES: Final = frozenset({1, 2})  # the codes of men and women among Columns.genders
MOST_TRIED: Final = 6  # earlier mentions, best first, until one fits
FORBIDDEN: Final = np.float32(-1e9)


class Coreference:
    """Links the mentions of an article.

    Args:
        folder: holds the pair scorer.
    """

    def __init__(self, folder: Path) -> None:
        self._scorer = open_network(folder / COREFERENCE_FILE, fuse=False)
        self._multiply = multiplier(folder)

    def chains(self, text: MentionText, candidates: Sequence[Candidate], links: Links) -> list[list[int]]:
        """Chains of two mentions or more, as indices into ``candidates``, each in order, by their first."""
        if len(candidates) < 2:
            return []
        described = columns(text, candidates)
        allowed = possible(described, candidates)
        if not allowed.any():
            return []
        fed = {
            "pairs": pair_features(described, links, self._multiply, *np.nonzero(allowed)),
            "mentions": mention_features(described, links),
        }
        scored, alone = self._scorer.run(None, fed)
        scores = np.full(allowed.shape, FORBIDDEN)
        scores[allowed] = scored[:, 0]
        return linked(scores, alone[:, 0], described)


def multiplier(folder: Path) -> Multiply:
    """Inner products of all rows of one table with all rows of another.

    By a session of one thread: the sums of numpy's BLAS may depend on how many threads it has.
    """
    products = open_network(folder / PRODUCTS_FILE, fuse=False)

    def multiply(ones: Floats, others: Floats) -> Floats:
        found: Floats = products.run(None, {"ones": ones, "others": others})[0]
        return found

    return multiply


def possible(described: Columns, candidates: Sequence[Candidate]) -> NDArray[np.bool_]:
    """Whether a mention (row) may go back to another (column) at all."""
    count = len(candidates)
    order = np.arange(count)
    furthest = np.array([FURTHEST[candidate.form] for candidate in candidates])
    back = order[:, None] - order[None, :]
    names = described.forms == 0
    near = (back > 0) & ((back <= furthest[:, None]) | (names[:, None] & names[None, :]))
    starts, ends = described.starts, described.ends
    nested = (starts[:, None] < ends[None, :]) & (starts[None, :] < ends[:, None])
    pronoun_inside = (described.forms[:, None] == 2) & (described.definite[:, None] != 0)
    clash = (described.genders[:, None] != described.genders[None, :]) & (described.genders[:, None] > 0)
    allowed: NDArray[np.bool_] = near & (~nested | pronoun_inside) & ~(clash & (described.genders[None, :] > 0))
    return allowed


def linked(scores: Floats, alone: Floats, described: Columns) -> list[list[int]]:
    """Link each mention to the earlier one that fits best and whose chain nothing speaks against.

    Args:
        scores: M, M; row the mention, column the earlier one, ``FORBIDDEN`` where there is no link.
        alone: M scores of going back to none.
        described: the mentions.

    Returns:
        Chains of two mentions or more, each in order, by their first.
    """
    namesakes = _namesakes(described)
    chain_of: list[int] = []
    chains: dict[int, list[int]] = {}
    above: NDArray[np.bool_] = scores > alone[:, None]
    linkable = np.any(above, axis=1)
    for mention, row in enumerate(scores):
        better = _best(row, np.flatnonzero(above[mention])) if linkable[mention] else []
        namesake = namesakes[mention]
        choices = better if namesake is None else [namesake, *better]
        chain = next(
            (chain_of[other] for other in choices if not _clashes(described, mention, chains[chain_of[other]])), mention
        )
        chain_of.append(chain)
        chains.setdefault(chain, []).append(mention)
    return [chain for chain in chains.values() if len(chain) > 1]


def _best(row: Floats, columns: NDArray[np.int64]) -> list[int]:
    """The columns with the highest scores, best first."""
    best: list[int] = columns[np.argsort(-row[columns], kind="stable")[:MOST_TRIED]].tolist()
    return best


def _namesakes(described: Columns) -> list[int | None]:
    """For each name the last one before that is spelled alike; for a person's surname also the last full name."""
    last: dict[tuple[str, ...], int] = {}
    found: list[int | None] = []
    for mention, words in enumerate(described.name_words):
        found.append(last.get(words) if words else None)
        if words:
            last[words] = mention
            if described.kinds[mention] == PERSON:
                last[words[-1:]] = mention
    return found


def _clashes(described: Columns, mention: int, chain: Sequence[int]) -> bool:
    """Whether a mention's sex, or a name that shares no word with the chain's names, keeps it out of a chain."""
    sex = int(described.genders[mention])
    if sex in SEXES and any(int(described.genders[other]) in SEXES - {sex} for other in chain):
        return True
    words = described.name_words[mention]
    others = [described.name_words[other] for other in chain if described.name_words[other]]
    return bool(words and others) and not any(may_be_one(words, other) for other in others)
