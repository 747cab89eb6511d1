"""What a model was taught on, told by a digest."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path


def digest_of(paths: Iterable[Path]) -> str:
    """Return the SHA-256 digest of the files' bytes, one after the other, in hexadecimal digits."""
    found = sha256()
    for path in paths:
        found.update(path.read_bytes())
    return found.hexdigest()
