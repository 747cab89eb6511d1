"""Writes the files of the root model that ships; needs the `train` extra."""

import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from crossread.extract.root_model import LONGEST, MANIFEST_FILE, NETWORK_FILE, PIECES_FILE
from crossread.learn.reader.encoder_weights import encoder_folder
from crossread.learn.statements.root_network import RootNetwork
from crossread.learn.statements.root_train import Taught

OPSET: Final = 17
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
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        torch.onnx.export(
            _Shipped(taught.network).eval(),
            (torch.ones(1, LONGEST, dtype=torch.long),),
            str(full),
            input_names=["pieces"],
            output_names=["values"],
            dynamic_axes={"pieces": {1: "length"}},
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(full, folder / NETWORK_FILE, weight_type=QuantType.QInt8, per_channel=True)
    shutil.copyfile(encoder_folder() / PIECES_FILE, folder / PIECES_FILE)
    manifest = {"model": "crossread-roots", "version": VERSION, "roots": list(taught.roots), **facts}
    (folder / MANIFEST_FILE).write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")
