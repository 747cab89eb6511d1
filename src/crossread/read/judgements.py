"""Judgements of people, in a plain file that is kept beside the articles they are about.

Tab-separated lines under a heading: the verdict, the ids of the two things (one thing that is wrong stands twice), who
says so, and a note for whoever reads the file. Lines that begin with `#` are for people too. Lines are added, never
changed: of one pair and person the last counts.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from crossread.errors import UsageError
from crossread.records import Judgement, Verdict

JUDGEMENTS: Final = "judgements.tsv"
_HEADING: Final = "verdict\ta\tb\tby\tnote\n"
_FEWEST: Final = 4  # columns; the note may be left out
_PERSON: Final = "person:"


def judgement_file(source: str | Path) -> Path:
    """Return where the judgements on a file or folder of articles are kept: in the folder, or beside the file."""
    path = Path(source)
    return (path if path.is_dir() else path.parent) / JUDGEMENTS


def read_judgements(sources: Iterable[str | Path]) -> tuple[Judgement, ...]:
    """Return the judgements kept beside the sources, each file's once; none where there is no such file.

    Raises UsageError, naming the line, if a file holds something else.
    """
    files = sorted({judgement_file(source) for source in sources if str(source) != "-"})
    found = [judgement for path in files if path.is_file() for judgement in _read(path)]
    last = {(min(j.a, j.b), max(j.a, j.b), j.made_by): j for j in found}
    return tuple(last.values())


def add_judgements(path: Path, judgements: Iterable[Judgement], note: str) -> None:
    """Add lines to a file of judgements, which is made if need be.

    Raises UsageError if it cannot be written.
    """
    told = " ".join(note.split())
    lines = [
        f"{j.verdict.value}\t{j.a}\t{j.b}\t{j.made_by.removeprefix(_PERSON)}\t{told}\n" for j in sorted(judgements)
    ]
    try:
        begun = path.is_file() and path.stat().st_size > 0
        with path.open("a", encoding="utf-8", newline="\n") as opened:
            opened.write("".join(lines if begun else [_HEADING, *lines]))
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}") from error


def _read(path: Path) -> Iterable[Judgement]:
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read as judgements: {error}") from error
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#") and line.rstrip() != _HEADING.rstrip():
            yield _judgement(line, f"{path}, line {number}")


def _judgement(line: str, where: str) -> Judgement:
    columns = [column.strip() for column in line.split("\t")]
    if len(columns) < _FEWEST or not all(columns[:_FEWEST]):
        raise UsageError(f"{where}: a judgement has a verdict, two ids and a person, set apart by tabs")
    verdict, a, b, person = columns[:_FEWEST]
    try:
        return Judgement(min(a, b), max(a, b), Verdict(verdict), 1.0, _PERSON + person)
    except ValueError as error:
        raise UsageError(f"{where}: {verdict!r} is no verdict; write same, different or wrong") from error
