"""Whom a lone surname or given name stands for."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crossread.resolve.item import Item
from crossread.resolve.names import split_suffix
from crossread.resolve.occurrence import Occurrence
from crossread.resolve.people import consonants, gender_of, same_spelling
from crossread.resolve.roles import Role, likeness, role

_CLEARLY_MORE = 3  # times as many mentions in the story: who is meant where an article leaves it open
_IN_ARTICLE = 0.9
_IN_STORY = 0.8
_OTHER_SPELLING = 0.65


@dataclass(frozen=True, slots=True)
class Reading:
    """The full name that a lone one stands for, and how sure that is, in [0, 1]."""

    item: Item
    confidence: float


class People:
    """The people of a story whose full names are known."""

    def __init__(self, groups: Iterable[Sequence[Item]], lone: Iterable[Occurrence]) -> None:
        """Take the names of each person, as clusters of items, and the lone names, in the order of the text."""
        self._people = [_Person(group) for group in groups if group]
        self._family: defaultdict[str, list[_Person]] = defaultdict(list)
        self._other: defaultdict[str, list[_Person]] = defaultdict(list)
        self._first: dict[tuple[int, str], int] = {}
        for occurrence in lone:
            self._first.setdefault((occurrence.document, occurrence.words[0]), occurrence.index)
        self._spelled: defaultdict[str, set[str]] = defaultdict(set)
        for person in self._people:
            for word in sorted(person.family):
                self._family[word].append(person)
                for key in _spelling_keys(word):
                    self._spelled[key].add(word)
            for word in sorted(person.others - person.family):
                self._other[word].append(person)

    def read(self, occurrence: Occurrence) -> Reading | None:
        """Return whom the name stands for: somebody of the same article, else the only such person of the story."""
        name, suffix = split_suffix(occurrence.words)
        word = name[-1]
        for candidates in (self._family.get(word, ()), self._other.get(word, ())):
            fitting = [person for person in candidates if person.may_be(occurrence.gender, suffix)]
            if not suffix and not occurrence.mention.title:
                fitting = [person for person in fitting if not person.is_son_of_any(fitting)]
            found = self._choose(self._without_kin(fitting, word, occurrence), occurrence)
            if found or fitting:
                return found
        alike = {family for key in _spelling_keys(word) for family in self._spelled[key] if same_spelling(word, family)}
        people = [self._family[family] for family in alike]
        return Reading(people[0][0].main, _OTHER_SPELLING) if len(people) == 1 == len(people[0]) else None

    def _without_kin(self, people: Sequence["_Person"], word: str, occurrence: Occurrence) -> Sequence["_Person"]:
        if occurrence.mention.title:
            return people
        first = self._first.get((occurrence.document, word), occurrence.index)
        return [person for person in people if not person.is_kin_named_after(occurrence.document, first)]

    def _choose(self, people: Sequence["_Person"], occurrence: Occurrence) -> Reading | None:
        if occurrence.gender:
            people = [person for person in people if person.gender == occurrence.gender] or people
        called = role(occurrence.mention.title or "")
        likest = max((person.likeness(called) for person in people), default=0.0)
        people = [person for person in people if person.likeness(called) == likest]
        here = [person for person in people if person.count[occurrence.document]]
        if here:
            best = max(here, key=lambda person: person.nearness(occurrence))
            return Reading(best.main, _IN_ARTICLE)
        ranked = sorted(people, key=lambda person: (-person.count.total(), person.main.id))
        if len(ranked) == 1 or (ranked and ranked[0].count.total() >= _CLEARLY_MORE * ranked[1].count.total()):
            return Reading(ranked[0].main, _IN_STORY)
        return None


def _spelling_keys(word: str) -> tuple[str, str, str]:
    """Return keys one of which two spellings of a name share: the sounds, or either half where one letter is wrong."""
    half = len(word) // 2
    return consonants(word), f"{word[: half - 1]}-", f"-{word[half + 1 :]}"


class _Person:
    """The names of one person, and where they stand."""

    def __init__(self, group: Sequence[Item]) -> None:
        names = [split_suffix(item.words)[0] for item in group]
        self.main = max(group, key=lambda item: (len(item.occurrences), item.words))
        self.family = {words[-1] for words in names}
        self.others = {word for words in names for word in words if len(word) > 1}
        found = [occurrence for item in group for occurrence in item.occurrences]
        self.count = Counter(occurrence.document for occurrence in found)
        self._places: defaultdict[int, list[int]] = defaultdict(list)
        for occurrence in sorted(found, key=lambda occurrence: occurrence.index):
            self._places[occurrence.document].append(occurrence.index)
        self._kin = {o.document: o.index for o in found if o.kin and o.index == self._places[o.document][0]}
        self._suffixes = {split_suffix(item.words)[1] for item in group}
        self._given = {words[0] for words in names}
        self._roles = {role(o.mention.title) for o in found if o.mention.title}
        genders = Counter(o.gender for o in found if o.gender) or Counter(g for w in names if (g := gender_of(w)))
        self.gender = min(genders, key=lambda gender: (-genders[gender], gender)) if genders else None

    def may_be(self, gender: str | None, suffix: str | None) -> bool:
        """Tell whether a title's gender and a "Jr." speak against this person."""
        return gender in (None, self.gender or gender) and (suffix is None or suffix in self._suffixes)

    def is_son_of_any(self, people: Iterable["_Person"]) -> bool:
        """Tell whether somebody has the same name without the "Jr.": a bare surname then means the father."""
        if None in self._suffixes:
            return False
        return any(None in other._suffixes and self._given & other._given for other in people)

    def is_kin_named_after(self, document: int, index: int) -> bool:
        """Tell whether the article brings this person in as a relative's, after that mention.

        Of the bare surname that is told before, "her father, Bob Lee" is no bearer.
        """
        return self._kin.get(document, -1) > index

    def likeness(self, called: Role) -> float:
        """Tell how near a title comes to those that this person is given, in [0, 1]."""
        return max((likeness(called, known) for known in self._roles), default=0.0)

    def nearness(self, occurrence: Occurrence) -> tuple[bool, bool, int, int, str]:
        """Rank as the one meant: of the gender told, named before, more often, later."""
        told = occurrence.gender is not None and occurrence.gender == self.gender
        here = self._places.get(occurrence.document, [])
        before = bisect_left(here, occurrence.index)
        return told, before > 0, len(here), here[before - 1] if before else -1, self.main.id
