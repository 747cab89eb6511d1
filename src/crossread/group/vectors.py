"""What an article tells, as weighted keys, so that two articles, or two stories, are compared by one product.

Weights are whole numbers: sums of them never depend on the order in which articles came.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from crossread.group.rarity import Hashes, Rarity, usual
from crossread.records import Profile

UNIT: Final = 4096  # what weight 1 is written as
CHANNELS: Final = (("w", 2.0), ("l", 1.0), ("np", 0.3), ("d", 0.3))
"""Kinds of keys and what each counts: words of all the text, of its lead, names and places, days."""
_ALWAYS = 2  # the first channels, which every article has; the others count only where both have them
ENOUGH_WORDS = 400  # of an article: from there on it shares as much with its fellows as a long one
_KNOWN_KEYS = 1 << 17  # whose hashes are kept at hand: the words of a language and the names of some weeks

Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Vector:
    """Weighted keys: `keys` sorted hashes, `weights` what they tell, in `UNIT`s.

    `mass`: how much the article has of each channel, in `UNIT`s; 0 where it has none, less where its keys are common
    ones. `words`: its length, `ENOUGH_WORDS` at most.
    """

    keys: Hashes
    weights: Whole
    mass: tuple[int, ...]
    words: int


NOTHING: Final = Vector(np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.int64), (0,) * len(CHANNELS), 0)


@dataclass(frozen=True, slots=True)
class Told:
    """The keys of an article as hashes, by channel: `ends` says where in `keys` each channel ends.

    `counts`: how often the article has each key; `usual`: in how many general texts it stands.
    """

    keys: Hashes
    counts: Whole
    usual: NDArray[np.int32]
    ends: tuple[int, ...]
    words: int

    @property
    def distinct(self) -> Hashes:
        """The keys, each once."""
        return np.unique(self.keys)


def told(profile: Profile) -> Told:
    """Return the keys of an article's profile; those of no channel are left out."""
    channel = {kind: number for number, (kinds, _) in enumerate(CHANNELS) for kind in kinds}
    parted: list[list[str]] = [[] for _ in CHANNELS]
    for key in profile.keys:
        if key[0] in channel:
            parted[channel[key[0]]].append(key)
    keys = list(chain.from_iterable(parted))
    known = np.array([_known(key) for key in keys], dtype=np.int64).reshape(-1, 2)
    return Told(
        keys=known[:, 0].astype(np.uint32),
        counts=np.array([profile.keys[key] for key in keys], dtype=np.int64),
        usual=known[:, 1].astype(np.int32),
        ends=tuple(accumulate(map(len, parted))),
        words=min(ENOUGH_WORDS, len(profile.wording) // 4),
    )


def vector(article: Told, rarity: Rarity) -> Vector:
    """Return what an article tells, each key weighed by how often it has it and by how rare it is."""
    rare = rarity.weights(article.keys, article.usual)
    weights = (1 + np.log(article.counts)) * rare
    mass, begin = [], 0
    for number, ((_, share), end) in enumerate(zip(CHANNELS, article.ends, strict=True)):
        own = weights[begin:end]
        amount = 1.0 if number < _ALWAYS else _amount(rare[begin:end], rarity)
        mass.append(round(amount * UNIT))
        if len(own):
            own *= amount * share**0.5 * UNIT / float(np.sqrt(own @ own))
        begin = end
    keys, whole = _added_up(article.keys, np.rint(weights).astype(np.int64))
    return Vector(keys, whole, tuple(mass), article.words)


def total(vectors: Sequence[Vector]) -> Vector:
    """Return the sum of vectors: equal keys are added up."""
    if len(vectors) == 1:
        return vectors[0]
    keys, weights = _added_up(
        np.concatenate([one.keys for one in vectors]), np.concatenate([one.weights for one in vectors])
    )
    mass = tuple(sum(amounts) for amounts in zip(*(one.mass for one in vectors), strict=True))
    return Vector(keys, weights, mass, sum(one.words for one in vectors))


def likeness(left: Vector, right: Vector) -> float:
    """Return the mean likeness of the articles of one sum with those of the other, in [0, 1].

    What only one of two articles has at all, as days, says nothing about them.
    """
    short, long = (left, right) if len(left.keys) <= len(right.keys) else (right, left)
    if not len(short.keys):
        return 0.0
    places = long.keys.searchsorted(short.keys)
    places[places == len(long.keys)] = 0
    shared = long.keys[places] == short.keys
    product = int(short.weights[shared] @ long.weights[places[shared]])
    most = 0.0
    for (_, share), a, b in zip(CHANNELS, left.mass, right.mass, strict=True):
        most += share * a * b
    return product / most if most else 0.0


def _added_up(keys: Hashes, weights: Whole) -> tuple[Hashes, Whole]:
    """Return each key once, sorted, with the sum of its weights."""
    if not len(keys):
        return keys, weights
    order = keys.argsort(kind="stable")
    keys, weights = keys[order], weights[order]
    first = np.empty(len(keys), dtype=bool)
    first[0] = True
    np.not_equal(keys[1:], keys[:-1], out=first[1:])
    return keys[first], np.add.reduceat(weights, np.flatnonzero(first))


def _amount(rare: NDArray[np.float64], rarity: Rarity) -> float:
    """Return how much an article has of a channel that it may have nothing of."""
    return min(1.0, float(rare.mean()) / rarity.most) if len(rare) else 0.0


@lru_cache(_KNOWN_KEYS)
def _known(key: str) -> tuple[int, int]:
    return crc32(key.encode("utf-8", "surrogatepass")), usual(key)
