"""A database with its transactions: what differs between SQLite and PostgreSQL, and is no query, stands here."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from crossread.errors import StoreError

_PATIENCE_SECONDS: Final = 30  # for another process's transaction, which is an article or a story long
_CACHE_KIBIBYTES: Final = 64 * 1024
_MAPPED_BYTES: Final = 1 << 30  # of the file read through memory: pages are then shared by all that read

_PRAGMAS: Final = (
    "PRAGMA synchronous = NORMAL",  # with WAL: a loss of power may cost the last transactions, never the file
    "PRAGMA foreign_keys = ON",
    f"PRAGMA cache_size = -{_CACHE_KIBIBYTES}",
    f"PRAGMA mmap_size = {_MAPPED_BYTES}",
    "PRAGMA temp_store = MEMORY",
)


class Database:
    """Connections and transactions, and the few statements that each database words its own way.

    Each transaction is opened with `reading` or `writing`; errors of the driver leave them as StoreError.
    """

    def __init__(self, url: URL, location: str) -> None:
        self.location = location
        with self._told():
            self.engine = _sqlite(url) if url.get_backend_name() == "sqlite" else _postgresql(url)

    @property
    def is_sqlite(self) -> bool:
        """Whether it is SQLite, else PostgreSQL."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that sees one state throughout and keeps nobody from writing."""
        with self._told(), self.engine.connect() as connection:
            if not self.is_sqlite:
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that is committed at the end, or undone if anything is raised."""
        with self._told(), self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

    def insert(self, table: Table) -> "postgresql.Insert | sqlite.Insert":
        """Return an INSERT that knows ON CONFLICT."""
        return sqlite.insert(table) if self.is_sqlite else postgresql.insert(table)

    def replace(self, connection: Connection, table: Table, row: dict[str, Any], keys: Sequence[str]) -> None:
        """Insert a row, or update the one that has the same keys."""
        values = {name: value for name, value in row.items() if name not in keys}
        made = self.insert(table).values(row).on_conflict_do_update(index_elements=list(keys), set_=values)
        connection.execute(made)

    def let_read_and_write(self) -> None:
        """Have readers and a writer not wait for each other; SQLite keeps that in the file, so it must be a store."""
        if self.is_sqlite:
            with self._told(), self.engine.connect() as connection:
                connection.connection.cursor().execute("PRAGMA journal_mode = WAL").close()

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (SQLAlchemyError, sqlite3.Error, ImportError) as error:
            raise StoreError(f"{self.location}: {_reason(error)}") from error


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": _PATIENCE_SECONDS, "isolation_level": None})

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _: object) -> None:
        for pragma in _PRAGMAS:
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # a writer takes its lock at once: one that read first could not go on once another has written
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgresql(url: URL) -> Engine:
    engine = create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: object) -> None:
        connection.execute(f"SET lock_timeout = '{_PATIENCE_SECONDS}s'")
        connection.commit()

    return engine


def _reason(error: Exception) -> str:
    """Return in one line what happened and what to do."""
    if isinstance(error, ImportError | NoSuchModuleError):
        return "PostgreSQL needs a driver: pip install 'crossread[postgresql]'"
    if isinstance(error, ArgumentError):
        return f"this is no address of a database ({error})"
    told = str(error.orig if isinstance(error, DBAPIError) else error).strip().splitlines()
    what = told[0] if told else type(error).__name__
    for sign, reason in _REASONS.items():
        if sign in what:
            return f"{reason} ({what})"
    return what


_REASONS: Final = {
    "file is not a database": "this is no store of crossread, or it is damaged: restore it from a backup",
    "malformed": "the store is damaged: restore it from a backup, or save what is left with `sqlite3 FILE .recover`",
    "database is locked": "another process is writing for too long: try again when it is done",
    "unable to open database file": "the file cannot be opened: check that the folder exists and may be written",
    "readonly database": "the store cannot be written: check the rights of the file and of its folder",
    "disk is full": "the disk is full: nothing was written, and nothing is lost",
    "No space left": "the disk is full: nothing was written, and nothing is lost",
    "connection failed": "the server cannot be reached: check the address, and that it runs",
    "permission denied": "the user of the database may not do this: see docs/store.md",
}
