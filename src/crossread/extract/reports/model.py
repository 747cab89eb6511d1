"""The models that find reports."""

from dataclasses import dataclass
from functools import cache

from crossread.extract.linear import Linear, read_linear
from crossread.resources import read_terms

FOLDER = "models/attribution"
ROLES = ("none", "content", "source", "cue")
"""What a part may be, in the order of the columns of its weights."""


@dataclass(frozen=True, slots=True)
class Models:
    """`cues`: whether a word is a cue; `parts`: what a part is; `words`: whether a word near it belongs to the cue.

    `lexemes`: nouns and adjectives that may be cues at all ("claim/NOUN").
    """

    lexemes: frozenset[str]
    cues: Linear
    parts: Linear
    words: Linear


@cache
def shipped_models() -> Models:
    """Return the models that the package ships.

    Raises ResourceError if their tables are missing.
    """
    return Models(
        lexemes=read_terms(f"{FOLDER}/lexemes.txt"),
        cues=read_linear(f"{FOLDER}/cues.tsv", 1),
        parts=read_linear(f"{FOLDER}/parts.tsv", len(ROLES)),
        words=read_linear(f"{FOLDER}/words.tsv", 1),
    )
