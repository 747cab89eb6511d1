"""`crossread run`: what is new in a store, however it was interrupted."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.engine.articles import corpus
from tests.engine.contents import contents

from crossread.store import open_store

RULES = ("--annotator", "rules", "--jobs", "2")
PATIENCE = 120.0  # seconds, on a machine that may be busy


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    with open_store(path, create=True) as made:
        for document in corpus():
            made.add(document)
    return path


def test_what_is_new_is_done_and_told(run: Run, store: Path) -> None:
    outcome = run("run", "--store", store, *RULES)
    assert outcome.code == 0
    assert outcome.out == ""
    assert "reading: 12 of 12 articles" in outcome.err
    assert "12 articles read, 12 grouped, 4 stories compared, 0 failed" in outcome.err
    again = run("run", "--store", store, *RULES)
    assert "0 articles read, 0 grouped, 0 stories compared" in again.err


def test_a_scheduler_without_dask_is_wrong_use(run: Run, store: Path) -> None:
    outcome = run("run", "--store", store, "--scheduler", "tcp://127.0.0.1:1")
    assert outcome.code == 2
    assert "--engine dask" in outcome.err


def test_a_store_that_does_not_exist_is_told(run: Run, tmp_path: Path) -> None:
    outcome = run("run", "--store", tmp_path / "none.db", *RULES)
    assert outcome.code == 2
    assert "crossread add" in outcome.err


def test_killed_as_it_reads_nothing_is_lost_and_no_process_stays(run: Run, store: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "crossread", "run", "--store", str(store), *RULES]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
    with open_store(store) as seen:
        until = time.monotonic() + PATIENCE
        while not seen.counts().coded and process.poll() is None:
            assert time.monotonic() < until
            time.sleep(0.01)
    process.kill()
    process.wait()
    while _lives(process.pid):
        assert time.monotonic() < until, "workers outlive the command that started them"
        time.sleep(0.05)
    run("run", "--store", store, *RULES)
    other = tmp_path / "whole.db"
    with open_store(other, create=True) as whole:
        for document in corpus():
            whole.add(document)
    run("run", "--store", other, *RULES)
    with open_store(store) as resumed, open_store(other) as whole:
        assert contents(resumed) == contents(whole)


def _lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_ctrl_c_stops_with_a_word(store: Path) -> None:
    command = [sys.executable, "-m", "crossread", "run", "--store", str(store), *RULES]
    with open_store(store) as seen:
        for document in corpus(outlets=60):  # enough not to be done before it is stopped, on a machine that is busy
            seen.add(document)
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
        until = time.monotonic() + PATIENCE
        while not seen.runs() and time.monotonic() < until:
            time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert "Traceback" not in told
    assert "the next run goes on from there" in told
