"""Where output goes."""

import re
from pathlib import Path

from crossread.errors import UsageError
from crossread.records import content_id

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


def story_file(folder: Path, story: str, suffix: str) -> Path:
    """Return a file in the folder for a story, whatever its name holds; two stories never share one."""
    safe = _UNSAFE.sub("_", story).strip("._")[:_LONGEST_NAME]
    if safe != story:
        safe = f"{safe}-{content_id('s', story)}" if safe else content_id("s", story)
    return folder / f"{safe}{suffix}"
