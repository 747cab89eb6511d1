"""Opens the folder of a model that says in a manifest what it is: one way of telling what is wrong with it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from crossread.errors import ResourceError

MANIFEST_FILE: Final = "manifest.json"


@contextmanager
def opened(folder: Path, what: str) -> Iterator[dict[str, Any]]:
    """Yield the manifest of the model in a folder.

    Raises ResourceError if it cannot be read, or if what is read of manifest and folder meanwhile is missing or wrong.
    """
    try:
        yield json.loads((folder / MANIFEST_FILE).read_text("utf-8"))
    except (KeyError, OSError, TypeError, ValueError) as error:
        raise ResourceError(f"{folder} holds no {what} that can be read; install crossread again") from error
