"""Runs tasks on this machine: in processes of its own, or in this very process."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import LifoQueue, SimpleQueue
from types import TracebackType
from typing import Any, Self

from crossread.engine.contract import ATTEMPTS, LIMIT, I, Lost, O, Task
from crossread.engine.stream import AHEAD, Done, streamed
from crossread.engine.worker import Parcel, begin, parcel, perform, serve
from crossread.errors import EngineError

# "spawn": a forked copy of a process that already runs native threads may hang
_SPAWN = get_context("spawn")


class InProcessEngine:
    """Runs tasks in this process: nothing to start, nothing to send; a fault in native code ends all."""

    name = "in-process"

    def map(self, task: Task[I, O], items: Iterable[I], *, ordered: bool = True) -> Iterator[tuple[I, O | Lost]]:
        """Yield each item with its outcome, in their order."""
        del ordered  # one after the other is both
        made = task()
        for item in items:
            yield item, made(item)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End nothing: there is no worker."""


class LocalEngine:
    """Runs tasks in processes of this machine; a process that dies costs its item, and is replaced.

    `workers`: processes. `limit`: seconds that an item may take before its process is ended.
    """

    name = "local"

    def __init__(self, workers: int, limit: float = LIMIT) -> None:
        self._limit = limit
        self._workers = [_Worker() for _ in range(workers)]
        self._free: LifoQueue[_Worker] = LifoQueue()  # the last one used has its models loaded
        for worker in self._workers:
            self._free.put(worker)
        # one thread a process does nothing but wait for it; what it waits for needs no lock shared with other processes
        self._threads = ThreadPoolExecutor(workers, "crossread-engine")

    def map(self, task: Task[I, O], items: Iterable[I], *, ordered: bool = True) -> Iterator[tuple[I, O | Lost]]:
        """Yield each item with its outcome: see Engine."""
        sent = parcel(task)
        finished: SimpleQueue[Done[O | Lost]] = SimpleQueue()

        def start(number: int, item: I) -> None:
            self._threads.submit(self._do, sent, item).add_done_callback(_into(finished, number))

        return streamed(items, start, finished, lambda: AHEAD * len(self._workers), ordered=ordered)

    def _do(self, sent: Parcel, item: object) -> Any:  # noqa: ANN401 - any task's outcome
        for _ in range(ATTEMPTS):
            worker = self._free.get()
            try:
                worker.begin(sent)
                return worker.ask(perform, sent, item, self._limit)
            except (EOFError, ConnectionError):
                worker.stop()
            finally:
                self._free.put(worker)
        return Lost(self._limit)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes, at once."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.stop()
        self._threads.shutdown(wait=True)


class _Worker:
    """One process and the connection to it; started when it is first asked, and again after it was stopped."""

    def __init__(self) -> None:
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._begun: Parcel | None = None

    def begin(self, sent: Parcel) -> None:
        """Have the process load what the task needs.

        Raises EngineError if it dies over it: then no item is at fault.
        """
        if self._begun == sent:
            return
        try:
            self.ask(begin, sent)
        except (EOFError, ConnectionError) as error:
            raise EngineError(
                "a worker process died before it had begun: memory may be short for so many (try fewer --jobs); "
                'in a script, call crossread under `if __name__ == "__main__":`'
            ) from error
        self._begun = sent

    def ask(self, function: Callable[..., Any], *arguments: object) -> Any:  # noqa: ANN401 - any function's result
        """Return the function's result in the process, or raise what it raised.

        Raises EOFError or ConnectionError if the process dies.
        """
        if self._connection is None:
            self._connection = self._started()
        self._connection.send((function, arguments))
        answer, error = self._connection.recv()
        if error is not None:
            raise error
        return answer

    def _started(self) -> Connection:
        ours, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=serve, args=(theirs,), name="crossread-worker", daemon=True)
        self._process.start()
        theirs.close()  # else its end would never be noticed
        return ours

    def stop(self) -> None:
        """End the process, whatever it is at."""
        process, connection = self._process, self._connection
        self._process = self._connection = self._begun = None
        if process is not None:
            process.kill()
            process.join()
            process.close()
        if connection is not None:
            connection.close()


def _into(finished: "SimpleQueue[Done[O]]", number: int) -> Callable[["Future[O]"], None]:
    def put(future: "Future[O]") -> None:
        if future.cancelled():
            return
        error = future.exception()
        finished.put(Done(number, None if error else future.result(), error))

    return put
