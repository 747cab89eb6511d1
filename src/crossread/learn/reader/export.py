"""The trained network to the files that the package ships."""

import json
import shutil
from pathlib import Path
from typing import Any

import onnx
import torch

from crossread.annotate.reader.labels import Labels
from crossread.annotate.reader.model import LABELS_FILE, MANIFEST_FILE, NETWORK_FILE, PIECES_FILE, RELATIONS_FILE
from crossread.learn.reader.encoder_weights import encoder_folder
from crossread.learn.reader.graph import Weights, reader_graph, relation_graph
from crossread.learn.reader.train import CHECKPOINT_FILE


def export(run: Path, destination: Path) -> dict[str, Any]:
    """Write the model of a training run; return its manifest, which holds no scores yet."""
    destination.mkdir(parents=True, exist_ok=True)
    stored = torch.load(run / CHECKPOINT_FILE, weights_only=True, map_location="cpu")
    weights: Weights = {name: value.float().numpy() for name, value in stored["reader"].items()}
    onnx.save(reader_graph(weights), str(destination / NETWORK_FILE))
    onnx.save(relation_graph(weights), str(destination / RELATIONS_FILE))
    shutil.copyfile(encoder_folder() / "tokenizer.json", destination / PIECES_FILE)
    Labels.load(run / LABELS_FILE).save(destination / LABELS_FILE)
    manifest = {"model": "crossread-reader", "version": "1", "steps": stored["step"]}
    (destination / MANIFEST_FILE).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    return manifest
