"""The trained network that points at who speaks: at one of the names before or after the words between the marks.

A small transformer reads what stands around a quotation. Each noun phrase there gets a chance of naming who speaks, by
its first piece, and so does that nobody there does (Vinyals and others, "Pointer Networks", 2015). The chances of one
name at several places add up (Kadlec and others, "Text Understanding with the Attention Sum Reader Network", 2016).
`crossread.learn.statements.pointer_network` computes the same with torch and is what it was taught with.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np

from crossread.resources import resource_path
from crossread.resources.manifests import MANIFEST_FILE, opened
from crossread.resources.networks import open_network, open_pieces, piece_number

NETWORK_FILE: Final = "pointer.onnx"
PIECES_FILE: Final = "tokenizer.json"
OPENS: Final = 1
CLOSES: Final = 2
_LEFT_OUT: Final = 3
"""Pieces that no text is cut into: the quotation's start and end, and what is left out of a long one."""

_BEFORE: Final = 190  # pieces read before the quotation
_BEHIND: Final = 64
_INSIDE: Final = 44  # a longer quotation is cut to its first and last pieces
_FIRST: Final = 28
_LAST: Final = 15
TEXT_BEFORE: Final = 1500  # characters that are cut into pieces: more than are read
TEXT_BEHIND: Final = 500
_TEXT_INSIDE: Final = 20_000  # of a longer quotation the middle is not even cut into pieces

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotation and what stands around it, in pieces.

    `places`: for each character outside the quotation that a piece begins at, the index of that piece.
    """

    pieces: tuple[int, ...]
    places: Mapping[int, int]


class Pieces:
    """Cuts what stands around quotations into the pieces that the network reads.

    Args:
        path: a `tokenizer.json`.

    Raises:
        ResourceError: the tokenizer is missing, or not one of this family.
    """

    def __init__(self, path: Path) -> None:
        self._tokenizer = open_pieces(path)
        self._start, self._end = (piece_number(self._tokenizer, name) for name in ("[CLS]", "[SEP]"))

    def cut(self, text: str, marked: Range) -> Passage:
        """Return the passage of the quotation that has the characters `marked`, its marks among them."""
        opened_at, closed_at = marked
        first = max(0, opened_at - TEXT_BEFORE)
        before, starts_before = self._cut(text[first:opened_at], last=_BEFORE)
        behind, starts_behind = self._cut(text[closed_at : closed_at + TEXT_BEHIND], first=_BEHIND)
        pieces = [self._start, *before, OPENS, *self._inside(text[opened_at:closed_at]), CLOSES]
        places: dict[int, int] = {}
        for index, start in enumerate(starts_before):
            places.setdefault(first + start, 1 + index)
        for index, start in enumerate(starts_behind):
            places.setdefault(closed_at + start, len(pieces) + index)
        return Passage((*pieces, *behind, self._end), places)

    def _inside(self, words: str) -> list[int]:
        if len(words) > _TEXT_INSIDE:
            words = words[: _TEXT_INSIDE // 2] + words[-_TEXT_INSIDE // 2 :]
        pieces, _ = self._cut(words)
        return pieces if len(pieces) <= _INSIDE else [*pieces[:_FIRST], _LEFT_OUT, *pieces[-_LAST:]]

    def _cut(self, text: str, first: int | None = None, last: int = 0) -> tuple[list[int], list[int]]:
        """Return the `first` or `last` pieces, or all of them, and the character that each begins at."""
        found = self._tokenizer.encode(text, add_special_tokens=False)
        kept = slice(-last if last else None, first)
        return found.ids[kept], [start for start, _ in found.offsets[kept]]


@dataclass(frozen=True, slots=True)
class Weights:
    """How the log-odds of the trees and those of the pointer are weighed; `bias` stands for neither."""

    trees: float
    pointer: float
    bias: float


class Pointer:
    """Points at who speaks.

    Args:
        folder: holds `pointer.onnx`, `tokenizer.json`, `manifest.json`.

    Raises:
        ResourceError: one of them is missing or wrong.
    """

    def __init__(self, folder: Path) -> None:
        with opened(folder, "model of who speaks") as manifest:
            self.weights = Weights(**manifest["weights"])
        self._session = open_network(folder / NETWORK_FILE)
        self.pieces = Pieces(folder / PIECES_FILE)

    def chances(self, passage: Passage, places: Sequence[int]) -> list[float]:
        """Return for each of the pieces the chance that a name of who speaks begins there; they add up to 1 or less."""
        values, nobody = self._session.run(None, {"pieces": np.array([passage.pieces], dtype=np.int64)})
        odds = np.append(values[0][list(places)], nobody).astype(np.float64)
        parts = np.exp(odds - odds.max())
        found: list[float] = (parts / parts.sum())[:-1].tolist()
        return found


@cache
def shipped_pointer() -> Pointer:
    """Return the model that comes with crossread, loaded once a process.

    Raises ResourceError if it is missing.
    """
    return Pointer(resource_path(f"models/pointer/{MANIFEST_FILE}").parent)
