"""Well-formed trees from arc scores: one root a sentence, no cycle, the highest sum there is."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

FORBIDDEN: Final = np.float32(-1e9)
ROOT: Final = -1
MOST_ROOTS_TRIED: Final = 4  # candidates beyond the best few never won on the development sets


def best_tree(arcs: Scores, roots: Scores) -> list[int]:
    """The heads of a sentence's n words; the root's is ``ROOT``.

    Args:
        arcs: n, n scores; row the word, column its head.
        roots: n scores of being the root.
    """
    size = len(roots)
    if size == 1:
        return [ROOT]
    scores = _joined(arcs, roots)
    greedy: list[int] = (scores.argmax(axis=1) - 1).tolist()
    if _is_tree(greedy):
        return greedy
    # Only here must the scores of different words weigh the same: a row's best stays its best.
    scores = _log_probabilities(scores)
    joined, roots = scores[:, 1:].copy(), scores[:, 0]
    np.fill_diagonal(joined, FORBIDDEN)
    candidates = np.argsort(-roots, kind="stable")[:MOST_ROOTS_TRIED]
    trees = [_tree_from(joined, int(root)) for root in candidates]
    totals = [_total(joined, roots, tree) for tree in trees]
    return trees[int(np.argmax(totals))]


def _joined(arcs: Scores, roots: Scores) -> Scores:
    """n, n + 1 scores: the root's column before the words', no word its own head."""
    size = len(roots)
    scores = np.empty((size, size + 1), dtype=np.float32)
    scores[:, 0], scores[:, 1:] = roots, arcs
    scores.flat[1 :: size + 2] = FORBIDDEN  # row n, column n + 1
    return scores


def _log_probabilities(scores: Scores) -> Scores:
    scores = scores - scores.max(axis=1, keepdims=True)
    normalised: Scores = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    return normalised


def _is_tree(heads: list[int]) -> bool:
    return heads.count(ROOT) == 1 and _cycle(heads) is None


def _total(arcs: Scores, roots: Scores, heads: list[int]) -> float:
    return float(sum(roots[word] if head == ROOT else arcs[word, head] for word, head in enumerate(heads)))


def _tree_from(arcs: Scores, root: int) -> list[int]:
    """The best tree under one root (Chu and Liu, 1965; Edmonds, 1967)."""
    scores = arcs.copy()
    scores[root, :] = FORBIDDEN
    heads = _edmonds(scores, root)
    heads[root] = ROOT
    return heads


def _edmonds(scores: Scores, root: int) -> list[int]:
    heads = [int(head) for head in scores.argmax(axis=1)]
    heads[root] = ROOT
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    return _expand(scores, root, heads, cycle)


def _expand(scores: Scores, root: int, heads: list[int], cycle: list[int]) -> list[int]:
    """Contract a cycle to one node, solve the smaller problem, and open the cycle where its solution enters."""
    inside = set(cycle)
    outside = [word for word in range(len(heads)) if word not in inside]
    kept = scores[cycle, [heads[word] for word in cycle]]
    entering = scores[np.ix_(cycle, outside)] - kept[:, None]  # the gain of breaking the cycle at each word
    leaving = scores[np.ix_(outside, cycle)]
    size = len(outside) + 1
    smaller = np.full((size, size), FORBIDDEN, dtype=np.float32)
    smaller[:-1, :-1] = scores[np.ix_(outside, outside)]
    smaller[-1, :-1] = entering.max(axis=0)
    smaller[:-1, -1] = leaving.max(axis=1)
    solved = _edmonds(smaller, outside.index(root))
    result = list(heads)
    for place, word in enumerate(outside):
        head = solved[place]
        if head == ROOT:
            result[word] = ROOT
        elif head == size - 1:
            result[word] = cycle[int(leaving[place].argmax())]
        else:
            result[word] = outside[head]
    entered_from = solved[-1]
    broken = cycle[int(entering[:, entered_from].argmax())]
    result[broken] = outside[entered_from]
    return result


def _cycle(heads: list[int]) -> list[int] | None:
    """The words of one cycle, or None."""
    seen = [0] * len(heads)
    for start in range(len(heads)):
        word, mark = start, start + 1
        while word != ROOT and seen[word] == 0:
            seen[word] = mark
            word = heads[word]
        if word != ROOT and seen[word] == mark:
            cycle = [word]
            while heads[cycle[-1]] != word:
                cycle.append(heads[cycle[-1]])
            return cycle
    return None
