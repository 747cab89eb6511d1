"""`sources.toml`: what is known of the files that stand beside it.

    ["observer.txt"]
    outlet = "The Observer"
    published = 2019-01-24T09:30:00Z

    ["*.html"]
    story = "harbour"

Each table names a file, or files by a glob pattern. A file's own name outranks a pattern; of several patterns, the one
that stands first.
"""

import datetime as dt
import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase

from crossread.errors import ReadError
from crossread.read.metadata import METADATA_FIELDS, Metadata, one_line

SIDECAR = "sources.toml"


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What one `sources.toml` says: metadata by file name or pattern, in its order, and what in it is wrong."""

    tables: tuple[tuple[str, Metadata], ...] = ()
    problems: tuple[str, ...] = ()

    def metadata(self, name: str) -> Metadata:
        """Return what is said of the file of this name."""
        told = Metadata()
        exact = [said for pattern, said in self.tables if pattern == name]
        for said in exact + [said for pattern, said in self.tables if fnmatchcase(name, pattern)]:
            told = told.or_else(said)
        return told

    def unused(self, names: list[str]) -> list[str]:
        """Return the patterns that match none of these file names, in their order."""
        return [pattern for pattern, _ in self.tables if not any(_matches(pattern, name) for name in names)]


def _matches(pattern: str, name: str) -> bool:
    return pattern == name or fnmatchcase(name, pattern)


def read_sidecar(text: str) -> Sidecar:
    """Return what a `sources.toml` says; an unknown key or a wrong value is a problem, the rest still holds.

    Raises ReadError if it is not TOML.
    """
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ReadError(f"it is not TOML ({error})") from error
    tables: list[tuple[str, Metadata]] = []
    problems: list[str] = []
    for name, table in content.items():
        if isinstance(table, dict):
            said, wrong = _metadata(table)
            tables.append((name, said))
            problems += [f'["{name}"]: {problem}' for problem in wrong]
        else:
            problems.append(f'{name!r} stands outside a table; write it under ["FILE NAME"], or ["*"] for every file')
    return Sidecar(tuple(tables), tuple(problems))


def _metadata(table: dict[str, object]) -> tuple[Metadata, list[str]]:
    said: dict[str, str | None] = {}
    problems = []
    for key, value in table.items():
        if key not in METADATA_FIELDS:
            problems.append(f"the key {key!r} is not known; the keys are {', '.join(METADATA_FIELDS)}")
        elif isinstance(value, str):
            said[key] = one_line(value)
        elif isinstance(value, dt.date):
            said[key] = value.isoformat()
        else:
            problems.append(f"{key} is not text; put it in quotation marks")
    return Metadata(**said), problems
