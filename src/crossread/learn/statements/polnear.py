"""Gold attributions in the form of PolNeAR as JSON Lines.

One article a line: `id` (`outlet_YYYY-MM-DD_words`), `text`, and `annotators`, each with its annotations in brat's
standoff form (`ann`): `T` lines give ranges of characters, `E` lines join them to attributions.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from crossread.errors import ReadError
from crossread.records import Document

Range = tuple[int, int]
"""Half-open range of characters."""


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """Who (`source`) is said, by which words (`cue`), to have said or thought what (`content`); each may be parted."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with its attributions, those of the first annotator where there are several."""

    document: Document
    attributions: tuple[GoldAttribution, ...]


def read_polnear(path: Path) -> Iterator[GoldArticle]:
    """Yield the articles of a file, in its order.

    Raises ReadError if it cannot be read, or is no such file.
    """
    try:
        with path.open(encoding="utf-8") as lines:
            yield from (_article(json.loads(line)) for line in lines if line.strip())
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise ReadError(f"{path} cannot be read as attributions in JSON Lines: {error}") from error


def _article(row: Mapping[str, object]) -> GoldArticle:
    source = str(row["id"])
    outlet, _, rest = source.partition("_")
    annotators = row["annotators"]
    if not isinstance(annotators, list) or not annotators:
        raise ValueError(f"{source} has no annotators")
    first = min(annotators, key=lambda annotator: str(annotator["file"]))
    document = Document(source, str(row["text"]), outlet, published=rest.partition("_")[0] or None)
    return GoldArticle(document, tuple(_attributions(str(first["ann"]))))


def _attributions(standoff: str) -> Iterator[GoldAttribution]:
    lines = [line.split("\t") for line in standoff.splitlines() if line[:1] in ("T", "E") and "\t" in line]
    ranges = {line[0]: _ranges(line[1]) for line in lines if line[0].startswith("T")}
    for line in lines:
        if not line[0].startswith("E"):
            continue
        roles: dict[str, tuple[Range, ...]] = {"Source": (), "Cue": (), "Content": ()}
        for role, number in (part.split(":") for part in line[1].split()[1:]):
            name = role.rstrip("0123456789")
            if name in roles:
                roles[name] += ranges[number]
        if roles["Content"]:
            yield GoldAttribution(*(tuple(sorted(roles[name])) for name in ("Source", "Cue", "Content")))


def _ranges(described: str) -> tuple[Range, ...]:
    """`Content 315 448;463 553` as two ranges."""
    _, _, places = described.partition(" ")
    parts = [part.split() for part in places.split(";")]
    return tuple((int(start), int(end)) for start, end in parts)
