"""What a stage is made of, as a digest: where it is another, what the stage made is out of date.

A version number in a stage's name says what its author meant to tell; a rule, a word of a lexicon or a weight that was
changed since is told by this digest alone. It is made of the files that can matter: the package that the stage stands
in, the records and the linking that all share, the resources, and of the models those that the package names.
"""

import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

_ROOT = Path(__file__).parent.parent
_OWN = _ROOT.name
_SHARED = ("linking", "records", "resources")
_MODELS = "models"
_DIGITS = 12


def made_of(stage: object) -> str:
    """Return the digest of what a stage of any package is made of; empty where its source is not in a file."""
    module = type(stage).__module__
    if module.split(".")[0] == _OWN:
        return _of_package(module.split(".")[1])
    file = getattr(sys.modules.get(module), "__file__", None)
    return _of_files(Path(file).parent, [Path(file)]) if file else ""


@cache
def _of_package(name: str) -> str:
    own = sorted((_ROOT / name).rglob("*.py"))
    source = "".join(path.read_text("utf-8") for path in own)
    shared = (path for part in _SHARED for path in _files(_ROOT / part) if _matters(path, source))
    return _of_files(_ROOT, [*own, *sorted(shared)])


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")


def _matters(path: Path, source: str) -> bool:
    """A model counts only for those that name it."""
    parts = path.relative_to(_ROOT).parts[1:]
    return parts[0] != _MODELS or "/".join(parts[:2]) in source


def _of_files(root: Path, files: Iterable[Path]) -> str:
    whole = sha256()
    for path in files:
        whole.update(f"{path.relative_to(root).as_posix()}\0{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()[:_DIGITS]
