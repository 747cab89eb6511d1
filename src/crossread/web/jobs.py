"""Long work beside the pages: one job after another, each with its progress."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Literal

from crossread.errors import CrossreadError

KEPT = 200  # finished jobs that can still be asked for

State = Literal["waiting", "running", "done", "failed"]


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work: `done` of `total` (None: not known) at `stage`; `leads_to`: the page of what it made."""

    number: int
    what: str
    state: State = "waiting"
    stage: str = ""
    done: int = 0
    total: int | None = None
    message: str = ""
    leads_to: str | None = None


Tell = Callable[[str, int, int | None], None]
"""Called with the stage, how many are done, and of how many."""

Work = Callable[[Tell], str]
"""Does the work; returns the page that it leads to."""


class Jobs:
    """Does jobs in a thread of its own."""

    def __init__(self) -> None:
        self._jobs: dict[int, Job] = {}
        self._lock = threading.Lock()
        self._thread = ThreadPoolExecutor(1, "crossread-jobs")

    def start(self, what: str, work: Work) -> Job:
        """Put a job in the queue."""
        with self._lock:
            number = max(self._jobs, default=0) + 1
            self._jobs[number] = Job(number, what)
            for old in [n for n, job in self._jobs.items() if job.state in {"done", "failed"}][:-KEPT]:
                del self._jobs[old]
        self._thread.submit(self._do, number, work)
        return self._jobs[number]

    def job(self, number: int) -> Job | None:
        """Return a job as it stands."""
        return self._jobs.get(number)

    def all(self) -> tuple[Job, ...]:
        """Return the jobs, the last first."""
        with self._lock:
            return tuple(self._jobs[number] for number in sorted(self._jobs, reverse=True))

    def close(self) -> None:
        """Let the running job end, and begin no other."""
        self._thread.shutdown(cancel_futures=True)

    def _do(self, number: int, work: Work) -> None:
        def tell(stage: str, done: int, total: int | None) -> None:
            self._set(number, stage=stage, done=done, total=total)

        self._set(number, state="running")
        try:
            leads_to = work(tell)
        except CrossreadError as error:
            self._set(number, state="failed", message=str(error))
        except Exception as error:  # noqa: BLE001 - a job's fault must not end the workbench; the person is told
            self._set(number, state="failed", message=f"{type(error).__name__}: {error}. This is a fault of crossread.")
        else:
            self._set(number, state="done", leads_to=leads_to)

    def _set(self, number: int, **changes: object) -> None:
        with self._lock:
            self._jobs[number] = replace(self._jobs[number], **changes)  # type: ignore[arg-type]
