"""The schema's versions: each step makes the next version of the one before it; what was applied stands in the store.

A step is never changed once it was released: a change to the tables is a new step at the end.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Connection, func, insert, inspect, select, text

from crossread.errors import StoreError
from crossread.store.index import postgresql_statements, sqlite_statements
from crossread.store.schema import metadata, versions
from crossread.store.views import VIEWS

Step = Callable[[Connection], None]

_LOCK: Final = 0x63726F7373  # "cross": PostgreSQL's number of the lock under which one process at a time upgrades


def first(connection: Connection) -> None:
    """Make all tables, indexes and views."""
    metadata.create_all(connection, [table for table in metadata.sorted_tables if table is not versions])
    made = postgresql_statements() if connection.dialect.name == "postgresql" else sqlite_statements()
    for statement in [*made, *(f"CREATE VIEW {name} AS {query}" for name, query in VIEWS.items())]:
        connection.exec_driver_sql(
            statement.replace("%", "%%") if connection.dialect.name == "postgresql" else statement
        )


STEPS: Final[tuple[Step, ...]] = (first,)
"""Step number n, counted from 1, makes version n."""


def is_store(connection: Connection) -> bool:
    """Tell whether the database is a store of crossread, of whatever version."""
    return inspect(connection).has_table(versions.name)


def upgrade(connection: Connection, steps: Sequence[Step] = STEPS) -> None:
    """Bring a database, empty or of an older version, to the last version, within the connection's transaction.

    Raises StoreError if a newer crossread made it, or if it holds tables of something else.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    if not is_store(connection):
        _refuse_others(connection)
        versions.create(connection)
    version = connection.execute(select(func.max(versions.c.version))).scalar() or 0
    check_version(version, steps)
    for number, step in enumerate(steps[version:], version + 1):
        step(connection)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        connection.execute(insert(versions).values(version=number, applied=now))


def version_of(connection: Connection) -> int:
    """Return the version of a store's schema."""
    return connection.execute(select(func.max(versions.c.version))).scalar() or 0


def check_version(version: int, steps: Sequence[Step] = STEPS) -> None:
    """Raise StoreError if the version is newer than this crossread knows."""
    if version > len(steps):
        raise StoreError(
            f"the store was made by a newer crossread (its schema has version {version}, this crossread knows "
            f"{len(steps)}): upgrade crossread"
        )


def _refuse_others(connection: Connection) -> None:
    ours = {table.name for table in metadata.sorted_tables}
    held = set(inspect(connection).get_table_names())
    others = held if connection.dialect.name == "sqlite" else held & ours
    if others:
        raise StoreError(
            f"the database holds tables of something else ({', '.join(sorted(others)[:3])}), and is left as it is: "
            "give a new file, or a database of its own"
        )
