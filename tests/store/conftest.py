"""Every test of the contract runs over both databases."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url
from tests.store.server import need_server, running

from crossread.store import Store, open_store
from crossread.store.schema import metadata, versions

_numbers = count()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a database on a PostgreSQL server that runs as long as the tests."""
    with running(need_server()) as address:
        yield address


@pytest.fixture
def new_database(server: str) -> Iterator[str]:
    """The address of an empty database."""
    name = f"test_{next(_numbers)}"
    engine = create_engine(make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    engine.dispose()


@pytest.fixture(scope="session")
def kept_database(server: str) -> str:
    """The address of a store that the tests share, each finding it empty: to make one takes a second."""
    with open_store(server, create=True):
        return server


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty store is, in each of the databases."""
    if request.param == "sqlite":
        open_store(tmp_path / "news.db", create=True).close()
        return str(tmp_path / "news.db")
    address: str = request.getfixturevalue("kept_database")
    engine = create_engine(make_url(address).set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        tables = ", ".join(table.name for table in metadata.sorted_tables if table is not versions)
        connection.exec_driver_sql(f"TRUNCATE {tables} RESTART IDENTITY")
    engine.dispose()
    return address


@pytest.fixture
def store(location: str) -> Iterator[Store]:
    """An empty store in each of the databases."""
    with open_store(location) as made:
        yield made
