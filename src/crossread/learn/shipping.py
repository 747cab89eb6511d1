"""From a taught network that reads word pieces to the files that ship: its weights in 8 bits, and its tokenizer."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from crossread.learn.reader.encoder_weights import encoder_folder

OPSET: Final = 17
_PIECES_FILE: Final = "tokenizer.json"
_TRACED: Final = 160  # pieces that the network is run over once, to be written down; it then takes any number


def ship(network: nn.Module, path: Path, outputs: Mapping[str, bool]) -> None:
    """Write the network as ONNX, and beside it the encoder's tokenizer.

    Args:
        network: takes pieces `[1, l]`.
        path: of the ONNX file; its folder is made if need be.
        outputs: the names of what it gives, in order, and whether there is one for each piece.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    by_piece = ["pieces", *(name for name, each in outputs.items() if each)]
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        torch.onnx.export(
            network.eval(),
            (torch.ones(1, _TRACED, dtype=torch.long),),
            str(full),
            input_names=["pieces"],
            output_names=list(outputs),
            dynamic_axes={name: {1: "length"} for name in by_piece},
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(full, path, weight_type=QuantType.QInt8, per_channel=True)
    shutil.copyfile(encoder_folder() / _PIECES_FILE, path.parent / _PIECES_FILE)
