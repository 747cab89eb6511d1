"""Runs tasks on Dask: on a cluster through its scheduler, or on a cluster of processes of this machine."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import count
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from crossread.engine.contract import LIMIT, I, Lost, O, Task
from crossread.engine.stream import AHEAD, streamed
from crossread.engine.worker import begin, parcel, perform
from crossread.errors import EngineError, UsageError

if TYPE_CHECKING:
    from distributed import Client, Future

_WAIT = 30.0  # seconds for a scheduler and a first worker to answer
_DEATHS = 0  # of workers over one item, beyond which our own scheduler hands it back: it is then tried alone, as here
_DEATHS_ALONE = 2  # of workers over one item, nothing else being out, that are its fault
_LOOK_AGAIN = 256  # items after which the workers are counted again: a cluster may grow


class DaskEngine:
    """Runs tasks on the workers of a Dask scheduler; workers may come, go and die meanwhile.

    `scheduler`: its address (`tcp://host:8786`); None starts a scheduler and `workers` processes here, which end with
    the engine. `limit`: seconds that an item may take before its worker process is ended.

    Raises UsageError if Dask is not installed, EngineError if the scheduler or its workers do not answer.
    """

    name = "dask"

    def __init__(self, scheduler: str | None = None, workers: int = 1, limit: float = LIMIT) -> None:
        self._limit = limit
        self._client = _client(scheduler, workers)

    def map(self, task: Task[I, O], items: Iterable[I], *, ordered: bool = True) -> Iterator[tuple[I, O | Lost]]:
        """Yield each item with its outcome: see Engine."""
        sent = parcel(task)
        self._client.run(begin, sent)  # what cannot be loaded is raised here, before it costs an item
        flight = _Flight(self._client, partial(perform, sent), self._limit)
        return streamed(items, flight.start, flight.finished, _Window(self._client), ordered=ordered)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the scheduler; a local cluster ends."""
        self._client.close()
        if self._client.cluster is not None:
            self._client.cluster.close()


class _Flight:
    """The items that are out.

    When a worker dies, Dask blames all items that it had, and hands those back over which several died. Such suspects
    are tried again, each with nothing else out: over whom two workers die then is at fault. One death is not enough,
    since a worker may still be dying of what it had before.
    """

    def __init__(self, client: "Client", perform: "partial[Any]", limit: float) -> None:
        from distributed import as_completed

        self._client = client
        self._perform = perform
        self._limit = limit
        self._completed = as_completed(with_results=True, raise_errors=False)
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
        """Wait for some outcomes."""
        found: list[tuple[int, Any]] = []
        while not found:
            found = [
                outcome for future, result in self._completed.next_batch() for outcome in self._settle(future, result)
            ]
            self._go_on()
        return found

    def _settle(self, future: "Future[Any]", result: Any) -> Iterator[tuple[int, Any]]:
        from distributed import KilledWorker

        number, item = self._out.pop(future)
        if future.status == "finished":
            yield number, result
            return
        error = future.exception()
        if not isinstance(error, KilledWorker):
            raise error or EngineError(f"the Dask scheduler gave an item up ({future.status})")
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
        self._completed.add(future)


class _Window:
    """How many items may be out: in proportion to the workers that there are at the time."""

    def __init__(self, client: "Client") -> None:
        self._client = client
        self._asked = count()
        self._size = 0

    def __call__(self) -> int:
        if next(self._asked) % _LOOK_AGAIN == 0:
            self._size = AHEAD * max(sum(self._client.nthreads().values()), 1)
        return self._size


def _client(scheduler: str | None, workers: int) -> "Client":
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise UsageError('--engine dask needs Dask: pip install "crossread[dask]"') from error
    if scheduler is None:
        with dask.config.set({"distributed.scheduler.allowed-failures": _DEATHS}):
            cluster = LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address="127.0.0.1:0")
        return Client(cluster)
    try:
        client = Client(scheduler, timeout=_WAIT)
        client.wait_for_workers(1, timeout=_WAIT)
    except (OSError, TimeoutError, ValueError) as error:
        raise EngineError(
            f"no Dask scheduler with workers answers at {scheduler} ({error}): start them with `dask scheduler` and "
            "`dask worker`, in an environment with crossread, or leave --scheduler out"
        ) from error
    return client
