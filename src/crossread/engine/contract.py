"""What every engine does: a plain map over any number of items, streamed, whatever machines it runs on.

The other shape, keyed linking (keys an item, pairs within a key, cluster), needs no method of its own: what is costly
in it, an item's profile and the comparison of one story's members, are plain maps, whose items are articles and keys.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self, TypeVar

I = TypeVar("I")  # noqa: E741 - an item
O = TypeVar("O")  # noqa: E741 - an outcome

Task = Callable[[], Callable[[I], O]]
"""Makes, once in each worker, the function that does one item: what it loads is loaded once a worker.

It must be picklable, and so must items and outcomes: a function of a module, or a `functools.partial` of one.
"""

ATTEMPTS = (
    2  # a worker may die of its neighbours' hunger for memory or by an operator's hand; twice is the item's fault
)
LIMIT = 900.0  # seconds an item: the longest articles (2 MB) take a tenth of it on a slow machine


@dataclass(frozen=True, slots=True)
class Lost:
    """An item without an outcome: each worker that tried it died over it."""

    limit: float

    @property
    def message(self) -> str:
        """What happened, and what to do."""
        return (
            f"the process that worked on it died, and so did a second one: it needs more memory than there is, or more "
            f"than {self.limit:g} seconds, or meets a fault in native code; all others went on"
        )


class Engine(Protocol):
    """Maps a task over items on its workers.

    Use it as a context manager, which ends its workers; they are started when first needed, and live across maps.
    """

    @property
    def name(self) -> str: ...

    def map(self, task: Task[I, O], items: Iterable[I], *, ordered: bool = True) -> Iterator[tuple[I, O | Lost]]:
        """Yield each item with its outcome, as it comes in, in the order of the items or (`ordered=False`) as done.

        Items are taken only as fast as outcomes are, so that memory holds a few a worker. An item over which workers
        die is Lost, and the others go on. What the task raises is raised here. Outcomes never depend on the engine.

        Raises EngineError if there are no workers to be had.
        """
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
