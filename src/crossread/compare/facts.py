"""Facts: groups of sentences that tell the same.

Not the closure of the links: a sentence tells several facts, and a chain, in which each is like the next, would swallow
a topic. Groups are grown from every link, only by what is linked to every member of another document, at several levels
of strictness; others are the sentences that state what a part of one of them states. Trees say of each group how likely
it is one fact, whole; and the best are taken that are not all but the same as a better one.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import fsum, sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from crossread.compare.clauses import CLAUSE_COLUMNS, Clause, by_owner, clause_row, groups_around

Links = Mapping[tuple[int, int], float]
"""The confidence of each pair, the smaller index first."""

Neighbours = Mapping[int, Mapping[int, float]]
"""The links of each item that has any, both ways."""

Group = tuple[int, ...]

LARGEST: Final = 60  # members; what is told more often than that is found in pieces
FOUNDS: Final = 0.15  # the least confidence of a link that founds a group
MOST_FOUNDED: Final = 10  # groups that an item founds, with its best links; the work grows with it, hardly the facts
LEVELS: Final = (0.15, 0.25, 0.35, 0.45, 0.55, 0.7)  # the least confidence with all members, for an item to join
FAINT: Final = 0.03  # links below this are no links
DIGITS: Final = 6  # beyond them, sums depend on the order of things

GROUP_COLUMNS: Final = (
    "least", "most", "mean", "median", "outside.least", "outside.most", "words.mean", "words.most", "words.least",
    "best.least", "best.mean", "margin.least", "margin.mean", "spread", "common", "common.part", *CLAUSE_COLUMNS,
)  # fmt: skip
"""What each figure of a group is; none grows with the number of accounts, for the stories taught on have three."""


@dataclass(frozen=True, slots=True)
class Limits:
    """When a group is told as a fact.

    `worth`: its least worth. `alike`: the Dice coefficient of its links with those of a better group, from which on it
    is the same again. `new`: the least share of its links that no better one has. `firm`: what its weakest link adds to
    its worth. `sure`: the least confidence of a pair that is told in any case, by itself if no group takes it in.
    """

    worth: float
    alike: float
    new: float
    firm: float
    sure: float


def gather(
    links: Links,
    homes: Mapping[int, str],
    words: Sequence[frozenset[str]],
    clauses: Sequence[Clause],
    likely: Callable[[NDArray[np.float64]], NDArray[np.float64]],
    limits: Limits,
) -> list[Group]:
    """Return the groups that are told as facts, sorted; an item may be in several.

    Args:
        links: confidences in [0, 1]; a pair left out is not linked.
        homes: the document of each item; two of one document are never linked, but may both be linked to a third.
        words: the telling words of each item.
        clauses: the items' statements.
        likely: says of rows of `GROUP_COLUMNS` how likely each is one fact.
        limits: which groups are told.
    """
    grown, rows = candidates(links, homes, words, clauses)
    return choose(grown, rows, likely(rows), homes, limits)


def candidates(
    links: Links, homes: Mapping[int, str], words: Sequence[frozenset[str]], clauses: Sequence[Clause]
) -> tuple[list[Group], NDArray[np.float64]]:
    """Return all groups that may be facts, sorted, and a row of `GROUP_COLUMNS` for each."""
    near = _neighbours(links, FAINT)
    at_level = {level: _neighbours(links, level) for level in LEVELS}
    founders = _founders(near)
    grown = (group for pair in founders for group in _at_all_levels(pair, at_level, homes))
    stated = (group for clause in clauses for group in groups_around(clause, homes, near) if len(group) <= LARGEST)
    groups = sorted({*founders, *grown, *stated})
    known = by_owner(clauses)
    rows = [[*_row(group, near, homes, words), *clause_row(group, known)] for group in groups]
    return groups, np.round(np.array(rows).reshape(-1, len(GROUP_COLUMNS)), DIGITS)


def choose(
    groups: Sequence[Group],
    rows: NDArray[np.float64],
    likely: NDArray[np.float64],
    homes: Mapping[int, str],
    limits: Limits,
) -> list[Group]:
    """Return the groups worth telling, the best first to be taken, and the sure pairs that are in none of them."""
    worth = np.round(likely + limits.firm * rows[:, GROUP_COLUMNS.index("least")], DIGITS)
    taken: list[tuple[Group, frozenset[tuple[int, int]]]] = []
    holding: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for n in sorted(range(len(groups)), key=lambda n: (-worth[n], -len(groups[n]), groups[n])):
        if worth[n] < limits.worth:
            break
        own = links_within(groups[n], homes)
        shared: defaultdict[int, int] = defaultdict(int)
        for link in own:
            for other in holding.get(link, ()):
                shared[other] += 1
        alike = any(2 * k >= limits.alike * (len(own) + len(taken[other][1])) for other, k in shared.items())
        new = sum(link not in holding for link in own)
        if not alike and new >= limits.new * len(own):
            for link in own:
                holding[link].append(len(taken))
            taken.append((groups[n], own))
    least = rows[:, GROUP_COLUMNS.index("least")]
    pairs = {(g[0], g[1]) for g, sure in zip(groups, least, strict=True) if len(g) == 2 and sure >= limits.sure}
    return sorted([*(group for group, _ in taken), *(pair for pair in pairs if pair not in holding)])


def links_within(group: Group, homes: Mapping[int, str]) -> frozenset[tuple[int, int]]:
    """Return the pairs of members of different homes."""
    return frozenset((a, b) for a, b in combinations(group, 2) if homes[a] != homes[b])


def _founders(near: Neighbours) -> list[tuple[int, int]]:
    """Return the links that found groups: of each item the best, since what many tell is founded often enough."""
    founders: set[tuple[int, int]] = set()
    for item, linked in near.items():
        sure = [(-confidence, other) for other, confidence in linked.items() if confidence >= FOUNDS]
        founders |= {(min(item, other), max(item, other)) for _, other in sorted(sure)[:MOST_FOUNDED]}
    return sorted(founders)


def _at_all_levels(
    founders: tuple[int, int], at_level: Mapping[float, Neighbours], homes: Mapping[int, str]
) -> Iterator[Group]:
    weakest = 0.0
    for level in LEVELS:
        if level > weakest:  # else the same would join in the same order
            group, weakest = grow(founders, at_level[level], homes, level)
            yield group


def grow(founders: tuple[int, int], near: Neighbours, homes: Mapping[int, str], join: float) -> tuple[Group, float]:
    """Take in the best item that is sure enough of every member of another home, until there is none.

    Whatever may join is linked to a founder, for it cannot be of the home of both. `near` has all links from `join` on.
    Returns the group, and how sure the least sure of those that joined was, 1 where none did.
    """
    group = list(founders)
    support = dict.fromkeys((item for f in founders for item in near.get(f, ()) if item not in founders), 1.0)
    newest: Sequence[int] = founders
    weakest = 1.0
    while support and len(group) < LARGEST:
        for member in newest:
            support = _still(support, member, near, homes, join)
        if not support:
            break
        surest = max(support.values())
        best = min(item for item, sure in support.items() if sure == surest)
        weakest = min(weakest, support.pop(best))
        group.append(best)
        newest = (best,)
    return tuple(sorted(group)), weakest


def _still(
    support: Mapping[int, float],
    member: int,
    near: Neighbours,
    homes: Mapping[int, str],
    join: float,
) -> dict[int, float]:
    """Return the items that may still join once a member has, each with the least confidence with any member."""
    kept: dict[int, float] = {}
    home, linked = homes[member], near.get(member, {})
    for item, least in support.items():
        sure = least if homes[item] == home else min(least, linked.get(item, 0.0))
        if sure >= join:
            kept[item] = sure
    return kept


def _neighbours(links: Links, least: float) -> Neighbours:
    near: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), confidence in links.items():
        if confidence >= least:
            near[a][b] = confidence
            near[b][a] = confidence
    return near


def _row(group: Group, near: Neighbours, homes: Mapping[int, str], words: Sequence[frozenset[str]]) -> list[float]:
    sure = sorted(near[a].get(b, 0.0) for a, b in links_within(group, homes))
    least, most = _reach(group, near, homes)
    lengths = sorted(len(words[member]) for member in group)
    best = [max(near[member].values()) for member in group]
    common = frozenset.intersection(*(words[member] for member in group))
    mean = fsum(sure) / len(sure)
    return [
        sure[0],
        sure[-1],
        mean,
        (sure[(len(sure) - 1) // 2] + sure[len(sure) // 2]) / 2,
        max(least, default=0.0),
        max(most, default=0.0),
        sum(lengths) / len(lengths),
        lengths[-1],
        lengths[0],
        min(best),
        fsum(best) / len(best),
        sure[0] - max(least, default=0.0),
        mean - max(most, default=0.0),
        sqrt(fsum((value - mean) ** 2 for value in sure) / len(sure)),
        len(common),
        len(common) / max(lengths[0], 1),
    ]


def _reach(group: Group, near: Neighbours, homes: Mapping[int, str]) -> tuple[list[float], list[float]]:
    """Return how sure each item outside is of the least and the most likely member of another home."""
    found: defaultdict[int, list[float]] = defaultdict(list)
    for member in group:
        for item, confidence in near[member].items():
            found[item].append(confidence)
    inside = set(group)
    sizes = Counter(homes[member] for member in group)
    outside = [item for item in found if item not in inside]
    whole = [len(found[item]) == len(group) - sizes[homes[item]] for item in outside]
    least = [min(found[item]) if linked else 0.0 for item, linked in zip(outside, whole, strict=True)]
    return least, [max(found[item]) for item in outside]
