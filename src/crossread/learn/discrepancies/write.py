"""Writes the weights as the data file that the package ships."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

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
