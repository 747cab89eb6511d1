"""The words of an article as hashes, on which copies are verified without its text."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crossread.linking import fold
from crossread.records import Profile


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The hash of each word, in order, and whether it stands inside quotation marks."""

    words: tuple[int, ...]
    quoted: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Hashed:
    """What a profile keeps of an article's words: see `Profile.wording` and `Profile.quoted`. `outlet` is folded."""

    id: str
    outlet: str
    hashes: bytes
    marks: bytes

    @classmethod
    def of(cls, profile: Profile) -> "Hashed":
        """Return the words of a profile."""
        return cls(profile.doc, fold(profile.outlet), profile.wording, profile.quoted)

    @property
    def array(self) -> NDArray[np.uint32]:
        """The hash of each word, in order."""
        return np.frombuffer(self.hashes, dtype="<u4").astype(np.uint32, copy=False)

    def unpacked(self) -> Unpacked:
        """Return the words one by one, as they are compared."""
        bits = np.unpackbits(np.frombuffer(self.marks, dtype=np.uint8), count=len(self.hashes) // 4)
        return Unpacked(tuple(self.array.tolist()), tuple(bits.astype(bool).tolist()))
