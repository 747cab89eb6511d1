"""Documents that tell another event than the rest."""

from collections.abc import Sequence
from itertools import combinations

from crossread.group.likeness import Profile, likeness, profile
from crossread.records import CodedDocument

_LEAST_SHORT = 0.3  # likeness of two articles of one event, where there are hardly words to share
_LEAST_LONG = 0.5  # the same from ENOUGH_WORDS on; between the two it grows with the words there are
_ENOUGH_WORDS = 400
# Measured on BASIL (100 stories of one country's politics, three articles each; the closest mate in the story counts):
# whole articles: 0 of 300 wrongly strangers, 2 % of random pairs of different stories taken for one; cut to 80 words: 1
# of 300 and 8 %.


def strangers(documents: Sequence[CodedDocument]) -> tuple[str, ...]:
    """Return the ids of the documents outside the largest group that hangs together by names and words.

    Where no two documents hang together, all are strangers to one another. One document alone is none.
    """
    if len(documents) < 2:
        return ()
    groups = _groups([profile(document) for document in documents])
    ids = [document.annotated.document.id for document in documents]
    if len(groups) == len(documents):
        return tuple(ids)
    main = min(groups, key=lambda group: (-len(group), sorted(ids[number] for number in group)))
    return tuple(key for number, key in enumerate(ids) if number not in main)


def _groups(profiles: Sequence[Profile]) -> list[frozenset[int]]:
    """Partition the articles: those alike, directly or through others, are in one group."""
    group = {number: frozenset((number,)) for number in range(len(profiles))}
    for a, b in combinations(range(len(profiles)), 2):
        if b not in group[a] and _hang_together(profiles[a], profiles[b]):
            merged = group[a] | group[b]
            group.update(dict.fromkeys(merged, merged))
    return list(set(group.values()))


def _hang_together(left: Profile, right: Profile) -> bool:
    words = min(left.length, right.length)
    least = _LEAST_SHORT + (_LEAST_LONG - _LEAST_SHORT) * min(1.0, words / _ENOUGH_WORDS)
    return likeness(left, right) >= least
