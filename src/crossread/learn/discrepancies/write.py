"""Writes weights and trees as the data files that the package ships."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from crossread.compare.discrepancies.retold.model import PAIRS_FILE, WORDS_FILE
from crossread.linking import Forest
from crossread.resources.manifests import MANIFEST_FILE

_HEADER: Final = """\
# source: fitted by crossread.learn.discrepancies on {stories} stories with keys of our own; logistic, L2 penalty
# licence: Apache-2.0
feature\tweight
"""
_SMALLEST: Final = 0.005  # weights nearer zero change no confidence by more than a rounding


def write_weights(path: Path, weights: Mapping[str, float], stories: int) -> None:
    """Write one row a feature, sorted by name."""
    rows = [f"{name}\t{weight:.2f}\n" for name, weight in sorted(weights.items()) if abs(weight) >= _SMALLEST]
    path.write_text(_HEADER.format(stories=stories) + "".join(rows), "utf-8")


def write_retold(
    folder: Path,
    trees: tuple[Forest, Forest],
    least: float,
    stories: int,
    digest: str,
    seed: int,
    scores: Mapping[str, Any],
) -> None:
    """Write the trees for words and for pairs, and the manifest that says what they were taught on."""
    words, pairs = trees
    words.save(folder / WORDS_FILE)
    pairs.save(folder / PAIRS_FILE)
    manifest = {
        "model": "crossread-retold",
        "version": "1",
        "least": least,
        "stories": stories,
        "keys": digest,
        "seed": seed,
        "cross_validated": scores,
    }
    (folder / MANIFEST_FILE).write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")
