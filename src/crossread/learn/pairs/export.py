"""The taught network to the files that the package ships."""

from pathlib import Path

from torch import Tensor, nn

from crossread.compare.encoder import NETWORK_FILE, Head
from crossread.learn.pairs.network import Matcher
from crossread.learn.shipping import ship


class _Shipped(nn.Module):
    """One window at a time: all of its pieces are seen."""

    def __init__(self, network: Matcher) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        return self.network.whole(pieces)


def export(network: Matcher, folder: Path) -> None:
    """Write the encoder with weights of 8 bits, and its tokenizer."""
    outputs = dict.fromkeys(("states", "vectors", "gate", "weight"), True)
    ship(_Shipped(network), folder / NETWORK_FILE, outputs)


def head_of(network: Matcher) -> Head:
    """Return what the likeness of two sentences is worth to the network."""
    return _head(network, network.head)


def stating_of(network: Matcher) -> Head:
    """Return what the likeness of a sentence and a proposition is worth to the network."""
    return _head(network, network.stating)


def _head(network: Matcher, head: nn.Linear) -> Head:
    return Head(
        scale=float(network.scale.item()),
        weights=tuple(float(weight) for weight in head.weight[0].tolist()),
        bias=float(head.bias[0].item()),
    )
