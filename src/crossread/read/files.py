"""Which files a source stands for, and their bytes: the only place that touches the disk."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from crossread.errors import ReadError
from crossread.read.forms import form_by_name
from crossread.read.judgements import JUDGEMENTS
from crossread.read.sidecar import SIDECAR

_UNKNOWN = "left out: its name says no form that is read in a folder; name the file itself to read it"


@dataclass(frozen=True, slots=True)
class File:
    """A file to read, or why it is none.

    `source` is as it was given; for a file of a folder, the folder as given, then its path in it.
    """

    source: str
    path: Path
    problem: str | None = None


def files_of(source: str) -> Iterator[File]:
    """Yield the files that a path stands for: itself, or all files in the folder and its subfolders, sorted.

    Hidden files and folders are left out, and links to folders are not followed. A file in a folder whose name says no
    form that is read is yielded with that problem. Raises ReadError, with what to do, if there is nothing there.
    """
    path = Path(source)
    try:
        mode = path.stat().st_mode
    except FileNotFoundError as error:
        raise ReadError(_missing(source)) from error
    except (OSError, ValueError) as error:
        raise ReadError(f"it cannot be reached ({_reason(error)})") from error
    if stat.S_ISDIR(mode):
        yield from _in_folder(source, path)
    elif stat.S_ISREG(mode) or stat.S_ISFIFO(mode):
        yield File(source, path)
    else:
        raise ReadError("it is neither a file nor a folder")


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes.

    Raises ReadError if it cannot be read or holds nothing.
    """
    try:
        data = path.read_bytes()
    except PermissionError as error:
        raise ReadError("it may not be read: check its permissions") from error
    except OSError as error:
        raise ReadError(f"it cannot be read ({_reason(error)})") from error
    if not data:
        raise ReadError("the file is empty")
    return data


def names_beside(path: Path) -> list[str]:
    """Return the names of the files in the folder of a path, sorted."""
    try:
        return sorted(entry.name for entry in path.parent.iterdir())
    except OSError:
        return []


def _in_folder(source: str, folder: Path) -> Iterator[File]:
    errors: list[OSError] = []
    paths = _walk(folder, errors)
    if not paths and not errors:
        raise ReadError("the folder holds no file to read")
    prefix = source.rstrip("/" + os.sep)
    for error in errors:
        yield File(str(error.filename), folder, f"the folder cannot be read ({_reason(error)})")
    for path in paths:
        within = f"{prefix}/{path.relative_to(folder).as_posix()}"
        yield File(within, path, None if form_by_name(path.name) else _UNKNOWN)


def _walk(folder: Path, errors: list[OSError]) -> list[Path]:
    found = []
    for root, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(root, name) for name in names if not name.startswith(".") and name not in (SIDECAR, JUDGEMENTS)]
    return sorted(found)


def _missing(source: str) -> str:
    if source.startswith(("http://", "https://")):
        return "it is an address, and crossread fetches nothing: save the page, and give the file"
    return "there is no such file or folder"


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
