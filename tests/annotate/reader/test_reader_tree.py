from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from crossread.annotate.reader.tree import ROOT, best_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    if heads.count(ROOT) != 1:
        return False
    for start in range(len(heads)):
        word, steps = start, 0
        while heads[word] != ROOT:
            word, steps = heads[word], steps + 1
            if steps > len(heads):
                return False
    return True


def log_probabilities(arcs: NDArray[np.float32], roots: NDArray[np.float32]) -> NDArray[np.float64]:
    scores = np.concatenate([roots[:, None], arcs], axis=1).astype(np.float64)
    for word in range(len(roots)):
        scores[word, word + 1] = -np.inf
    return np.asarray(scores - np.log(np.exp(scores).sum(axis=1, keepdims=True)))


@pytest.mark.parametrize("seed", range(60))
def test_finds_the_best_of_all_trees(seed: int) -> None:
    source = np.random.default_rng(seed)
    size = int(source.integers(1, 5))
    arcs = source.normal(scale=3, size=(size, size)).astype(np.float32)
    roots = source.normal(scale=3, size=size).astype(np.float32)
    scores = log_probabilities(arcs, roots)

    def total(heads: tuple[int, ...]) -> float:
        return float(sum(scores[word, head + 1] for word, head in enumerate(heads)))

    trees = [heads for heads in product(range(-1, size), repeat=size) if is_tree(heads)]
    found = tuple(best_tree(arcs, roots))
    assert is_tree(found)
    assert total(found) == pytest.approx(max(total(heads) for heads in trees), abs=1e-4)


def test_long_sentences_are_trees_whatever_the_scores() -> None:
    source = np.random.default_rng(7)
    arcs = source.normal(size=(60, 60)).astype(np.float32)
    assert is_tree(tuple(best_tree(arcs, source.normal(size=60).astype(np.float32))))
