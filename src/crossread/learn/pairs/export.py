"""The taught network to the files that the package ships."""

import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from crossread.compare.encoder import NETWORK_FILE, PIECES_FILE, WINDOW, Head
from crossread.learn.pairs.network import Matcher
from crossread.learn.reader.encoder_weights import encoder_folder

OPSET = 17


class _Shipped(nn.Module):
    """One window at a time: all of its pieces are seen."""

    def __init__(self, network: Matcher) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        return self.network.whole(pieces)


def export(network: Matcher, folder: Path) -> None:
    """Write the encoder with weights of 8 bits, and its tokenizer."""
    folder.mkdir(parents=True, exist_ok=True)
    names = ["states", "vectors", "gate", "weight"]
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        torch.onnx.export(
            _Shipped(network).eval(),
            (torch.ones(1, WINDOW, dtype=torch.long),),
            str(full),
            input_names=["pieces"],
            output_names=names,
            dynamic_axes={name: {1: "length"} for name in ["pieces", *names]},
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(full, folder / NETWORK_FILE, weight_type=QuantType.QInt8, per_channel=True)
    shutil.copyfile(encoder_folder() / "tokenizer.json", folder / PIECES_FILE)


def head_of(network: Matcher) -> Head:
    """Return what the likeness of two sentences is worth to the network."""
    return Head(
        scale=float(network.scale.item()),
        weights=tuple(float(weight) for weight in network.head.weight[0].tolist()),
        bias=float(network.head.bias[0].item()),
    )
