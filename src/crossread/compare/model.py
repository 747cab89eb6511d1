"""The taught model that tells whether two sentences of different articles tell the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from crossread.compare.encoder import Encoder, Head, SentenceEncoder
from crossread.compare.facts import Limits
from crossread.linking import Forest
from crossread.resources import resource_path
from crossread.resources.manifests import MANIFEST_FILE, opened

FOREST_FILE: Final = "forest.npz"
GROUPS_FILE: Final = "groups.npz"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Least confidences, in [0, 1].

    `accepted`: a pair is linked by itself, whether a fact takes it in or not. `near`: a pair is about the same thing,
    though it is not known to say the same.
    """

    accepted: float
    near: float


@dataclass(frozen=True, slots=True)
class PairModel:
    """An encoder, what its likeness is worth, and trees.

    `stating` is what likeness is worth between a sentence and a proposition. `forest` judges a pair of sentences by
    their likeness and all other figures, `groups` a group of them, by its pairs and by what its members state.
    """

    name: str
    encoder: SentenceEncoder
    head: Head
    stating: Head
    forest: Forest
    groups: Forest
    thresholds: Thresholds
    limits: Limits

    @classmethod
    def load(cls, folder: Path) -> "PairModel":
        """Read a model from its folder.

        Raises ResourceError if the manifest or the trees cannot be read.
        """
        with opened(folder, "pair model") as manifest:
            return cls(
                name=f"{manifest['model']}/{manifest['version']}",
                encoder=Encoder(folder),
                head=_head(manifest["head"]),
                stating=_head(manifest["stating"]),
                forest=Forest.load(folder / FOREST_FILE),
                groups=Forest.load(folder / GROUPS_FILE),
                thresholds=Thresholds(**{name: float(value) for name, value in manifest["thresholds"].items()}),
                limits=Limits(**{name: float(value) for name, value in manifest["limits"].items()}),
            )

    @classmethod
    def shipped(cls) -> "PairModel":
        """Return the model that the package ships, loaded once."""
        return _shipped()


def _head(known: Mapping[str, Any]) -> Head:
    return Head(float(known["scale"]), tuple(float(weight) for weight in known["weights"]), float(known["bias"]))


@cache
def _shipped() -> PairModel:
    return PairModel.load(resource_path(f"models/pairs/{MANIFEST_FILE}").parent)
