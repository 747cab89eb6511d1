"""Where output goes."""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import typer

from crossread.errors import UsageError
from crossread.records import Failure, content_id

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 80  # well below every file system's limit, with room for a suffix


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 text, making the folder if need be.

    Raises UsageError if that cannot be done.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}") from error


def write_or_print(text: str, output: Path | None) -> None:
    """Write the text to the file, or to standard output where there is none, as UTF-8 either way."""
    if output is None:
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.flush()
    else:
        write_text(output, text)


@contextmanager
def output_stream(output: Path | None) -> Iterator[Callable[[str], None]]:
    """Yield a function that writes text to the file, or to standard output where there is none, as UTF-8, at once.

    Raises UsageError if the file cannot be opened.
    """
    if output is None:
        yield _print_at_once
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        opened = output.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror or error}") from error
    with opened:
        yield lambda text: _append(opened, text)


def _print_at_once(text: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def _append(file: TextIO, text: str) -> None:
    file.write(text)
    file.flush()


def tell(failures: Sequence[Failure]) -> None:
    """Tell a person, on standard error, what failed."""
    for failure in failures:
        typer.echo(f"crossread: {failure.document}: {failure.message}", err=True)


def story_file(folder: Path, story: str, suffix: str) -> Path:
    """Return a file in the folder for a story, whatever its name holds; two stories never share one."""
    safe = _UNSAFE.sub("_", story).strip("._")[:_LONGEST_NAME]
    if safe != story:
        safe = f"{safe}-{content_id('s', story)}" if safe else content_id("s", story)
    return folder / f"{safe}{suffix}"
