"""What one worker process does, on this machine or on another."""

import faulthandler
import os
import pickle
import signal
from collections.abc import Callable
from functools import lru_cache
from multiprocessing.connection import Connection
from threading import Lock
from typing import Any

from crossread.engine.contract import Task
from crossread.engine.garbage import collect_seldom
from crossread.errors import EngineError
from crossread.version import VERSION

Parcel = bytes
"""A task on its way to workers: pickled once, and the key under which they keep what it made."""

_KEPT = 4  # tasks: a run has two (an article, a story); more would only be former runs' models
_one_at_a_time = Lock()  # a worker with several threads gains nothing, and models are not made for it


def parcel(task: Task[Any, Any]) -> Parcel:
    """Return the task as it travels."""
    return pickle.dumps((VERSION, task), protocol=pickle.HIGHEST_PROTOCOL)


@lru_cache(_KEPT)
def _made(sent: Parcel) -> Callable[[Any], Any]:
    version, task = pickle.loads(sent)  # noqa: S301 - sent by the process that started this worker
    if version != VERSION:
        raise EngineError(f"this worker has crossread {VERSION}, its master {version}: install one version everywhere")
    made: Callable[[Any], Any] = task()
    return made


def begin(sent: Parcel) -> None:
    """Load what the task needs, unless this process has it."""
    with _one_at_a_time:
        _made(sent)


def perform(sent: Parcel, item: Any, limit: float) -> Any:
    """Do one item of the task; past `limit` seconds the process ends, whatever it is at."""
    with _one_at_a_time:
        made = _made(sent)
        # a thread of the interpreter could not stop a regular expression; this watchdog is C, and can
        with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - no path is meant
            faulthandler.dump_traceback_later(limit, exit=True, file=nowhere)
            try:
                return made(item)
            finally:
                faulthandler.cancel_dump_traceback_later()


def serve(connection: Connection) -> None:
    """Answer one message after the other until nobody is at the other end."""
    collect_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of the terminal; the master decides
    while True:
        try:
            function, arguments = connection.recv()
        except EOFError:
            return
        answer: tuple[Any, Exception | None]
        try:
            answer = function(*arguments), None
        except Exception as error:  # noqa: BLE001 - whatever it is, the master raises it
            answer = None, error
        try:
            connection.send(answer)
        except BrokenPipeError:
            return
