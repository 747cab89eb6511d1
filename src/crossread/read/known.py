"""A table of names that the user knows: name, aliases, id, out of a knowledge base of theirs.

Tab-separated, or comma-separated where the file ends in `.csv`, under a heading with the columns `name`, `aliases` and
`id` in any order; other columns are passed over. Several aliases are set apart by `|`. Lines that begin with `#`, and
empty ones, are for people.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from crossread.errors import UsageError
from crossread.records import KnownName

_COLUMNS: Final = ("name", "aliases", "id")


def read_known(path: str | Path) -> tuple[KnownName, ...]:
    """Return the rows of a table of names, in its order.

    Raises UsageError, naming the line, if the file holds something else, or gives one id to two rows.
    """
    try:
        lines = Path(path).read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read as a table of names: {error}") from error
    rows = _rows(lines, "," if Path(path).suffix.lower() == ".csv" else "\t", str(path))
    number, heading = next(rows, (1, []))
    places = _places([column.casefold() for column in heading], f"{path}, line {number}")
    found: dict[str, KnownName] = {}
    for number, cells in rows:
        known = _known(cells, places, len(heading), f"{path}, line {number}")
        if known.id in found:
            raise UsageError(f"{path}, line {number}: the id {known.id!r} stands in an earlier line too")
        found[known.id] = known
    return tuple(found.values())


def _rows(lines: list[str], delimiter: str, path: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            try:
                cells = next(csv.reader([line], delimiter=delimiter, strict=True))
            except csv.Error as error:
                raise UsageError(f"{path}, line {number}: {error}") from error
            yield number, [cell.strip() for cell in cells]


def _places(heading: list[str], where: str) -> tuple[int, int, int]:
    missing = [column for column in _COLUMNS if column not in heading]
    if missing:
        raise UsageError(f"{where}: the heading lacks {' and '.join(missing)}; it names the columns name, aliases, id")
    name, aliases, identity = (heading.index(column) for column in _COLUMNS)
    return name, aliases, identity


def _known(cells: list[str], places: tuple[int, int, int], width: int, where: str) -> KnownName:
    if len(cells) != width:
        raise UsageError(f"{where}: {len(cells)} columns, the heading has {width}")
    name, aliases, identity = (cells[place] for place in places)
    if not name or not identity:
        raise UsageError(f"{where}: a row needs a name and an id")
    return KnownName(identity, name, tuple(alias for part in aliases.split("|") if (alias := part.strip())))
