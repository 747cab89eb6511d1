"""Clusters, computed from judgements.

A cluster is a pure function of the judgements: the order in which they were made never matters. The best-supported pair
is merged first; a pair judged DIFFERENT is never in one cluster; a person's judgement outranks a model's on the pair.
"""

from collections.abc import Iterable

from crossread.records import Judgement, Verdict


def cluster(items: Iterable[str], judgements: Iterable[Judgement]) -> tuple[tuple[str, ...], ...]:
    """Partition the items; each cluster is sorted, and the clusters are sorted by their first member."""
    members = {item: frozenset((item,)) for item in items}
    standing = _standing(judgements)
    apart = {pair for pair, judgement in standing.items() if judgement.verdict is Verdict.DIFFERENT}
    same = [(pair, j) for pair, j in standing.items() if j.verdict is Verdict.SAME]
    for (a, b), _ in sorted(same, key=lambda entry: (not entry[1].by_person, -entry[1].confidence, entry[0])):
        if a in members and b in members and not _blocked(members[a], members[b], apart):
            merged = members[a] | members[b]
            members.update(dict.fromkeys(merged, merged))
    return tuple(sorted(tuple(sorted(group)) for group in set(members.values())))


def _standing(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Judgement]:
    """Keep the judgement that counts for each pair: a person's first, then the most confident, then DIFFERENT."""
    best: dict[tuple[str, str], Judgement] = {}
    for judgement in judgements:
        pair = (min(judgement.a, judgement.b), max(judgement.a, judgement.b))
        if pair not in best or _rank(judgement) > _rank(best[pair]):
            best[pair] = judgement
    return best


def _rank(judgement: Judgement) -> tuple[bool, float, bool, str]:
    different = judgement.verdict is Verdict.DIFFERENT
    return judgement.by_person, judgement.confidence, different, judgement.made_by


def _blocked(left: frozenset[str], right: frozenset[str], apart: set[tuple[str, str]]) -> bool:
    return any((min(a, b), max(a, b)) in apart for a in left for b in right)
