"""Candidate pairs: only things that share a key are ever compared."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

LARGEST_BLOCK = 200  # a key shared by more things than this tells nothing, and its pairs would grow with the square


def candidate_pairs(keys: Mapping[str, Iterable[str]]) -> list[tuple[str, str]]:
    """Return the sorted pairs of items that share at least one key; `keys` maps an item's id to its keys."""
    blocks: defaultdict[str, set[str]] = defaultdict(set)
    for item, item_keys in keys.items():
        for key in item_keys:
            blocks[key].add(item)
    small = (block for block in blocks.values() if len(block) <= LARGEST_BLOCK)
    return sorted({pair for block in small for pair in combinations(sorted(block), 2)})
