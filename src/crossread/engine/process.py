"""One worker process of this machine, and the connection to it."""

from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Lock
from typing import Any

from crossread.engine.contract import ATTEMPTS
from crossread.engine.worker import Parcel, begin, serve
from crossread.errors import EngineError

# "spawn": a forked copy of a process that already runs native threads may hang
_SPAWN = get_context("spawn")


class WorkerProcess:
    """Started when it is first asked, and again after it was stopped, until it is ended. One thread at a time asks."""

    def __init__(self) -> None:
        self._process: SpawnProcess | None = None
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
                ours, theirs = _SPAWN.Pipe()
                process = _SPAWN.Process(target=serve, args=(theirs,), name="crossread-worker", daemon=True)
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
