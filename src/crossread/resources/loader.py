"""Loads tables and term lists. Each file starts with `#` lines that state its source and licence."""

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from crossread.errors import ResourceError


def resource_path(name: str) -> Path:
    """Return the path of a resource, such as `lexicons/en/cues.tsv`.

    Raises ResourceError if the package lacks it.
    """
    path = Path(str(files("crossread.resources"))).joinpath(name)
    if not path.is_file():
        raise ResourceError(f"{name} is missing from the installed package; install crossread again")
    return path


@cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a tab-separated table with a header line, as dictionaries of strings.

    Raises ResourceError if the file is missing or a row has another number of columns than the header.
    """
    lines = list(_content(name))
    reader = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    header, *rows = list(reader)
    for number, row in enumerate(rows, 2):
        if len(row) != len(header):
            raise ResourceError(f"{name}, row {number}: {len(row)} columns, the header has {len(header)}")
    return tuple(dict(zip(header, row, strict=True)) for row in rows)


@cache
def read_terms(name: str) -> frozenset[str]:
    """Return the lines of a term list, one term a line."""
    return frozenset(line.strip() for line in _content(name))


def _content(name: str) -> Iterator[str]:
    for line in resource_path(name).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line
