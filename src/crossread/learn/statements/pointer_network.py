"""The network behind `crossread.extract.speakers.pointer`: layers of a small BERT, and a value for each piece."""

from pathlib import Path
from typing import Final

import torch
from torch import Tensor, nn

from crossread.extract.speakers.pointer import CLOSES, OPENS
from crossread.learn.pairs.network import WIDTH, Encoder

LAYERS: Final = 3  # the lowest ones of the encoder: with six it points no better beside the trees, in twice the time


class PointerNetwork(nn.Module):
    """Pieces of a passage to a value for each, of how well the speaker would be named there, and one for nobody."""

    def __init__(self) -> None:
        super().__init__()
        self.enc = Encoder()
        del self.enc.layers[LAYERS:]
        self.inside = nn.Parameter(torch.zeros(WIDTH))
        self.score = nn.Linear(WIDTH, 1)
        self.nobody = nn.Linear(WIDTH, 1)

    def load(self, path: Path) -> None:
        """Take over the encoder's starting weights; words and places then stay as they are."""
        self.enc.load(path)
        for module in (self.enc.word, self.enc.pos, self.enc.norm):
            module.requires_grad_(requires_grad=False)

    def forward(self, pieces: Tensor, seen: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """Return values `[b, l]` and `[b]` for pieces `[b, l]`; `seen` `[b, 1, 1, l]` is true where there is a piece.

        What stands between the marks is told from the rest by a vector added to each of its pieces.
        """
        opened, closed = ((pieces == mark).int() for mark in (OPENS, CLOSES))
        inside = opened.cumsum(1) - closed.cumsum(1) + closed
        words = self.enc.word(pieces) + self.enc.pos(torch.arange(pieces.shape[1]))
        states: Tensor = self.enc.norm(words + inside[..., None] * self.inside)
        for layer in self.enc.layers:
            states = layer(states, seen)
        return self.score(states)[..., 0], self.nobody(states[:, 0])[..., 0]
