"""Clusters, computed from judgements.

A cluster is a pure function of the judgements: the order in which they were made never matters. The best-supported pair
is merged first; a pair judged DIFFERENT is never in one cluster; a person's judgement outranks a model's: on the pair
itself, and on all that a person's judgements have brought together.
"""

from collections import defaultdict
from collections.abc import Iterable

from crossread.records import Judgement, Verdict

Pair = tuple[str, str]


def cluster(items: Iterable[str], judgements: Iterable[Judgement]) -> tuple[tuple[str, ...], ...]:
    """Partition the items; each cluster is sorted, and the clusters are sorted by their first member.

    Judgements on things that are not among the items are passed over.
    """
    group = {item: {item} for item in items}
    standing = {pair: j for pair, j in _standing(judgements).items() if pair[0] in group and pair[1] in group}
    apart = _neighbours(pair for pair, j in standing.items() if j.verdict is Verdict.DIFFERENT)
    by_people = _neighbours(pair for pair, j in standing.items() if j.verdict is Verdict.DIFFERENT and j.by_person)
    same = [(pair, j) for pair, j in standing.items() if j.verdict is Verdict.SAME]
    for (a, b), judgement in sorted(same, key=lambda entry: (not entry[1].by_person, -entry[1].confidence, entry[0])):
        small, large = sorted((group[a], group[b]), key=len)
        if small is not large and not _blocked(small, large, by_people if judgement.by_person else apart):
            large |= small
            group.update(dict.fromkeys(small, large))
    return tuple(sorted({tuple(sorted(members)) for members in group.values()}))


def _standing(judgements: Iterable[Judgement]) -> dict[Pair, Judgement]:
    """Keep the judgement that counts for each pair: a person's first, then the most confident, then DIFFERENT."""
    best: dict[Pair, Judgement] = {}
    for judgement in judgements:
        if judgement.verdict is Verdict.WRONG:  # said of one thing, not of a pair
            continue
        pair = (min(judgement.a, judgement.b), max(judgement.a, judgement.b))
        if pair not in best or _rank(judgement) > _rank(best[pair]):
            best[pair] = judgement
    return best


def _rank(judgement: Judgement) -> tuple[bool, float, bool, str]:
    different = judgement.verdict is Verdict.DIFFERENT
    return judgement.by_person, judgement.confidence, different, judgement.made_by


def _neighbours(pairs: Iterable[Pair]) -> dict[str, set[str]]:
    neighbours: defaultdict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        neighbours[a].add(b)
        neighbours[b].add(a)
    return neighbours


def _blocked(small: set[str], large: set[str], apart: dict[str, set[str]]) -> bool:
    return any(not apart.get(item, set()).isdisjoint(large) for item in small)
