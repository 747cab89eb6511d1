"""Several processes on one store: kill -9 at any moment, readers beside a writer."""

import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text
from tests.store.made_up import READER, coded
from tests.store.test_kept_coding import rows

from crossread.store import open_store

ROOT = Path(__file__).parents[2]


def _writer(location: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.writer", location]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def _wait_for(process: subprocess.Popen[str], number: int) -> int:
    assert process.stdout is not None
    for line in process.stdout:
        if int(line) >= number:
            return int(line)
    pytest.fail("the writer ended")


@pytest.mark.parametrize("seed", [1])
def test_a_kill_costs_at_most_the_article_in_hand(location: str, seed: int) -> None:
    with _writer(location) as process:
        said = _wait_for(process, 5)
        time.sleep(Random(seed).random() / 10)  # noqa: S311 - any moment will do
        process.send_signal(signal.SIGKILL)
        assert process.stdout is not None
        said = max([said, *(int(line) for line in process.stdout if line.endswith("\n"))])
    with open_store(location) as store:
        held = list(store.each_coded())
        assert len(held) >= said
        assert store.counts().articles - len(held) <= 1
        assert all(one == coded(one.annotated.document) for one in held)
        assert store.count_to_code(READER) == store.counts().articles - len(held)
        assert store.counts().statements == len(held)
        assert len(held) - store.counts().stories <= 1
    if "://" not in location:
        assert rows(location, "PRAGMA integrity_check") == [{"integrity_check": "ok"}]
        with open_store(location) as store, store._database.writing() as connection:  # type: ignore[attr-defined]
            for index in ("articles", "statements", "quotations", "names"):
                connection.execute(text(f"INSERT INTO {index}_index({index}_index) VALUES ('integrity-check')"))  # noqa: S608


def test_two_read_while_one_writes(location: str) -> None:
    with _writer(location) as process, open_store(location) as one, open_store(location) as other:
        first = _wait_for(process, 3)
        with ThreadPoolExecutor(2) as pool:
            for held in (one, other):
                pool.submit(held.counts).result()
            slowest = 0.0
            for _ in range(20):
                began = time.monotonic()
                found = [pool.submit(held.search, "lorries", ("statement",)) for held in (one, other)]
                assert all(len(search.result()) >= 3 for search in found)
                slowest = max(slowest, time.monotonic() - began)
        assert _wait_for(process, first + 1) > first
        process.kill()
    assert slowest < 5  # seconds; nobody waits for the writer, whose lock would cost thirty
