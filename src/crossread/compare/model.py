"""The taught model that tells whether two sentences of different articles tell the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Protocol

from crossread.compare.encoder import Encoded, Encoder, Head
from crossread.compare.facts import Limits
from crossread.linking import Forest
from crossread.resources import resource_path
from crossread.resources.manifests import MANIFEST_FILE, opened

FOREST_FILE: Final = "forest.npz"
GROUPS_FILE: Final = "groups.npz"


class SentenceEncoder(Protocol):
    """Makes vectors of the sentences of one article, in order."""

    def encode(self, sentences: Sequence[str]) -> list[Encoded]: ...


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

    `forest` judges a pair of sentences by that likeness and all other figures, `groups` a group of them, by its pairs.
    """

    name: str
    encoder: SentenceEncoder
    head: Head
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
            head = manifest["head"]
            return cls(
                name=f"{manifest['model']}/{manifest['version']}",
                encoder=Encoder(folder),
                head=Head(float(head["scale"]), tuple(float(w) for w in head["weights"]), float(head["bias"])),
                forest=Forest.load(folder / FOREST_FILE),
                groups=Forest.load(folder / GROUPS_FILE),
                thresholds=Thresholds(**{name: float(value) for name, value in manifest["thresholds"].items()}),
                limits=Limits(**{name: float(value) for name, value in manifest["limits"].items()}),
            )

    @classmethod
    def shipped(cls) -> "PairModel":
        """Return the model that the package ships, loaded once."""
        return _shipped()


@cache
def _shipped() -> PairModel:
    return PairModel.load(resource_path(f"models/pairs/{MANIFEST_FILE}").parent)
