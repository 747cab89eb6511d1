"""`crossread watch`: articles are added and compared as they arrive."""

import json
import signal
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.engine.articles import corpus

from crossread.records import Document
from crossread.store import open_store

RULES = ("--annotator", "rules", "--jobs", "1")
PATIENCE = 120.0  # seconds, on a machine that may be busy


def put(folder: Path, document: Document) -> None:
    told = {name: value for name, value in asdict(document).items() if name in ("outlet", "title", "published", "text")}
    (folder / f"{document.source}.json").write_text(json.dumps(told), "utf-8")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    for document in corpus()[:6]:
        put(folder, document)
    return folder


def test_once_adds_and_compares_what_is_there(run: Run, inbox: Path, tmp_path: Path) -> None:
    store = tmp_path / "news.db"
    outcome = run("watch", inbox, "--once", "--store", store, *RULES)
    assert outcome.code == 0
    assert "6 articles arrived" in outcome.err
    put(inbox, corpus()[6])
    assert "1 article arrived" in run("watch", inbox, "--once", "--store", store, *RULES).err
    with open_store(store) as kept:
        assert kept.counts().articles == kept.counts().coded == 7
        assert kept.count_ungrouped() == 0


def test_the_network_is_asked_only_if_allowed(run: Run, tmp_path: Path) -> None:
    outcome = run("watch", "https://ledger.test/rss.xml", "--once", "--store", tmp_path / "news.db")
    assert outcome.code == 2
    assert "--fetch" in outcome.err
    assert not (tmp_path / "news.db").exists()


def test_a_feed_inside_this_network_is_not_fetched(run: Run, tmp_path: Path) -> None:
    outcome = run("watch", "http://127.0.0.1/rss.xml", "--once", "--fetch", "--store", tmp_path / "news.db", *RULES)
    assert outcome.code == 1
    assert "not public" in outcome.err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_goes_on_until_it_is_stopped(number: signal.Signals, inbox: Path, tmp_path: Path) -> None:
    store = tmp_path / "news.db"
    command = [sys.executable, "-m", "crossread", "watch", str(inbox), "--store", str(store), "--every", "0.2", *RULES]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        wait_for(store, 6)
        put(inbox, corpus()[6])
        wait_for(store, 7)
    finally:
        process.send_signal(number)
        _, told = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert "stopped watching" in told
    assert "Traceback" not in told


def wait_for(store: Path, articles: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if store.exists():
            with open_store(store, create=True) as kept:
                if kept.counts().coded == articles:
                    return
        time.sleep(0.1)
    raise AssertionError(f"{articles} articles did not arrive")
