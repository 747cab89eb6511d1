"""What every part of the store stands on."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final, TypeVar

from sqlalchemy import Connection, select

from crossread.errors import UnknownIdError
from crossread.store.database import Database
from crossread.store.schema import articles

T = TypeVar("T")

_MOST_PARAMETERS: Final = 500  # of one statement; older SQLite libraries allow 999


class Part:
    """One part of the contract, over a database."""

    def __init__(self, database: Database) -> None:
        self._database = database


def now() -> str:
    """Return the moment, ISO 8601, UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def portions(ids: Sequence[T]) -> list[Sequence[T]]:
    """Return ids, or numbers, in portions that one statement may hold."""
    return [ids[at : at + _MOST_PARAMETERS] for at in range(0, len(ids), _MOST_PARAMETERS)]


def article_numbers(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """Return the number of each article. Raises UnknownIdError for one that was never added."""
    found: dict[str, int] = {}
    for portion in portions(sorted(set(ids))):
        rows = connection.execute(select(articles.c.id, articles.c.number).where(articles.c.id.in_(portion)))
        found.update((row.id, row.number) for row in rows)
    for identity in ids:
        if identity not in found:
            raise UnknownIdError(f"the store has no article {identity!r}: `crossread add` it first")
    return found
