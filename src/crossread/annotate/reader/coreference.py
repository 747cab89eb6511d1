"""Chains of mentions that mean the same, each mention linked to the earlier one that fits best."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from crossread.annotate.reader.mentions import Candidate
from crossread.annotate.reader.model import session
from crossread.annotate.reader.pairs import Columns, MentionText, columns, may_be_one, mention_features, pair_features
from crossread.annotate.reader.syntax_reader import Links

Floats = NDArray[np.float32]

COREFERENCE_FILE: Final = "coreference.onnx"
# Mentions back that are looked at; a name looks at all names before it.
FURTHEST: Final = {"name": 40, "nominal": 80, "pronoun": 25}
PERSON: Final = 1  # the code of people among Columns.kinds
FORBIDDEN: Final = np.float32(-1e9)


class Coreference:
    """Links the mentions of an article.

    Args:
        folder: holds the pair scorer.
    """

    def __init__(self, folder: Path) -> None:
        self._scorer = session(folder / COREFERENCE_FILE)

    def chains(self, text: MentionText, candidates: Sequence[Candidate], links: Links) -> list[list[int]]:
        """Chains of two mentions or more, as indices into ``candidates``, each in order, by their first."""
        if len(candidates) < 2:
            return []
        described = columns(text, candidates)
        allowed = possible(described, candidates)
        if not allowed.any():
            return []
        fed = {
            "pairs": pair_features(described, links, *np.nonzero(allowed)),
            "mentions": mention_features(described, links),
        }
        scored, alone = self._scorer.run(None, fed)
        scores = np.full(allowed.shape, FORBIDDEN)
        scores[allowed] = scored[:, 0]
        antecedents = best_antecedents(scores, alone[:, 0])
        return joined(with_namesakes(antecedents, described), described)


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


def best_antecedents(scores: Floats, alone: Floats) -> list[int | None]:
    """For each mention (row) the one that it goes back to, or None where being alone scores higher."""
    best = scores.argmax(axis=1)
    linked = scores[np.arange(len(best)), best] > alone
    return [int(place) if found else None for place, found in zip(best, linked, strict=True)]


def with_namesakes(antecedents: Sequence[int | None], described: Columns) -> list[int | None]:
    """Let names go back to the last one that is spelled alike, and a person's surname to the last full name."""
    last: dict[tuple[str, ...], int] = {}
    linked = list(antecedents)
    for mention, words in enumerate(described.name_words):
        if not words:
            continue
        linked[mention] = last.get(words, linked[mention])
        last[words] = mention
        if described.kinds[mention] == PERSON and len(words) > 1:
            last[words[-1:]] = mention
    return linked


def joined(antecedents: Sequence[int | None], described: Columns) -> list[list[int]]:
    """Chains of two or more from links back; a name joins no chain of names that it shares no word with."""
    chain_of: list[int] = []
    chains: dict[int, list[int]] = {}
    for mention, antecedent in enumerate(antecedents):
        chain = mention if antecedent is None else chain_of[antecedent]
        if chain != mention and _clashes(described, mention, chains[chain]):
            chain = mention
        chain_of.append(chain)
        chains.setdefault(chain, []).append(mention)
    return [chain for chain in chains.values() if len(chain) > 1]


def _clashes(described: Columns, mention: int, chain: Sequence[int]) -> bool:
    words = described.name_words[mention]
    others = [described.name_words[other] for other in chain if described.name_words[other]]
    return bool(words and others) and not any(may_be_one(words, other) for other in others)
