"""The closed label sets of the reader, as they are stored beside the weights."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

# The name classes, in the order of the model's output.
NAME_KINDS: Final = (
    "PERSON",
    "ORG",
    "LOC",
    "FAC",
    "NORP",
    "DATE",
    "MONEY",
    "PRODUCT",
    "MISC",
)
OUTSIDE: Final = "O"
# One tag a word: O, then begin, inside, end and single for every kind.
NAME_TAGS: Final = (OUTSIDE, *(f"{place}-{kind}" for kind in NAME_KINDS for place in "BIES"))


# What kind of thing a word's mention is about (GUM's inventory); the first stands for no mention.
MENTION_KINDS: Final = (
    "none",
    "person",
    "organization",
    "place",
    "time",
    "event",
    "abstract",
    "object",
    "substance",
    "animal",
    "plant",
)


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels by index, for every head whose labels come from the training data."""

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    deprel: tuple[str, ...]

    def save(self, path: Path) -> None:
        """Write the sets as JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "Labels":
        """Read the sets written by ``save``."""
        stored = json.loads(path.read_text(encoding="utf-8"))
        return cls(*(tuple(stored[name]) for name in ("upos", "feats", "deprel")))
