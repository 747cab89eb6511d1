"""Words in their context as vectors, by a small transformer that was trained to tell when two sentences say the same.

The article is cut into windows of whole sentences, each led by a little of what stands before it, so that a pronoun
or "the company" is seen with what it stands for. Every window is run by itself: what is computed for an article never
depends on what else is compared. Sentences are then matched word by word (late interaction, after Khattab and Zaharia,
"ColBERT", 2020), which costs next to nothing a pair.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum
from pathlib import Path
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from crossread.resources.networks import open_network, open_pieces, piece_number

WINDOW: Final = 160  # pieces a window; long enough for a paragraph, short enough for attention to stay cheap
CONTEXT: Final = 40  # pieces, at most, of the sentences before a window that it may look at
NETWORK_FILE: Final = "encoder.onnx"
PIECES_FILE: Final = "tokenizer.json"
LONGEST_TEXT: Final = 2000  # characters of a sentence; far more than the pieces that are read
LONGEST: Final = 64  # pieces of a sentence that are read; the rest of a longer one is not compared

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Encoded:
    """One sentence of `n` pieces.

    `mean`: the whole, `[384]`, of length 1. `pieces`: each piece in its context, `[n, 128]`, each of length 1. `gate`:
    how far a piece by itself speaks for a match, `[n]`. `weight`: what part of the sentence it is, `[n]`, adds up to 1.
    `at`: where in the sentence each piece begins, in characters, `n` of them. `states`: what `mean` is the mean of,
    `[n, 384]`, in half precision, for the mean of a part.
    """

    mean: Vectors
    pieces: Vectors
    gate: Vectors
    weight: Vectors
    at: tuple[int, ...]
    states: NDArray[np.float16]


class SentenceEncoder(Protocol):
    """Makes vectors of the sentences of one article, in order."""

    def encode(self, sentences: Sequence[str]) -> list[Encoded]: ...


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces that are encoded together; `sentences`: index, first and end piece of those that it is made for."""

    pieces: tuple[int, ...]
    sentences: tuple[tuple[int, int, int], ...]

    def moved(self, by: int) -> "Window":
        """Return the same window, its sentences numbered from `by` on."""
        return Window(self.pieces, tuple((number + by, first, end) for number, first, end in self.sentences))


def windows(sentences: Sequence[Sequence[int]], start: int, end: int) -> Iterator[Window]:
    """Cut an article into windows, each sentence in exactly one of them.

    Args:
        sentences: the pieces of each sentence, one at least and `LONGEST` at most.
        start: the piece that opens a window.
        end: the piece that closes it.
    """
    number = 0
    while number < len(sentences):
        pieces = [start, *_before(sentences, number)]
        marks: list[tuple[int, int, int]] = []
        while number < len(sentences) and (not marks or len(pieces) + len(sentences[number]) < WINDOW):
            marks.append((number, len(pieces), len(pieces) + len(sentences[number])))
            pieces.extend(sentences[number])
            number += 1
        yield Window((*pieces, end), tuple(marks))


def _before(sentences: Sequence[Sequence[int]], number: int) -> list[int]:
    context: list[int] = []
    while number > 0 and len(context) + len(sentences[number - 1]) <= CONTEXT:
        number -= 1
        context[:0] = sentences[number]
    return context


class Pieces:
    """Cuts sentences into the pieces that the encoder knows.

    Args:
        path: a `tokenizer.json`.
    """

    def __init__(self, path: Path) -> None:
        self._tokenizer = open_pieces(path)
        names = ("[CLS]", "[SEP]", "[UNK]")
        self.start, self.end, self._unknown = (piece_number(self._tokenizer, name) for name in names)

    def cut(self, sentence: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the pieces of a sentence, `LONGEST` at most and one at least, and where each begins, in characters."""
        found = self._tokenizer.encode(sentence[:LONGEST_TEXT], add_special_tokens=False)
        ids = tuple(found.ids[:LONGEST]) or (self._unknown,)
        return ids, tuple(start for start, _ in found.offsets[:LONGEST]) or (0,)


class Encoder:
    """Encodes the sentences of articles.

    Args:
        folder: holds `encoder.onnx` and `tokenizer.json`.

    Raises:
        ResourceError: one of them is missing.
    """

    def __init__(self, folder: Path) -> None:
        self._session = open_network(folder / NETWORK_FILE)
        self._pieces = Pieces(folder / PIECES_FILE)

    def encode(self, sentences: Sequence[str]) -> list[Encoded]:
        """Encode the sentences of one article, in order."""
        cut = [self._pieces.cut(sentence) for sentence in sentences]
        encoded: list[Encoded] = []
        for window in windows([ids for ids, _ in cut], self._pieces.start, self._pieces.end):
            ids = np.array([window.pieces], dtype=np.int64)
            hidden, pieces, gate, weight = (out[0] for out in self._session.run(None, {"pieces": ids}))
            for number, first, end in window.sentences:
                part = slice(first, end)
                encoded.append(encoded_of(hidden[part], pieces[part], gate[part], weight[part], cut[number][1]))
        return encoded


def encoded_of(hidden: Vectors, pieces: Vectors, gate: Vectors, weight: Vectors, at: tuple[int, ...]) -> Encoded:
    """Return one sentence from what the network gives for its pieces; `weight` need not add up to 1 yet."""
    mean = hidden.mean(axis=0)
    part = np.exp(weight - weight.max())
    return Encoded(mean / np.linalg.norm(mean), pieces, gate, part / part.sum(), at, hidden.astype(np.float16))


@dataclass(frozen=True, slots=True)
class Head:
    """What the likeness of two sentences is worth, as it was taught.

    `scale`: how sharply the best match of pieces is preferred; `weights`, `bias`: of the other figures, for the odds.
    """

    scale: float
    weights: tuple[float, ...]
    bias: float


MATCH_NAMES: Final = (
    "sense.cosine",
    "sense.sum",
    "sense.least",
    "sense.most",
    "sense.product",
    "sense.best",
    "sense.odds",
)


def match(a: Encoded, b: Encoded, head: Head) -> list[float]:
    """Return how well two sentences match: the figures named by `MATCH_NAMES`, each the same for (b, a).

    The likeness of the means; how much of either finds its like in the other (sum, least, most, product); the best
    match of any piece of one with any piece of the other, softened, since a fact told in passing is a small part of
    both; and the log-odds that the head makes of them.
    """
    likeness = a.pieces @ b.pieces.T
    left = float(likeness.max(axis=1) @ a.weight)
    right = float(likeness.max(axis=0) @ b.weight)
    strength = likeness * head.scale + a.gate[:, None] + b.gate[None, :]
    peak = float(strength.max())
    best = peak + float(np.log(np.exp(strength - peak).sum())) - head.scale
    figures = [float(a.mean @ b.mean), left + right, min(left, right), max(left, right), left * right, best]
    return [*figures, fsum(w * figure for w, figure in zip(head.weights, figures, strict=True)) + head.bias]
