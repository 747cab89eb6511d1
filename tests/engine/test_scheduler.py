"""A Dask cluster in processes of its own: a scheduler and two workers, of which one is killed half-way."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from tests.engine import tasks
from tests.engine.articles import corpus
from tests.engine.contents import contents

from crossread.engine import DaskEngine, InProcessEngine, Step, run
from crossread.errors import EngineError
from crossread.store import open_store

PATIENCE = 60.0  # seconds for a process to start on a machine that may be busy


@contextmanager
def started(*arguments: str) -> Iterator["subprocess.Popen[bytes]"]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    quiet = subprocess.DEVNULL
    command = [sys.executable, "-m", "dask", *arguments]
    with subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet) as process:
        try:
            yield process
        finally:
            process.kill()


def written(path: Path) -> str:
    """Return the path once the scheduler has said there where it listens."""
    until = time.monotonic() + PATIENCE
    while not path.exists() or not path.stat().st_size:
        assert time.monotonic() < until, "the scheduler did not start"
        time.sleep(0.05)
    return str(path)


def address(path: Path) -> str:
    found = json.loads(path.read_text("utf-8"))["address"]
    assert isinstance(found, str)
    return found


def test_a_run_goes_on_when_one_of_two_workers_is_killed(tmp_path: Path) -> None:
    place = tmp_path / "scheduler.json"
    common = ("--scheduler-file", str(place), "--no-dashboard")
    with ExitStack() as stack:
        stack.enter_context(started("scheduler", *common, "--host", "127.0.0.1", "--port", "0"))
        written(place)
        worker = ("worker", *common, "--no-nanny", "--nthreads", "1", "--local-directory", str(tmp_path))
        doomed, _ = (stack.enter_context(started(*worker)) for _ in range(2))
        engine = stack.enter_context(DaskEngine(address(place)))
        stores = [stack.enter_context(open_store(tmp_path / name, create=True)) for name in ("here.db", "there.db")]
        for store in stores:
            for document in corpus():
                store.add(document)

        def kill_half_way(step: Step) -> None:
            if step.stage == "read" and step.done == step.total // 2:
                doomed.kill()

        run(stores[0], tasks.pipeline, InProcessEngine())
        summary = run(stores[1], tasks.pipeline, engine, on_step=kill_half_way)
        assert doomed.wait(PATIENCE) == -9
        assert (summary.read, summary.failed) == (12, 0)
        assert contents(stores[0]) == contents(stores[1])


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crossread.engine.cluster._WAIT", 0.5)
    with pytest.raises(EngineError, match=r"127\.0\.0\.1:9"):
        DaskEngine("tcp://127.0.0.1:9")
