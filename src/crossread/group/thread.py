"""A story as it grows in the stream."""

from collections.abc import Iterable

from crossread.group.live import UNDATED, Article
from crossread.group.vectors import ENOUGH_WORDS, Vector, likeness, total
from crossread.records import Change, content_id

SAME_EVENT = 0.1875  # nearness from which on two stories are one; docs/grouping.md tells what moves with it
HALF_LIFE = 14  # days of silence after which half of what may be lost is lost
KEPT = 0.65  # of the likeness is never lost: who tells the same thing after a year goes on with it
SHORT = 0.6  # of the likeness of two long articles is what two with hardly a word have, telling the same event
WINDOW = 365  # days without a word after which a story is over; a year brings back the anniversary, the verdict


class Thread:
    """Articles that tell one event, so far.

    `number` is that of its first article, `ids` are the numbers and ids of all its articles in order, `articles` those
    that still count: none is more than `WINDOW` days older than the last. `first`, `last`: their days. `begun`: the day
    of the first of all. `told`: what those that count tell. `bonds`: see `People`.
    """

    def __init__(self, articles: Iterable[Article], ids: Iterable[tuple[int, str]], bonds: frozenset[int]) -> None:
        self.ids = sorted(ids)
        self.number = self.ids[0][0]
        self.bonds = bonds
        self.changes: tuple[Change, ...] = ()
        self.articles: list[Article]
        self.told: Vector
        self.first: int
        self.last: int
        self.keep(articles)
        self.begun = self.first
        self.forget()

    @property
    def story(self) -> str:
        """The id of the story: that of its first article, marked as a story's."""
        return content_id("s", self.ids[0][1])

    def absorb(self, other: "Thread") -> None:
        """Take in another; the number is the earlier of the two."""
        self.number = min(self.number, other.number)
        self.ids = sorted(self.ids + other.ids)
        self.bonds |= other.bonds
        self.begun = min(self.begun, other.begun)
        self.changes = told_in_order((*self.changes, *other.changes))
        self.articles = sorted(self.articles + other.articles, key=lambda article: article.number)
        self.told = total([self.told, other.told])
        self.first, self.last = min(self.first, other.first), max(self.last, other.last)
        self.forget()

    def keep(self, articles: Iterable[Article]) -> None:
        """Count only these of its articles."""
        self.articles = sorted(articles, key=lambda article: article.number)
        self.told = total([article.told for article in self.articles])
        self.first = min(article.day for article in self.articles)
        self.last = max(article.day for article in self.articles)

    def forget(self) -> None:
        """Stop counting the articles that are too far behind the last."""
        if self.last != UNDATED and self.first < self.last - WINDOW:
            self.keep(article for article in self.articles if article.day >= self.last - WINDOW)


def told_in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes by day, each once."""
    return tuple(sorted(set(changes), key=lambda change: (change.day or "", change.story, change.kind, change.into)))


def nearness(left: Thread, right: Thread) -> float:
    """Return how alike two stories are: their articles' mean likeness, less after a silence, more for short ones."""
    words = min(left.told.words / len(left.articles), right.told.words / len(right.articles)) / ENOUGH_WORDS
    return likeness(left.told, right.told) * _lasting(left, right) / (SHORT + (1 - SHORT) * words)


def _lasting(left: Thread, right: Thread) -> float:
    if UNDATED in (left.last, right.last):
        return 1.0
    gap = max(0, left.first - right.last, right.first - left.last)
    return KEPT + (1 - KEPT) * float(0.5 ** (gap / HALF_LIFE))
