"""Engines to test: each is started once, since starting processes is what takes long."""

from collections.abc import Iterator

import pytest

from crossread.engine import DaskEngine, Engine, InProcessEngine, LocalEngine

WORKERS = 2


@pytest.fixture(scope="session")
def local() -> Iterator[Engine]:
    with LocalEngine(WORKERS) as engine:
        yield engine


@pytest.fixture(scope="session")
def dask() -> Iterator[Engine]:
    with DaskEngine(workers=WORKERS) as engine:
        yield engine


@pytest.fixture(params=["local", "dask"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """An engine with processes of its own."""
    made: Engine = request.getfixturevalue(request.param)
    return made


@pytest.fixture(params=["in-process", "local", "dask"])
def any_engine(request: pytest.FixtureRequest) -> Engine:
    if request.param == "in-process":
        return InProcessEngine()
    made: Engine = request.getfixturevalue(request.param)
    return made
