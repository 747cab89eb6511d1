"""Prepared training material: documents as columns, one JSON line each."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(slots=True)
class Syntax:
    """The columns of a treebank: ``heads`` are word indices through the document, -1 for a root."""

    upos: list[str]
    feats: list[str]
    heads: list[int]
    deprels: list[str]


@dataclass(slots=True)
class Mentions:
    """What each word heads: the kind of a mention and the chain it belongs to, or None twice."""

    kinds: list[str | None]
    chains: list[str | None]


@dataclass(slots=True)
class Material:
    """One document of one data set.

    ``space_before`` holds None where the set does not tell; ``sentences`` and ``paragraphs`` are the
    indices of first words; ``names`` are BIOES tags in the classes of ``scheme``.
    """

    source: str
    words: list[str]
    space_before: list[bool | None]
    sentences: list[int]
    paragraphs: list[int]
    syntax: Syntax | None
    scheme: str | None
    names: list[str] | None
    mentions: Mentions | None = None


def write(path: Path, documents: Iterable[Material]) -> None:
    """Write documents, one JSON object a line."""
    with path.open("w", encoding="utf-8") as lines:
        for document in documents:
            lines.write(json.dumps(asdict(document), ensure_ascii=False) + "\n")


def read(path: Path) -> list[Material]:
    """Read documents written by ``write``."""
    with path.open(encoding="utf-8") as lines:
        stored = [json.loads(line) for line in lines]
    for item in stored:
        if item["syntax"] is not None:
            item["syntax"] = Syntax(**item["syntax"])
        if item["mentions"] is not None:
            item["mentions"] = Mentions(**item["mentions"])
    return [Material(**item) for item in stored]
