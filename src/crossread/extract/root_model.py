"""The trained model that tells which PLOVER root a deed has, given the words of the doer and of the one it is done to.

A small transformer reads the sentence with four marks around the two, and gives a probability for each root.
`crossread.learn.statements.root_network` computes the same with torch and is what it was trained with.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np

from crossread.errors import ResourceError
from crossread.resources import resource_path
from crossread.resources.networks import open_network, open_pieces, piece_number

NETWORK_FILE: Final = "roots.onnx"
PIECES_FILE: Final = "tokenizer.json"
MANIFEST_FILE: Final = "manifest.json"
MARKS: Final = (1, 2, 3, 4)  # pieces that no text is cut into: doer's start and end, receiver's start and end
LONGEST: Final = 96  # pieces that are read; longer sentences are cut to those around the two parties
_LONGEST_PART: Final = 2000  # characters between two marks that are cut into pieces; far more than are read
_LEFT: Final = 16  # pieces before the first party that are kept where a sentence is cut


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with two ranges of characters, half-open and apart: the words of doer and receiver, if any."""

    text: str
    doer: tuple[int, int] | None
    receiver: tuple[int, int] | None


class Pieces:
    """Cuts marked sentences into the pieces that the network reads.

    Args:
        path: a `tokenizer.json`.

    Raises:
        ResourceError: the tokenizer is not one of this family.
    """

    def __init__(self, path: Path) -> None:
        self._tokenizer = open_pieces(path)
        self._start, self._end = (piece_number(self._tokenizer, name) for name in ("[CLS]", "[SEP]"))

    def cut(self, marked: Marked) -> list[int]:
        """Return the pieces, the four marks among them, `LONGEST` at most."""
        given = zip((marked.doer, marked.receiver), (MARKS[:2], MARKS[2:]), strict=True)
        places = sorted(place for party, marks in given if party for place in zip(party, marks, strict=True))
        pieces: list[int] = []
        before = 0
        for place, mark in places:
            pieces += [*self._plain(marked.text[before:place]), mark]
            before = place
        pieces += self._plain(marked.text[before:])
        room = LONGEST - 2
        if len(pieces) > room:
            first = next((at for at, piece in enumerate(pieces) if piece in MARKS), 0)
            pieces = pieces[max(0, min(first - _LEFT, len(pieces) - room)) :][:room]
        return [self._start, *pieces, self._end]

    def _plain(self, text: str) -> list[int]:
        found: list[int] = self._tokenizer.encode(text[:_LONGEST_PART], add_special_tokens=False).ids
        return found


class RootModel:
    """Tells the root of a deed.

    Args:
        folder: holds `roots.onnx`, `tokenizer.json`, `manifest.json`.

    Raises:
        ResourceError: one of them is missing.
    """

    def __init__(self, folder: Path) -> None:
        self._session = open_network(folder / NETWORK_FILE)
        self._pieces = Pieces(folder / PIECES_FILE)
        if not (folder / MANIFEST_FILE).is_file():
            raise ResourceError(f"{folder / MANIFEST_FILE} is missing; install crossread again")
        self.manifest = json.loads((folder / MANIFEST_FILE).read_text("utf-8"))
        self.roots: tuple[str, ...] = tuple(self.manifest["roots"])

    def odds(self, marked: Marked) -> dict[str, float]:
        """Return a probability for each of the model's roots, which add up to 1."""
        pieces = np.array([self._pieces.cut(marked)], dtype=np.int64)
        (values,) = self._session.run(None, {"pieces": pieces})
        part = np.exp(values[0] - values[0].max())
        part /= part.sum()
        return dict(zip(self.roots, part.tolist(), strict=True))


@cache
def shipped_model() -> RootModel:
    """Return the model that comes with crossread, loaded once a process.

    Raises ResourceError if it is missing.
    """
    return RootModel(resource_path(f"models/roots/{MANIFEST_FILE}").parent)
