"""Reads what may be the whole corpus in pages, each in a transaction of its own, so that memory stays small.

A page starts after the place where the last ended, so that writers are kept from nothing and may write meanwhile.
"""

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select

from crossread.store.database import Database

PAGE: Final = 64  # rows; a text may be two megabytes


def in_pages(database: Database, query: Select[Any], place: ColumnElement[Any], page: int = PAGE) -> Iterator[Row[Any]]:
    """Yield the rows of a query by `place`, a unique column that the query selects first."""
    wanted = query.order_by(place).limit(page)
    rows = _page(database, wanted)
    while rows:
        yield from rows
        rows = _page(database, wanted.where(place > rows[-1][0])) if len(rows) == page else []


def _page(database: Database, query: Select[Any]) -> list[Row[Any]]:
    with database.reading() as connection:
        return list(connection.execute(query))
