"""Facts: groups of sentences that tell the same.

Not the closure of the links: a sentence tells several facts, and a chain, in which each is like the next, would swallow
a topic. A fact grows from its surest link, and only by what is linked to every member of another document.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

Links = Mapping[tuple[int, int], float]
"""The confidence of each pair, the smaller index first."""

LARGEST: Final = 60  # members; what is told more often than that is found in pieces


def gather(links: Links, homes: Mapping[int, str], seed: float, join: float) -> list[tuple[int, ...]]:
    """Return groups whose members are linked across homes; each link of at least `seed` lies in one group or more.

    Args:
        links: confidences in [0, 1]; a pair left out is not linked.
        homes: the document of each item; two of one document are never linked, but may both be linked to a third.
        seed: the least confidence that founds a group.
        join: the least confidence with every member of another home that lets an item join.

    Returns:
        Sorted groups, each sorted; an item may be in several.
    """
    near: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), confidence in links.items():
        near[a][b] = confidence
        near[b][a] = confidence
    grown: set[tuple[int, ...]] = set()
    covered: set[tuple[int, int]] = set()
    for (a, b), confidence in sorted(links.items(), key=lambda entry: (-entry[1], entry[0])):
        if confidence < seed:
            break
        if (a, b) not in covered:
            group = _grow([a, b], near, homes, join)
            grown.add(group)
            covered.update((x, y) for x in group for y in group if x < y and homes[x] != homes[y])
    return sorted(grown)


def _grow(
    group: list[int], near: Mapping[int, Mapping[int, float]], homes: Mapping[int, str], join: float
) -> tuple[int, ...]:
    """Take in the best item that is sure enough of every member of another home, until there is none."""
    open_to = {item for member in group for item in near[member]} - set(group)
    while len(group) < LARGEST:
        support = {item: _support(item, group, near, homes) for item in sorted(open_to)}
        open_to = {item for item, least in support.items() if least >= join}
        if not open_to:
            break
        best = min(open_to, key=lambda item: (-support[item], item))
        group.append(best)
        open_to = (open_to | set(near[best])) - set(group)
    return tuple(sorted(group))


def _support(item: int, group: list[int], near: Mapping[int, Mapping[int, float]], homes: Mapping[int, str]) -> float:
    others = [member for member in group if homes[member] != homes[item]]
    return min((near[item].get(member, 0.0) for member in others), default=0.0)
