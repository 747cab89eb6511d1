"""The trained model that tells how likely a careful reader lists a standing as one for, or against, something."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import Any, Final

from crossread.records import StanceSide
from crossread.resources import resource_path

FOLDER: Final = "models/stances"
TABLE: Final = "weights.tsv"
MANIFEST: Final = "manifest.json"
SIDES: Final[tuple[StanceSide, StanceSide]] = ("for", "against")
"""In the order of the weights of a feature."""


@dataclass(frozen=True, slots=True)
class StandingModel:
    """Weights of features, those for and those against; unknown features weigh nothing."""

    weights: Mapping[str, tuple[float, float]]

    def chances(self, features: Iterable[str]) -> dict[StanceSide, float]:
        """Return the probability of either side; a feature counts once."""
        favour = against = 0.0
        for feature in dict.fromkeys(features):
            row = self.weights.get(feature)
            if row is not None:
                favour += row[0]
                against += row[1]
        return dict(zip(SIDES, (1 / (1 + exp(-total)) for total in (favour, against)), strict=True))


@cache
def shipped_model() -> StandingModel:
    """Return the model that the package ships.

    Raises ResourceError if its table is missing.
    """
    lines = resource_path(f"{FOLDER}/{TABLE}").read_text("utf-8").split("\n")
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    next(rows)  # names of the columns
    return StandingModel({feature: (float(favour), float(against)) for feature, favour, against in rows})


def shipped_manifest() -> dict[str, Any]:
    """Return what the shipped model was taught on and how.

    Raises ResourceError if it is missing.
    """
    found: dict[str, Any] = json.loads(resource_path(f"{FOLDER}/{MANIFEST}").read_text("utf-8"))
    return found
