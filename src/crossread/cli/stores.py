"""The option that says where the store is."""

from typing import Annotated

import typer

from crossread.errors import UsageError
from crossread.store import Store, Thing, ThingKind, open_store

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


def named(store: Store, identity: str, kind: ThingKind | None = None) -> Thing:
    """Return the one thing, or the one of that kind, that an id or its beginning names.

    Raises UsageError if it names nothing or several things.
    """
    found = [thing for thing in store.find(identity) if kind in (None, thing.kind)]
    if not found:
        raise UsageError(f"the store holds no {kind or 'thing'} whose id begins with {identity!r}")
    if len(found) > 1:
        listed = ", ".join(f"{thing.id} ({thing.kind})" for thing in found)
        raise UsageError(f"{identity!r} begins several ids: {listed}")
    return found[0]
