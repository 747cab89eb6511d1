"""One worker process of this machine, and the connection to it."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from threading import Lock
from typing import Any

from crossread.engine.contract import ATTEMPTS
from crossread.engine.worker import Parcel, begin, serve
from crossread.errors import EngineError

# A forked copy of a process that already runs native threads may hang. So processes are forked off a server that has
# only imported what they need: they start at once, and share its memory. Elsewhere each starts afresh.
_CONTEXT: ForkServerContext | SpawnContext
if sys.platform == "linux":
    _CONTEXT = get_context("forkserver")
    _CONTEXT.set_forkserver_preload(["crossread.pipeline.default", "crossread.engine.worker"])
else:
    _CONTEXT = get_context("spawn")


# as Dask has it: with a worker a core, libraries that would each use all cores only stand in each other's way
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_environment = Lock()


@contextmanager
def _single_threaded() -> Iterator[None]:
    """Start what is started meanwhile with one thread a library, unless the user has said how many."""
    with _environment:
        unset = [name for name in _THREADS if name not in os.environ]
        os.environ.update(dict.fromkeys(unset, "1"))
        try:
            with _undisturbed():
                yield
        finally:
            for name in unset:
                del os.environ[name]


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep Ctrl-C from what is started meanwhile, until it has learned to leave that to the master."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class WorkerProcess:
    """Started when it is first asked, and again after it was stopped, until it is ended. One thread at a time asks."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._begun: Parcel | None = None
        self._ended = False
        self._changing = Lock()

    def begin(self, sent: Parcel) -> None:
        """Have the process load what the task needs, unless it has.

        Raises EngineError if it dies over it each time: then no item is at fault.
        """
        if self._begun == sent:
            return
        for _ in range(ATTEMPTS):
            try:
                self.ask(begin, sent)
            except (EOFError, ConnectionError):
                self.stop()
            else:
                self._begun = sent
                return
        raise EngineError(
            "the worker processes die before they have begun: there may be too little memory for so many (try fewer "
            '--jobs); a script must call crossread under `if __name__ == "__main__":`'
        )

    def ask(self, function: Callable[..., Any], *arguments: object) -> Any:
        """Return the function's result in the process, or raise what it raised.

        Raises EOFError or ConnectionError if the process dies.
        """
        connection = self._started()
        connection.send((function, arguments))
        answer, error = connection.recv()
        if error is not None:
            raise error
        return answer

    def _started(self) -> Connection:
        with self._changing:
            if self._connection is None:
                if self._ended:
                    raise EngineError("the engine has been left")
                ours, theirs = _CONTEXT.Pipe()
                process = _CONTEXT.Process(target=serve, args=(theirs,), name="crossread-worker", daemon=True)
                with _single_threaded():
                    process.start()
                theirs.close()  # else its end would never be noticed
                self._process, self._connection = process, ours
            return self._connection

    def end(self) -> None:
        """Kill the process for good; who waits for its answer is told. Any thread may call this."""
        with self._changing:
            self._ended = True
            if self._process is not None:
                self._process.kill()

    def stop(self) -> None:
        """Kill the process, whatever it is at, and free what it held."""
        with self._changing:
            process, connection = self._process, self._connection
            self._process = self._connection = self._begun = None
        if process is not None:
            process.kill()
            process.join()
            process.close()
        if connection is not None:
            connection.close()
