"""The trees that judge words and pairs of sentences."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from crossread.linking import Forest
from crossread.resources import resource_path
from crossread.resources.manifests import MANIFEST_FILE, opened

MANIFEST: Final = f"models/retold/{MANIFEST_FILE}"
WORDS_FILE: Final = "words.npz"
PAIRS_FILE: Final = "pairs.npz"


@dataclass(frozen=True, slots=True)
class RetoldModel:
    """`words` judges a word beside another sentence, `pairs` two sentences; `least`: the confidence that is told."""

    name: str
    words: Forest
    pairs: Forest
    least: float

    @classmethod
    def load(cls, folder: Path) -> "RetoldModel":
        """Read a model from its folder.

        Raises ResourceError if the manifest or the trees cannot be read.
        """
        with opened(folder, "retold model") as manifest:
            return cls(
                name=f"{manifest['model']}/{manifest['version']}",
                words=Forest.load(folder / WORDS_FILE),
                pairs=Forest.load(folder / PAIRS_FILE),
                least=float(manifest["least"]),
            )

    @classmethod
    def shipped(cls) -> "RetoldModel":
        """Return the model that the package ships, loaded once."""
        return _shipped()


@cache
def _shipped() -> RetoldModel:
    return RetoldModel.load(resource_path(MANIFEST).parent)
