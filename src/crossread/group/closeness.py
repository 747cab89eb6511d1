"""How close the tellings of one story are to each other, from their sum alone.

Outlets that print short reports of one agency share most of their words, long analyses few. So what two stories must
share to be one is measured against what each of them shares in itself: relative closeness, as in Karypis, Han and
Kumar, "Chameleon: hierarchical clustering using dynamic modeling" (1999). Copies do not count: they
are closer than tellings.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crossread.group.live import Article
from crossread.group.vectors import CHANNELS, NOTHING, Vector, total

LOW_SHARE = 10  # one in so many stories of late is less close than what is taken as usual
FEWEST_STORIES = 20  # from which on it is known what is usual


@dataclass(frozen=True, slots=True)
class Tellings:
    """Articles that are no copies: their sum, how many they are, and what each has in common with itself."""

    sum: Vector
    count: int
    square: int
    masses: tuple[int, ...]

    def closeness(self) -> float | None:
        """Return the mean likeness of two different ones; None of fewer than two."""
        if self.count <= 1:
            return None
        shared = int(self.sum.weights @ self.sum.weights) - self.square
        most = 0.0
        for (_, share), mass, own in zip(CHANNELS, self.sum.mass, self.masses, strict=True):
            most += share * (mass * mass - own)
        return shared / most if most else 0.0


def tellings(articles: Iterable[Article]) -> Tellings:
    """Return the sum of those articles that are no copies."""
    counted = [one.told for one in articles if not one.copy]
    masses = zip(*(one.mass for one in counted), strict=True)
    return Tellings(
        total(counted) if counted else NOTHING,
        len(counted),
        sum(int(one.weights @ one.weights) for one in counted),
        tuple(sum(mass * mass for mass in column) for column in masses) if counted else NOTHING.mass,
    )


def together(left: Tellings, right: Tellings) -> Tellings:
    """Return the sum of both."""
    masses = tuple(a + b for a, b in zip(left.masses, right.masses, strict=True))
    return Tellings(total([left.sum, right.sum]), left.count + right.count, left.square + right.square, masses)


def usual_closeness(stories: Sequence[float]) -> float | None:
    """Return how close the tellings of a story are at least, as a rule; None where too few stories tell."""
    if len(stories) < FEWEST_STORIES:
        return None
    return sorted(stories)[len(stories) // LOW_SHARE]
