"""The option that gives a table of names that the user knows."""

from pathlib import Path
from typing import Annotated

import typer

from crossread.read import read_known
from crossread.records import KnownName

KnownOption = Annotated[
    Path | None,
    typer.Option(
        "--known",
        metavar="FILE",
        help="A table of names that you know, TSV or CSV with the columns name, aliases (set apart by |) and id. What "
        "is one there is one here; entities carry the id.",
        show_default=False,
    ),
]


def known_names(path: Path | None) -> tuple[KnownName, ...]:
    """Return the rows of the table, none without one.

    Raises UsageError, naming the line, if it holds something else.
    """
    return () if path is None else read_known(path)
