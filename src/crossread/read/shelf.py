"""The `sources.toml` files met during one reading, each read and complained of once."""

from collections.abc import Callable
from pathlib import Path

from crossread.errors import ReadError
from crossread.read.files import names_beside, read_bytes
from crossread.read.metadata import Metadata
from crossread.read.sidecar import SIDECAR, Sidecar, read_sidecar
from crossread.read.text import decode


class Shelf:
    """Tells what the `sources.toml` beside a file says of it; `complain(path, message)` hears what is wrong there."""

    def __init__(self, complain: Callable[[str, str], None]) -> None:
        self._complain = complain
        self._sidecars: dict[Path, Sidecar] = {}

    def metadata(self, path: Path) -> Metadata:
        """Return what is said of the file at this path."""
        if path.parent not in self._sidecars:
            self._sidecars[path.parent] = self._read(path.parent / SIDECAR)
        return self._sidecars[path.parent].metadata(path.name)

    def _read(self, path: Path) -> Sidecar:
        if not path.is_file():
            return Sidecar()
        try:
            sidecar = read_sidecar(decode(read_bytes(path)))
        except ReadError as error:
            self._complain(str(path), f"{error}; the articles beside it are read without it")
            return Sidecar()
        for problem in sidecar.problems:
            self._complain(str(path), problem)
        for pattern in sidecar.unused(names_beside(path)):
            self._complain(str(path), f'["{pattern}"] names no file beside it')
        return sidecar
