"""The option that says where the store is."""

from typing import Annotated

import typer

from crossread.errors import UsageError
from crossread.store import Store, open_store

StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        "-s",
        metavar="PATH|URL",
        envvar="CROSSREAD_STORE",
        help="Where the store is: the path of a file, or postgresql://USER@HOST/DATABASE.",
    ),
]


def opened(store: str | None, *, create: bool = False) -> Store:
    """Open the store that was named; with `create`, make it where there is none.

    Raises UsageError if none was named, StoreError if it cannot be opened.
    """
    if not store:
        raise UsageError("say which store: --store news.db, or set CROSSREAD_STORE=news.db")
    return open_store(store, create=create)
