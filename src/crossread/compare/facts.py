"""Facts: groups of statements that tell the same."""

from collections.abc import Mapping
from typing import Final

HELD_TOGETHER = 0.5
"""Two groups become one if at least this share of the pairs between them is linked: a chain, where each statement is
like the next but the first is not like the last, so never grows into one fact."""

_Group = frozenset[str]
Linked = Mapping[tuple[str, str], float]
_GROUP_LIMIT: Final = 60  # statements; a fact told more often than that is found in pieces


def gather(links: Linked) -> tuple[tuple[str, ...], ...]:
    """Group linked statements, the surest links first; the result does not depend on the links' order.

    Args:
        links: the confidence of each linked pair of ids.

    Returns:
        The groups, each sorted, sorted by first member; a statement is in one group at most.
    """
    linked = {frozenset(pair) for pair in links}
    group: dict[str, _Group] = {identity: frozenset((identity,)) for pair in links for identity in pair}
    for (a, b), _ in sorted(links.items(), key=lambda entry: (-entry[1], entry[0])):
        left, right = group[a], group[b]
        if left is not right and _belong(left, right, linked):
            group.update(dict.fromkeys(left | right, left | right))
    return tuple(sorted(tuple(sorted(members)) for members in set(group.values()) if len(members) > 1))


def _belong(left: _Group, right: _Group, linked: set[frozenset[str]]) -> bool:
    if len(left) + len(right) > _GROUP_LIMIT:
        return False
    joined = sum(frozenset((a, b)) in linked for a in left for b in right)
    return joined >= HELD_TOGETHER * len(left) * len(right)
