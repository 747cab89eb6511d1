"""Reads the dictionaries of actors, agents and verbs that a user gives."""

from collections.abc import Iterable
from pathlib import Path

from crossread.errors import ReadError, UsageError
from crossread.extract.dictionaries import Dictionaries
from crossread.read.text import decode


def read_dictionaries(
    actors: Iterable[str | Path] = (), agents: Iterable[str | Path] = (), verbs: Iterable[str | Path] = ()
) -> Dictionaries:
    """Return what the files hold, in the formats of PETRARCH and TABARI (docs/codebook.md); the first told counts.

    Lines that cannot be understood are left out; the result's `faults` holds them.

    Raises ReadError if a file cannot be read, UsageError if it holds no entry of its kind.
    """
    files = {kind: list(map(Path, given)) for kind, given in (("actors", actors), ("agents", agents), ("verbs", verbs))}
    texts = {kind: [_text(path) for path in paths] for kind, paths in files.items()}
    for kind, paths in files.items():
        for path, text in zip(paths, texts[kind], strict=True):
            if not Dictionaries.of(**{kind: [text]}):
                raise UsageError(f"{path} holds no {kind} in the format of PETRARCH's dictionaries (docs/codebook.md)")
    return Dictionaries.of(**texts)


def _text(path: Path) -> str:
    try:
        return decode(path.read_bytes())
    except OSError as error:
        raise ReadError(f"{path} cannot be read: {error.strerror or error}") from error
    except ReadError as error:
        raise ReadError(f"{path} cannot be read: {error}") from error
