"""Runs tasks on Dask: on a cluster through its scheduler, or on a cluster of processes of this machine."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from itertools import count
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

from crossread.engine.contract import LIMIT, I, Lost, O, Task
from crossread.engine.flight import Flight
from crossread.engine.stream import AHEAD, streamed
from crossread.engine.worker import begin, parcel, perform
from crossread.errors import EngineError, UsageError

if TYPE_CHECKING:
    from distributed import Client, LocalCluster

_WAIT = 30.0  # seconds for a scheduler and a first worker to answer
_DEATHS = 0  # of workers over one item, beyond which our own scheduler hands it back: it is then tried alone, as here
_LOOK_AGAIN = 256  # items after which the workers are counted again: a cluster may grow
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
        flight = Flight(self._client, partial(perform, sent), self._limit, self._watch)
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
