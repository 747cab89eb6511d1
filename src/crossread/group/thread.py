"""A story as it grows in the stream."""

from collections.abc import Iterable

from crossread.group.closeness import Tellings, tellings, together
from crossread.group.live import UNDATED, Article
from crossread.group.vectors import ENOUGH_WORDS, Vector, likeness, total
from crossread.records import Change, content_id

SAME_EVENT = 0.15  # nearness below which two stories are never one; docs/grouping.md tells what moves with it
CLOSE_ENOUGH = 0.5  # of the closeness of two stories in themselves: below that they are never one
HALF_LIFE = 14  # days of silence after which half of what may be lost is lost
KEPT = 0.65  # of the likeness is never lost: who tells the same thing after a year goes on with it
SHORT = 0.6  # of the likeness of two long articles is what two with hardly a word have, telling the same event
WINDOW = 365  # days without a word after which a story is over; a year brings back the anniversary, the verdict


class Thread:
    """Articles that tell one event, so far.

    `number` is that of its first article, `ids` are the numbers and ids of all its articles in order, `articles` those
    that still count: none is more than `WINDOW` days older than the last. `first`, `last`: their days. `begun`: the day
    of the first of all. `told`: what those that count tell, `tellings`: the same without copies. `closeness`: of the
    tellings, as a nearness; None of one alone. `bonds`: see `People`.
    """

    def __init__(self, articles: Iterable[Article], ids: Iterable[tuple[int, str]], bonds: frozenset[int]) -> None:
        self.ids = sorted(ids)
        self.number = self.ids[0][0]
        self.bonds = bonds
        self.changes: tuple[Change, ...] = ()
        self.articles: list[Article]
        self.told: Vector
        self.tellings: Tellings
        self.closeness: float | None
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
        copies = [one.told is not one.tellings.sum for one in (self, other)]
        self.tellings = together(self.tellings, other.tellings)
        self.told = total([self.told, other.told]) if any(copies) else self.tellings.sum
        self.closeness = _closeness(self.tellings)
        self.first, self.last = min(self.first, other.first), max(self.last, other.last)
        self.forget()

    def keep(self, articles: Iterable[Article]) -> None:
        """Count only these of its articles."""
        self.articles = sorted(articles, key=lambda article: article.number)
        self.tellings = tellings(self.articles)
        copies = len(self.articles) > self.tellings.count
        self.told = total([article.told for article in self.articles]) if copies else self.tellings.sum
        self.closeness = _closeness(self.tellings)
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
    words = min(left.told.words / len(left.articles), right.told.words / len(right.articles))
    return _scaled(likeness(left.told, right.told), words) * _lasting(left, right)


def least_nearness(left: Thread, right: Thread, usual: float | None) -> float:
    """Return how near two stories must be to be one: the nearer, the closer their own tellings are to each other.

    `usual` stands in for the closeness of a story that is told once, if it is known.
    """
    own = [usual if one.closeness is None else one.closeness for one in (left, right)]
    known = [value for value in own if value is not None]
    return max(SAME_EVENT, CLOSE_ENOUGH * sum(known) / len(known)) if known else SAME_EVENT


def _closeness(own: Tellings) -> float | None:
    value = own.closeness()
    return None if value is None else _scaled(value, own.sum.words / own.count)


def _scaled(value: float, words: float) -> float:
    """Return a likeness as what it would be of long articles; `words` are those of the shorter ones."""
    return value / (SHORT + (1 - SHORT) * words / ENOUGH_WORDS)


def _lasting(left: Thread, right: Thread) -> float:
    if UNDATED in (left.last, right.last):
        return 1.0
    gap = max(0, left.first - right.last, right.first - left.last)
    return KEPT + (1 - KEPT) * float(0.5 ** (gap / HALF_LIFE))
