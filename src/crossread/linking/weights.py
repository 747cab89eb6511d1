"""How much a key tells: the rarer among the items compared, the more."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log


def rarity(items: Iterable[Iterable[str]]) -> dict[str, float]:
    """Return the weight of each key: ln((n + 1) / (count + 0.5)), over `n` items, `count` of which have it.

    This is inverse document frequency, smoothed, and above zero for every key.
    """
    sets = [frozenset(keys) for keys in items]
    counts = Counter(key for keys in sets for key in keys)
    return {key: log((len(sets) + 1) / (count + 0.5)) for key, count in sorted(counts.items())}


def weigh(keys: Iterable[str], weights: Mapping[str, float]) -> float:
    """Return the sum of the weights of the keys, each once; an unknown key weighs nothing."""
    return sum(weights.get(key, 0.0) for key in sorted(frozenset(keys)))


def overlap(left: frozenset[str], right: frozenset[str], weights: Mapping[str, float]) -> float:
    """Return the weight of the shared keys over that of the geometric mean of both sides, in [0, 1]."""
    sides = weigh(left, weights) * weigh(right, weights)
    return weigh(left & right, weights) / sides**0.5 if sides > 0 else 0.0
