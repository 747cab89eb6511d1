"""What people have said: these articles tell the same event, those do not. It outranks every likeness."""

from collections import defaultdict
from collections.abc import Iterable

from crossread.linking import cluster
from crossread.records import Judgement, Verdict, content_id

_BY = "person:"  # that an article stands for the story it begins is what the people who judged stories meant


class People:
    """The judgements of people on articles, or on stories, which stand for their first articles.

    Args:
        judgements: others than a person's are passed over.
    """

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        said = sorted(judgement for judgement in judgements if judgement.by_person)
        named = {name for judgement in said for name in (judgement.a, judgement.b)}
        self._bound: dict[str, int] = {}
        self._apart: defaultdict[int, set[int]] = defaultdict(set)
        stories = [Judgement(name, story, Verdict.SAME, 1.0, _BY) for name in named if (story := _story(name)) in named]
        for number, group in enumerate(cluster(named, [*said, *stories])):
            self._bound.update(dict.fromkeys(group, number))
        for judgement in said:
            a, b = self._bound[judgement.a], self._bound[judgement.b]
            if judgement.verdict is Verdict.DIFFERENT and a != b:
                self._apart[a].add(b)
                self._apart[b].add(a)

    def bonds(self, documents: Iterable[str]) -> frozenset[int]:
        """Return the groups, of what people called the same, that these articles belong to."""
        if not self._bound:
            return frozenset()
        names = ((name, _story(name)) for name in documents)
        return frozenset(self._bound[name] for pair in names for name in pair if name in self._bound)

    def waits(self, bonds: frozenset[int], documents: Iterable[str]) -> bool:
        """Tell whether something that people called the same as one of these articles has yet to come."""
        if not bonds:
            return False
        here = {form for name in documents for form in (name, _story(name))}
        return any(bond in bonds and name not in here for name, bond in self._bound.items())

    def apart(self, left: frozenset[int], right: frozenset[int]) -> bool:
        """Tell whether people said that something of the one is not the same as something of the other."""
        return any(not self._apart[bond].isdisjoint(right) for bond in left if bond in self._apart)


def _story(document: str) -> str:
    return content_id("s", document)
