"""Keeps workers busy and memory bounded: a window over the items, whoever works on them."""

from collections.abc import Callable, Iterable, Iterator
from itertools import count, islice

from crossread.engine.contract import I, O

AHEAD = 2  # items a worker that are handed out in advance: no worker waits, and memory stays bounded


def streamed(
    items: Iterable[I],
    start: Callable[[int, I], None],
    finished: Callable[[], Iterable[tuple[int, O]]],
    window: Callable[[], int],
    *,
    ordered: bool,
) -> Iterator[tuple[I, O]]:
    """Yield each item with its outcome; at most `window()` items are started and not yet yielded.

    `start(number, item)` hands an item out and returns at once. `finished()` waits until some that were started are
    done and returns their numbers and outcomes; what it raises is raised here.
    """
    waiting = iter(items)
    numbers = count()
    held: dict[int, I] = {}
    early: dict[int, O] = {}  # done, but not yet their turn
    turn = 0
    while True:
        for item in islice(waiting, max(window() - len(held), 0)):
            number = next(numbers)
            held[number] = item
            start(number, item)
        if not held:
            return
        early.update(finished())
        while early and (not ordered or turn in early):
            number = turn if ordered else next(iter(early))
            turn += 1
            yield held.pop(number), early.pop(number)
