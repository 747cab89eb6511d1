"""A network before it is made small, used as the shipped encoder is."""

from collections.abc import Sequence

from crossread.compare.encoder import Encoded, Pieces, encoded_of, windows
from crossread.learn.pairs.network import Matcher


class TaughtEncoder:
    """Encodes sentences with a network, in full precision."""

    def __init__(self, network: Matcher, pieces: Pieces) -> None:
        self._network = network
        self._pieces = pieces

    def encode(self, sentences: Sequence[str]) -> list[Encoded]:
        """Encode the sentences of one article, in order."""
        cut = [self._pieces.cut(sentence) for sentence in sentences]
        found: list[Encoded] = []
        for window in windows([ids for ids, _ in cut], self._pieces.start, self._pieces.end):
            states, vectors, gate, weight = self._network.window(window.pieces)
            for number, first, end in window.sentences:
                part = slice(first, end)
                found.append(encoded_of(states[part], vectors[part], gate[part], weight[part], cut[number][1]))
        return found
