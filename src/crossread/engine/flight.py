"""The items that Dask's workers have, from handing them out to their outcomes."""

from collections import Counter, deque
from collections.abc import Callable, Iterator
from functools import partial
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from crossread.engine.contract import Lost
from crossread.errors import EngineError

if TYPE_CHECKING:
    from distributed import Client, Future

_DEATHS_ALONE = 2  # of workers over one item, nothing else being out, that are its fault
_LOOK = 0.05  # seconds after which who waits for an outcome looks whether there is still anybody to work on it


class Flight:
    """The items that are out.

    When a worker dies, Dask blames all items that it had, and hands those back over which several died. Such suspects
    are tried again, each with nothing else out: over whom two workers die then is at fault. One death is not enough,
    since a worker may still be dying of what it had before.

    `perform` does an item within `limit` seconds, on a worker; `watch` is called while somebody waits, and raises if
    there is nothing to wait for.

    Raises EngineError if the client is closed.
    """

    def __init__(self, client: "Client", perform: "partial[Any]", limit: float, watch: Callable[[], None]) -> None:
        if client.loop is None:
            raise EngineError("the connection to the Dask scheduler is closed")
        self._loop = client.loop
        self._client = client
        self._watch = watch
        self._perform = perform
        self._limit = limit
        self._landed: SimpleQueue[tuple[Future[Any], Any, BaseException | None]] = SimpleQueue()
        self._out: dict[Future[Any], tuple[int, Any]] = {}
        self._waiting: deque[tuple[int, Any]] = deque()
        self._suspects: deque[tuple[int, Any]] = deque()
        self._alone: int | None = None
        self._deaths: Counter[int] = Counter()

    def start(self, number: int, item: object) -> None:
        """Hand the item out, now or once all suspects were tried."""
        self._waiting.append((number, item))
        self._go_on()

    def finished(self) -> list[tuple[int, Any]]:
        """Wait for some outcomes.

        Raises what the task raised, and EngineError if the scheduler gave an item up.
        """
        found: list[tuple[int, Any]] = []
        while not found:
            self._watch()
            try:
                landed = self._landed.get(timeout=_LOOK)
            except Empty:
                continue
            found = list(self._settle(*landed))
            self._go_on()
        return found

    def _settle(self, future: "Future[Any]", outcome: Any, error: BaseException | None) -> Iterator[tuple[int, Any]]:
        from distributed import CancelledError, KilledWorker

        number, item = self._out.pop(future)
        if error is None:
            yield number, outcome
            return
        if isinstance(error, CancelledError):
            raise EngineError(f"the Dask scheduler gave an item up ({error})") from error
        if not isinstance(error, KilledWorker):
            raise error
        self._deaths[number] += self._alone == number
        if self._deaths[number] < _DEATHS_ALONE:
            self._suspects.append((number, item))
        else:
            yield number, Lost(self._limit)

    def _go_on(self) -> None:
        if not self._out:
            self._alone = None
        if self._suspects:
            if not self._out:
                number, item = self._suspects.popleft()
                self._alone = number
                self._submit(number, item)
            return
        while self._waiting and self._alone is None:
            self._submit(*self._waiting.popleft())

    def _submit(self, number: int, item: object) -> None:
        future = self._client.submit(self._perform, item, self._limit, pure=False)
        self._out[future] = number, item
        self._loop.add_callback(self._follow, future)

    async def _follow(self, future: "Future[Any]") -> None:
        """Wait in the client's loop until the outcome is here, also when its worker left with it and another has to.

        Dask's `as_completed` does not serve: a future that is done is not for good, and what waits for one whose
        worker has just left waits, in the thread that watches over the workers, for a worker that may never come.
        """
        from distributed import CancelledError

        try:
            self._landed.put((future, await future, None))
        except (Exception, CancelledError) as error:  # noqa: BLE001 - whatever it is, who waits raises it
            self._landed.put((future, None, error))
