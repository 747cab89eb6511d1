"""One contract for every engine."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from distributed import LocalCluster, Status
from tests.engine import tasks

from crossread.engine import DaskEngine, Engine, InProcessEngine, LocalEngine, Lost, cluster
from crossread.errors import EngineError, ResourceError
from crossread.records import CodedDocument, Document

FEW = 12
PATIENCE = 60.0  # seconds for a process to come or go on a machine that may be busy


def article(number: int) -> Document:
    text = f"The ferry Aldane sank off Port Meriel on Tuesday. {number} people were rescued, the coastguard said."
    return Document(f"{number}.txt", text, f"outlet {number}", published="2031-05-07")


def wait_until(true: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < until, "what was waited for did not come"
        time.sleep(0.05)


def test_outcomes_come_in_the_order_of_the_items(any_engine: Engine) -> None:
    assert list(any_engine.map(tasks.uneven, range(FEW))) == [(number, number) for number in range(FEW)]


def test_no_outcome_is_missed_where_order_does_not_matter(any_engine: Engine) -> None:
    outcomes = list(any_engine.map(tasks.uneven, range(FEW), ordered=False))
    assert sorted(outcomes) == [(number, number) for number in range(FEW)]


def test_no_items_no_outcomes(any_engine: Engine) -> None:
    assert list(any_engine.map(tasks.doubler, [])) == []


def test_items_are_taken_only_as_fast_as_outcomes(any_engine: Engine) -> None:
    taken = 0

    def endless() -> Iterator[int]:
        nonlocal taken
        while True:
            taken += 1
            yield taken

    outcomes = any_engine.map(tasks.doubler, endless())
    for _ in range(FEW):
        next(outcomes)
    assert taken <= FEW + 4  # two ahead for each of two workers


def test_a_worker_loads_once(engine: Engine) -> None:
    outcomes = [outcome for _, outcome in engine.map(tasks.loads, range(FEW))]
    processes = {outcome[0] for outcome in outcomes if not isinstance(outcome, Lost)}
    assert len(set(outcomes)) == len(processes) <= 2


def test_who_kills_its_worker_or_takes_too_long_is_lost_and_the_others_go_on(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_limit", 2.0)
    outcomes = dict(engine.map(partial(tasks.perilous, tmp_path), range(FEW)))
    assert [number for number, outcome in outcomes.items() if isinstance(outcome, Lost)] == [2, 8]
    assert [outcome for outcome in outcomes.values() if not isinstance(outcome, Lost)] == [
        number for number in range(FEW) if number not in (2, 8)
    ]
    assert (tmp_path / "died over 5").exists()  # a worker that dies by chance costs nothing


def test_what_the_task_raises_is_raised(any_engine: Engine) -> None:
    with pytest.raises(ZeroDivisionError):
        list(any_engine.map(tasks.faulty, range(FEW)))


def test_a_missing_model_is_raised(any_engine: Engine) -> None:
    with pytest.raises(ResourceError, match="missing"):
        list(any_engine.map(tasks.without_model, range(FEW)))


def test_an_engine_goes_on_after_an_error(any_engine: Engine) -> None:
    with pytest.raises(ZeroDivisionError):
        list(any_engine.map(tasks.faulty, range(FEW)))
    assert list(any_engine.map(tasks.doubler, range(3))) == [(0, 0), (1, 2), (2, 4)]


def test_all_engines_read_alike_to_the_byte(local: Engine, dask: Engine) -> None:
    articles = [article(number) for number in range(FEW)]
    articles[4] = Document("4.txt", f"It is {tasks.FATAL}.", "outlet 4", published="2031-05-07")
    here, there = (list(engine.map(tasks.rules_or_death, articles)) for engine in (local, dask))
    assert _plain(here) == _plain(there)
    assert [number for number, (_, outcome) in enumerate(here) if isinstance(outcome, Lost)] == [4]
    alive = [document for document in articles if tasks.FATAL not in document.text]
    at_home = [outcome for _, outcome in InProcessEngine().map(tasks.rules, alive)]
    assert _plain(at_home) == _plain([outcome for _, outcome in here if isinstance(outcome, CodedDocument)])


def _plain(outcomes: object) -> str:
    return repr(outcomes)  # records are frozen dataclasses: all that they hold is shown


def test_workers_that_cannot_begin_are_told_instead_of_blaming_articles() -> None:
    with LocalEngine(1) as engine, pytest.raises(EngineError, match="too little memory"):
        list(engine.map(tasks.dying_at_once, range(FEW)))


def test_a_worker_of_ours_that_nobody_starts_anew_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_ROUND", 0.2)
    monkeypatch.setattr(cluster, "_AWAY", 0.5)
    with DaskEngine(workers=1) as engine:
        outcomes = engine.map(tasks.doubler, range(FEW))
        assert next(outcomes) == (0, 0)
        own = engine._client.cluster
        assert own is not None
        (nanny,) = own.workers.values()
        nanny.status = Status.starting  # as it is while it starts a process: it takes no notice if that one dies
        os.kill(nanny.pid, signal.SIGKILL)
        assert list(outcomes) == [(number, 2 * number) for number in range(1, FEW)]


def test_outcomes_with_which_a_worker_left_still_come() -> None:
    with (
        LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address="127.0.0.1:0") as others,
        DaskEngine(others.scheduler_address) as engine,
    ):
        outcomes = engine.map(tasks.doubler, range(FEW))
        assert next(outcomes) == (0, 0)
        wait_until(lambda: all(state.status == "finished" for state in engine._client.futures.values()))
        others.scale(0)
        wait_until(lambda: not others.scheduler.workers)
        others.scale(1)
        assert list(outcomes) == [(number, 2 * number) for number in range(1, FEW)]


def test_a_scheduler_without_workers_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_ROUND", 0.1)
    monkeypatch.setattr(cluster, "_DESERTED", 0.3)
    with (
        LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address="127.0.0.1:0") as others,
        DaskEngine(others.scheduler_address) as engine,
    ):
        outcomes = engine.map(tasks.uneven, range(FEW))
        next(outcomes)
        others.scale(0)
        with pytest.raises(EngineError, match="no worker"):
            list(outcomes)


def test_leaving_the_engine_ends_its_workers_at_once() -> None:
    with LocalEngine(2) as engine:
        next(engine.map(tasks.endless, range(4)))
