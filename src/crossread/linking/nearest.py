"""Candidate pairs for things with many keys: each meets the few others that share its rarest keys."""

from collections import defaultdict
from collections.abc import Mapping

MOST_SHARING = 64
"""A key that more things have is not followed: it tells little, and its pairs would grow with the square."""


def nearest(
    keys: Mapping[str, frozenset[str]], apart: Mapping[str, str], weights: Mapping[str, float], most: int
) -> list[tuple[str, str]]:
    """Return the sorted pairs of things in which one is among the `most` that share the most weight with the other.

    The work grows with the number of keys, not with the square of the number of things.

    Args:
        keys: the keys of each thing, by id.
        apart: the home of each thing; two of one home are never paired.
        weights: what each key tells.
        most: how many partners each thing may choose.
    """
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for item in sorted(keys):
        for key in keys[item]:
            holders[key].append(item)
    pairs: set[tuple[str, str]] = set()
    for item in sorted(keys):
        shared: defaultdict[str, float] = defaultdict(float)
        for key in sorted(keys[item]):
            if len(holders[key]) <= MOST_SHARING:
                for other in holders[key]:
                    shared[other] += weights[key]
        partners = [other for other in shared if apart[other] != apart[item]]
        for other in sorted(partners, key=lambda o: (-shared[o], o))[:most]:
            pairs.add((min(item, other), max(item, other)))
    return sorted(pairs)
