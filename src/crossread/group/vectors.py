"""What an article tells, as weighted keys, so that two articles, or two stories, are compared by one product.

Weights are whole numbers: sums of them never depend on the order in which articles came.
"""

from collections.abc import Iterable
from dataclasses import dataclass
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


def hashes(profile: Profile) -> Hashes:
    """Return the sorted hashes of a profile's keys."""
    return np.unique(np.array([_hash(key) for key in profile.keys], dtype=np.uint32))


def vector(profile: Profile, rarity: Rarity) -> Vector:
    """Return what an article tells, each key weighed by how often it has it and by how rare it is."""
    keys, weights, mass = [], [], []
    for number, (kinds, share) in enumerate(CHANNELS):
        own = [key for key in profile.keys if key[0] in kinds]
        told, amount = _channel(own, profile, rarity, number < _ALWAYS)
        keys.append(np.array([_hash(key) for key in own], dtype=np.uint32))
        weights.append(np.rint(told * (share**0.5 * UNIT)).astype(np.int64))
        mass.append(round(amount * UNIT))
    words = min(ENOUGH_WORDS, len(profile.wording) // 4)
    return total([Vector(np.concatenate(keys), np.concatenate(weights), tuple(mass), words)])


def total(vectors: Iterable[Vector]) -> Vector:
    """Return the sum of vectors: equal keys are added up."""
    given = list(vectors)
    keys, places = np.unique(np.concatenate([one.keys for one in given]), return_inverse=True)
    weights = np.zeros(len(keys), dtype=np.int64)
    np.add.at(weights, places, np.concatenate([one.weights for one in given]))
    mass = tuple(sum(amounts) for amounts in zip(*(one.mass for one in given), strict=True))
    return Vector(keys, weights, mass, sum(one.words for one in given))


def likeness(left: Vector, right: Vector) -> float:
    """Return the mean likeness of the articles of one sum with those of the other, in [0, 1].

    What only one of two articles has at all, as days, says nothing about them.
    """
    short, long = (left, right) if len(left.keys) <= len(right.keys) else (right, left)
    if not len(short.keys):
        return 0.0
    places = np.minimum(np.searchsorted(long.keys, short.keys), len(long.keys) - 1)
    shared = long.keys[places] == short.keys
    product = int(short.weights[shared] @ long.weights[places[shared]])
    most = sum(share * a * b for (_, share), a, b in zip(CHANNELS, left.mass, right.mass, strict=True))
    return product / most if most else 0.0


def _channel(keys: list[str], profile: Profile, rarity: Rarity, always: bool) -> tuple[NDArray[np.float64], float]:
    """Return the weights of one kind of keys, as long as the amount that stands beside it."""
    if not keys:
        return np.zeros(0), float(always)
    rare = rarity.weights(
        np.array([_hash(key) for key in keys], dtype=np.uint32), np.array([usual(key) for key in keys], dtype=np.int32)
    )
    told = (1 + np.log(np.array([profile.keys[key] for key in keys]))) * rare
    amount = 1.0 if always else min(1.0, float(rare.mean()) / rarity.most)
    return told * (amount / float(np.sqrt(told @ told))), amount


def _hash(key: str) -> int:
    return crc32(key.encode("utf-8", "surrogatepass"))
