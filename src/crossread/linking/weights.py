"""How much a key tells: the rarer among the items compared, the more."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import fsum, log


def rarity(items: Iterable[Iterable[str]]) -> dict[str, float]:
    """Return the weight of each key: ln((n + 1) / (count + 0.5)), over `n` items, `count` of which have it.

    This is inverse document frequency, smoothed, and above zero for every key.
    """
    sets = [frozenset(keys) for keys in items]
    counts = Counter(key for keys in sets for key in keys)
    return {key: log((len(sets) + 1) / (count + 0.5)) for key, count in sorted(counts.items())}


def weigh(keys: frozenset[str], weights: Mapping[str, float]) -> float:
    """Return the sum of the weights of the keys, rounded once: the order in which a set is walked does not matter."""
    return fsum(weights[key] for key in keys)
