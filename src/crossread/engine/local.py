"""Runs tasks on this machine: in processes of its own, or in this very process."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from queue import LifoQueue, SimpleQueue
from types import TracebackType
from typing import Any, Self

from crossread.engine.contract import ATTEMPTS, LIMIT, I, Lost, O, Task
from crossread.engine.process import WorkerProcess
from crossread.engine.stream import AHEAD, streamed
from crossread.engine.worker import Parcel, parcel, perform


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
        self._workers = [WorkerProcess() for _ in range(workers)]
        self._free: LifoQueue[WorkerProcess] = LifoQueue()  # the last one used has its models loaded
        for worker in self._workers:
            self._free.put(worker)
        # one thread a process does nothing but wait for it: so no two processes share a lock that one could die with
        self._threads = ThreadPoolExecutor(workers, "crossread-engine")

    def map(self, task: Task[I, O], items: Iterable[I], *, ordered: bool = True) -> Iterator[tuple[I, O | Lost]]:
        """Yield each item with its outcome: see Engine."""
        sent = parcel(task)
        done: SimpleQueue[tuple[int, Future[O | Lost]]] = SimpleQueue()

        def start(number: int, item: I) -> None:
            future = self._threads.submit(self._do, sent, item)
            future.add_done_callback(partial(_put, done, number))

        def finished() -> Iterator[tuple[int, O | Lost]]:
            number, future = done.get()
            yield number, future.result()

        return streamed(items, start, finished, lambda: AHEAD * len(self._workers), ordered=ordered)

    def _do(self, sent: Parcel, item: object) -> Any:
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
            worker.end()
        self._threads.shutdown(wait=True)
        for worker in self._workers:
            worker.stop()


def _put(done: "SimpleQueue[tuple[int, Future[O]]]", number: int, future: "Future[O]") -> None:
    done.put((number, future))
