"""The network behind `crossread.extract.root_model`: layers of a small BERT, and a head over the two parties."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import torch
from torch import Tensor, nn

from crossread.extract.root_model import MARKS
from crossread.learn.pairs.network import WIDTH, Encoder

FROZEN: Final = 2  # lowest layers that stay as they came, where all six are used: too few sentences to teach them
LAYERS: Final = 6
DROPOUT: Final = 0.1
MARK_SCALE: Final = 0.03  # spread of the marks' vectors at first: that of the other pieces'


class RootNetwork(nn.Module):
    """Pieces of marked sentences to a value for each root.

    Args:
        roots: how many roots there are.
        layers: how many of the encoder's layers are used.
    """

    def __init__(self, roots: int, layers: int = LAYERS) -> None:
        super().__init__()
        self.enc = Encoder()
        self.enc.layers = self.enc.layers[:layers]
        self.marks = nn.Parameter(torch.randn(len(MARKS), WIDTH) * MARK_SCALE)
        self.hidden = nn.Linear(3 * WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, roots)
        self.drop = nn.Dropout(DROPOUT)

    def load(self, path: Path) -> None:
        """Take over the encoder's starting weights; words, places and the lowest layers then stay as they are."""
        used = len(self.enc.layers)
        self.enc = Encoder()
        self.enc.load(path)
        self.enc.layers = self.enc.layers[:used]
        for module in (self.enc.word, self.enc.pos, *(self.enc.layers[:FROZEN] if used == LAYERS else ())):
            for parameter in module.parameters():
                parameter.requires_grad = False

    def forward(self, pieces: Tensor) -> Tensor:
        """Return values `[b, roots]` for pieces `[b, l]`, 0 where a shorter sentence has ended."""
        seen = pieces != 0
        states = self._states(pieces, seen[:, None, None, :])
        return self._values(pieces, states, (states * seen[..., None]).sum(1) / seen.sum(1, keepdim=True))

    def whole(self, pieces: Tensor) -> Tensor:
        """Return values `[1, roots]` for one sentence `[1, l]`, all of which is seen: what the shipped model gives."""
        states = self._states(pieces, None)
        return self._values(pieces, states, states.mean(1))

    def _states(self, pieces: Tensor, seen: Tensor | None) -> Tensor:
        words = self.enc.word(pieces)
        for index, mark in enumerate(MARKS):
            words = words + (pieces == mark)[..., None] * self.marks[index]
        states: Tensor = self.enc.norm(words + self.enc.pos(torch.arange(pieces.shape[1])))
        for layer in self.enc.layers:
            states = layer(states, seen)
        return states

    def _values(self, pieces: Tensor, states: Tensor, mean: Tensor) -> Tensor:
        doer, receiver = (((pieces == MARKS[at])[..., None] * states).sum(1) for at in (0, 2))
        found: Tensor = self.out(self.drop(torch.tanh(self.hidden(self.drop(torch.cat([mean, doer, receiver], 1))))))
        return found


def together(sentences: Sequence[Sequence[int]]) -> Tensor:
    """Return the pieces of several sentences as one batch `[b, l]`."""
    longest = max(map(len, sentences))
    return torch.tensor([[*pieces, *[0] * (longest - len(pieces))] for pieces in sentences])
