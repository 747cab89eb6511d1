"""Whom a lone surname or given name stands for."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from crossread.resolve.item import Item
from crossread.resolve.occurrence import Occurrence


class Readings:
    """The people whose full names are known, by their family and their given names."""

    def __init__(self, groups: Sequence[Sequence[Item]]) -> None:
        self._by_name: defaultdict[str, list[tuple[int, Item]]] = defaultdict(list)
        for number, group in enumerate(groups):
            for item in group:
                for word in sorted({item.words[0], item.words[-1]}):
                    self._by_name[word].append((number, item))

    def read(self, occurrence: Occurrence) -> Item | None:
        """Return the full name that the word stands for: in the same article, else the only one."""
        word = occurrence.words[0]
        candidates = self._by_name.get(word, [])
        family = [pair for pair in candidates if pair[1].words[-1] == word] or candidates
        here = {place: item for _, item in family for place in _places(item).get(occurrence.document, ())}
        before = [place for place in here if place < occurrence.index]
        if here:
            return here[max(before)] if before else here[min(here)]
        people = {number for number, _ in family}
        return max((item for _, item in family), key=_weight) if len(people) == 1 else None


def _places(item: Item) -> Mapping[int, list[int]]:
    places: defaultdict[int, list[int]] = defaultdict(list)
    for occurrence in item.occurrences:
        places[occurrence.document].append(occurrence.index)
    return places


def _weight(item: Item) -> tuple[int, tuple[str, ...]]:
    return len(item.occurrences), item.words
