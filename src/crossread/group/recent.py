"""The articles of the window, and what is looked up of them: how rare keys are, who shares keys, who shares words."""

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Mapping, Sequence

from crossread.group.fingerprints import Fingerprints, fingerprint
from crossread.group.key_index import KeyIndex
from crossread.group.live import UNDATED, Article, article
from crossread.group.rarity import Hashes, Rarity
from crossread.group.thread import WINDOW
from crossread.group.vectors import Vector, told, vector
from crossread.records import Profile

COUNTED_DAYS = 30  # over which it is counted how rare a key is


class Recent:
    """What has come of late.

    Args:
        number: the place in the stream of the first article that will come.
    """

    def __init__(self, number: int) -> None:
        self._number = number
        self._since = number
        self._days: list[tuple[int, int]] = []
        self._rarity = Rarity()
        self._counted: deque[tuple[int, list[Hashes]]] = deque()
        self._index = KeyIndex()
        self._prints = Fingerprints()
        self._articles: dict[int, Article] = {}

    @property
    def articles(self) -> Mapping[int, Article]:
        """The articles by number, the earliest first."""
        return self._articles

    def begin(self, day: int) -> None:
        """Let go of what is too old to count on this day."""
        if day == UNDATED:
            return
        while self._counted and self._counted[0][0] <= day - COUNTED_DAYS:
            self._rarity.drop(self._counted.popleft()[1])
        self._since = self.number_at(day - WINDOW)
        self._prints.forget(self._since)
        self._index.forget(self._since)
        while self._articles and (first := next(iter(self._articles))) < self._since:
            del self._articles[first]

    def number_at(self, day: int) -> int:
        """Return the number of the first article that is not older than the day."""
        place = bisect_left(self._days, (day, 0))
        return self._days[place][1] if place < len(self._days) else self._number

    def arrive(self, day: int, profiles: Sequence[Profile], wanted: Callable[[str], bool]) -> list[Article]:
        """Count a day's articles, and keep those that are wanted."""
        keys = [told(profile) for profile in profiles]
        counted = [one.distinct for one in keys]
        self._rarity.add(counted)
        self._counted.append((day, counted))
        self._days.append((day, self._number))
        articles = [
            article(number, day, profile, vector(own, self._rarity))
            for number, (profile, own) in enumerate(zip(profiles, keys, strict=True), self._number)
            if wanted(profile.doc)
        ]
        for one in articles:
            self._articles[one.number] = one
            self._index.add(one.number, one.told)
        self._number += len(profiles)
        return articles

    def near(self, vector: Vector, home: Callable[[int], int]) -> list[int]:
        """Return the stories that share the most with this; `home` tells the story of an article."""
        return self._index.near(vector, home, self._since)

    def sharing_words(self, articles: Sequence[Article]) -> dict[int, list[int]]:
        """Keep the words of a day's articles; return for each the earlier ones that share most of them."""
        prints = {one.number: fingerprint(one.wording.array) for one in articles}
        self._prints.add(prints)
        return self._prints.proposals(prints)
