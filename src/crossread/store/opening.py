"""Opens a store: a path is one SQLite file, `postgresql://…` a database on a server."""

from pathlib import Path
from types import TracebackType
from typing import Final, Self

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from crossread.errors import StoreError
from crossread.store.articles import SqlArticles
from crossread.store.coding import SqlCoding
from crossread.store.comparing import SqlComparing
from crossread.store.contract import Store
from crossread.store.database import Database
from crossread.store.grouping import SqlGrouping
from crossread.store.judging import SqlJudging
from crossread.store.migrations import STEPS, check_version, is_store, upgrade, version_of
from crossread.store.searching import SqlSearch
from crossread.store.shelf import SqlShelf

_SERVERS: Final = ("postgresql", "postgres", "postgresql+psycopg")


class SqlStore(SqlArticles, SqlCoding, SqlGrouping, SqlComparing, SqlJudging, SqlSearch, SqlShelf):
    """A store in a relational database."""

    @property
    def location(self) -> str:
        """Where it is: the path, or the address without its password."""
        return self._database.location

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(location: str | Path, *, create: bool = False) -> Store:
    """Open the store at a path, or at the address of a PostgreSQL database; with `create`, make it where there is none.

    An older store is brought to this version's schema.

    Raises StoreError if there is no store and none is to be made, if the database holds something else, is damaged,
    locked or cannot be reached, or if a newer crossread made it.
    """
    url, shown = _address(str(location))
    if url.get_backend_name() == "sqlite" and not create and not Path(url.database or "").is_file():
        raise StoreError(f"there is no store at {shown}: `crossread add PATH... --store {shown}` makes one")
    database = Database(url, shown)
    try:
        _prepare(database, create=create)
    except BaseException:
        database.close()
        raise
    return SqlStore(database)


def _address(location: str) -> tuple[URL, str]:
    scheme, separator, _ = location.partition("://")
    if not separator:
        if not location or Path(location).is_dir():
            raise StoreError(f"{location or 'an empty path'} is no store: give the path of a file, such as news.db")
        return URL.create("sqlite", database=location), location
    if scheme not in _SERVERS:
        raise StoreError(f"there is no kind of store {scheme}://: give a path, or postgresql://USER@HOST/DATABASE")
    try:
        url = make_url(location).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        raise StoreError("the store's address cannot be read: give postgresql://USER@HOST/DATABASE") from error
    return url, url.set(drivername="postgresql").render_as_string(hide_password=True)


def _prepare(database: Database, *, create: bool) -> None:
    with database.reading() as connection:
        made = is_store(connection)
        version = version_of(connection) if made else 0
    try:
        check_version(version)
        if not made and not create:
            raise StoreError("this is no store of crossread: `crossread add PATH... --store …` makes one")
        if version < len(STEPS):
            with database.writing() as connection:
                upgrade(connection)
        database.let_read_and_write()
    except StoreError as error:
        raise StoreError(f"{database.location}: {error}") from error
