"""Opening: what is no store is told in one line, and left as it was."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, insert, select, text
from tests.store.made_up import article

from crossread.errors import StoreError
from crossread.store import open_store
from crossread.store.migrations import STEPS, upgrade
from crossread.store.schema import versions


def test_a_store_is_made_only_when_asked(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"there is no store at .*crossread add"):
        open_store(tmp_path / "news.db")
    assert not (tmp_path / "news.db").exists()
    with open_store(tmp_path / "news.db", create=True) as store:
        store.add(article())
    with open_store(tmp_path / "news.db", create=True) as store:
        assert store.counts().articles == 1
        assert store.location == str(tmp_path / "news.db")


def test_an_empty_database_of_a_server_is_no_store_yet(new_database: str) -> None:
    with pytest.raises(StoreError, match="no store of crossread"):
        open_store(new_database)
    with open_store(new_database, create=True) as store:
        assert store.add(article())


@pytest.mark.parametrize(
    ("location", "told"),
    [
        ("mysql://x/y", "no kind of store"),
        ("", "no store"),
        ("postgresql://x:port/y", "cannot be read"),
        ("postgresql://nobody:secret@/x?host=/nowhere&connect_timeout=1", "cannot|failed|bad"),
        ("missing/folder/news.db", "check that the folder exists"),
    ],
)
def test_what_cannot_be_opened_is_told_in_a_line(
    location: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match=told) as caught:
        open_store(location, create=True)
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


def _random(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 20)


def _other(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (name)")
    connection.close()


def _cut(path: Path) -> None:
    with open_store(path, create=True) as store:
        store.add(article())
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)


@pytest.mark.parametrize("spoil", [_random, _other, _cut])
def test_what_is_no_store_is_left_as_it_is(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    path = tmp_path / "news.db"
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"damaged|something else"), open_store(path, create=True) as store:
        store.counts()
    assert path.read_bytes() == before


def test_a_store_that_another_process_holds_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crossread.store.database._PATIENCE_SECONDS", 0.1)
    path = tmp_path / "news.db"
    with open_store(path, create=True) as store:
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another process is writing"):
            store.add(article())
        holder.execute("ROLLBACK")
        holder.close()
        assert store.add(article())


def _add_column(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE runs ADD COLUMN note TEXT")


def _fail(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE runs ADD COLUMN other TEXT")
    raise StoreError("no further")


@pytest.fixture(params=["sqlite", "postgresql"])
def old_store(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A store of the first version, with an article."""
    where = str(tmp_path / "old.db") if request.param == "sqlite" else str(request.getfixturevalue("new_database"))
    with open_store(where, create=True) as store:
        store.add(article())
    return where


def _url(location: str) -> str:
    return location.replace("postgresql://", "postgresql+psycopg://") if "://" in location else f"sqlite:///{location}"


def test_an_older_store_is_brought_forward_step_by_step(old_store: str) -> None:
    engine = create_engine(_url(old_store))
    steps = (*STEPS, _add_column)
    for _ in range(2):
        with engine.begin() as connection:
            upgrade(connection, steps)
    with engine.connect() as connection:
        assert list(connection.execute(select(versions.c.version).order_by(versions.c.version)).scalars()) == [1, 2]
        assert connection.execute(text("SELECT note FROM runs")).all() == []
        assert connection.execute(text("SELECT count(*) FROM articles")).scalar() == 1
    engine.dispose()


def test_a_step_that_fails_leaves_the_store_as_it_was(old_store: str) -> None:
    with open_store(old_store) as store:
        database = store._database  # type: ignore[attr-defined]
        with pytest.raises(StoreError, match="no further"), database.writing() as connection:
            upgrade(connection, (*STEPS, _add_column, _fail))
        with database.reading() as connection:
            assert list(connection.execute(select(versions.c.version)).scalars()) == [1]
        assert store.counts().articles == 1


def test_a_newer_store_is_refused(old_store: str) -> None:
    engine = create_engine(_url(old_store))
    with engine.begin() as connection:
        connection.execute(insert(versions).values(version=99, applied="2099-01-01"))
    engine.dispose()
    with pytest.raises(StoreError, match=r"newer crossread .*upgrade crossread"):
        open_store(old_store)
