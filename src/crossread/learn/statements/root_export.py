"""Writes the files of the root model that ships; needs the `train` extra."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from torch import Tensor, nn

from crossread.extract.root_model import MANIFEST_FILE, NETWORK_FILE
from crossread.learn.shipping import ship
from crossread.learn.statements.root_network import RootNetwork
from crossread.learn.statements.root_train import Taught

VERSION: Final = "1"


class _Shipped(nn.Module):
    """One sentence at a time: to hide nothing costs a tenth less than to hide what is not there."""

    def __init__(self, network: RootNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor) -> Tensor:
        return self.network.whole(pieces)


def export(taught: Taught, folder: Path, facts: Mapping[str, object]) -> None:
    """Write the network with weights of 8 bits, its tokenizer, and a manifest that states the `facts`."""
    ship(_Shipped(taught.network), folder / NETWORK_FILE, {"values": False})
    manifest = {"model": "crossread-roots", "version": VERSION, "roots": list(taught.roots), **facts}
    (folder / MANIFEST_FILE).write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")
