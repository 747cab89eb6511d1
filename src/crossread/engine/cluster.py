"""Runs tasks on Dask: on a cluster through its scheduler, or on a cluster of processes of this machine."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from itertools import count
from time import monotonic, sleep
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from crossread.engine.contract import LIMIT, I, Lost, O, Task
from crossread.engine.stream import AHEAD, streamed
from crossread.engine.worker import begin, parcel, perform
from crossread.errors import EngineError, UsageError

if TYPE_CHECKING:
    from distributed import Client, Future, LocalCluster

_WAIT = 30.0  # seconds for a scheduler and a first worker to answer
_DEATHS = 0  # of workers over one item, beyond which our own scheduler hands it back: it is then tried alone, as here
_DEATHS_ALONE = 2  # of workers over one item, nothing else being out, that are its fault
_LOOK_AGAIN = 256  # items after which the workers are counted again: a cluster may grow
_PAUSE = 0.005  # seconds between two looks for outcomes: small beside any article
_ROUND = 5.0  # seconds between two looks for workers
_AWAY = 60.0  # seconds that a worker of ours may take to come back: on a busy machine it starts in twenty
_DESERTED = 600.0  # seconds without any worker after which nobody is waited for


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
        self._watch = _Watch(self._client)

    def map(self, task: Task[I, O], items: Iterable[I], *, ordered: bool = True) -> Iterator[tuple[I, O | Lost]]:
        """Yield each item with its outcome: see Engine."""
        sent = parcel(task)
        self._client.run(begin, sent)  # what cannot be loaded is raised here, before it costs an item
        flight = _Flight(self._client, partial(perform, sent), self._limit, self._watch)
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

    def __init__(self, client: "Client", perform: "partial[Any]", limit: float, watch: "Callable[[], None]") -> None:
        from distributed import as_completed

        self._client = client
        self._watch = watch
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
            found = [outcome for future, result in self._batch() for outcome in self._settle(future, result)]
            self._go_on()
        return found

    def _batch(self) -> "list[tuple[Future[Any], Any]]":
        """Wait for some outcomes, as long as there is somebody to work on them."""
        self._watch()
        while not self._completed.has_ready():
            sleep(_PAUSE)
            self._watch()
        batch: list[tuple[Future[Any], Any]] = self._completed.next_batch(block=False)
        return batch

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


class _Watch:
    """Sees to it that there are workers, while somebody waits for them.

    A worker of Dask that dies in the moment in which it is started anew is never started again: on a busy machine that
    moment is long. Of a cluster of ours, such workers are replaced; for others', somebody else has to care.
    """

    def __init__(self, client: "Client") -> None:
        self._client = client
        self._looked = monotonic()
        self._away: dict[object, float] = {}  # since when each worker of ours was not there
        self._deserted: float | None = None

    def __call__(self) -> None:
        """Look for the workers, unless that was done just now.

        Raises EngineError if there have been none for long.
        """
        now = monotonic()
        if now - self._looked < _ROUND:
            return
        self._looked = now
        here = {worker["name"] for worker in self._client.scheduler_info()["workers"].values()}
        if self._client.cluster is not None:
            self._replace(self._client.cluster, here, now)
        if here:
            self._deserted = None
        elif self._deserted is None:
            self._deserted = now
        elif now - self._deserted > _DESERTED:
            raise EngineError(
                f"the Dask scheduler has had no worker for {_DESERTED / 60:.0f} minutes: start some "
                "(`dask worker ADDRESS`) and run the command again; it goes on where it stopped"
            )

    def _replace(self, cluster: "LocalCluster", here: set[object], now: float) -> None:
        wanted = set(cluster.worker_spec)
        self._away = {name: self._away.get(name, now) for name in wanted - here}
        gone = [name for name, since in self._away.items() if now - since > _AWAY]
        if gone:
            cluster.sync(cluster.scale_down, gone)
            cluster.scale(len(wanted))
            with suppress(TimeoutError):  # then the next round tries again
                cluster.wait_for_workers(len(wanted), timeout=_WAIT)


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
