"""Gold keys: what careful readers listed as told differently, and whether a find is one of them."""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from crossread.compare.discrepancies.candidate import Candidate
from crossread.records import Document, Side, Span

_SIDE_WORDS: Final = 12
_SIDE_SPANS: Final = 3
_STEM: Final = 5  # letters
_MARKS: Final = re.compile(r"[“”\"‘’'`]")
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class GoldSide:
    """One outlet's side: the sentences that show it, as character ranges, and its words."""

    ranges: tuple[tuple[int, int], ...]
    value: str


@dataclass(frozen=True, slots=True)
class GoldStory:
    """One story's articles, and its discrepancies, each from outlet to side."""

    name: str
    documents: tuple[Document, ...]
    discrepancies: tuple[Mapping[str, GoldSide], ...]


def read_gold(keys: Path, articles: Path) -> list[GoldStory]:
    """Read the keys of a folder (one JSON file a story) and the articles that they are about (JSON Lines)."""
    rows: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in articles.read_text("utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            rows[row["story"]].append(row)
    return [
        _story(path.stem, json.loads(path.read_text("utf-8")), rows[path.stem]) for path in sorted(keys.glob("*.json"))
    ]


def shown(candidate: Candidate, story: GoldStory, outlets: Mapping[str, str]) -> frozenset[int]:
    """Return the gold discrepancies, by number, of which the candidate shows two sides.

    `outlets` maps document ids to outlets.
    """
    sides = (candidate.a.side(), candidate.b.side())
    return frozenset(
        number for number, gold in enumerate(story.discrepancies) if all(touched(side, outlets, gold) for side in sides)
    )


def touched(side: Side, outlets: Mapping[str, str], gold: Mapping[str, GoldSide]) -> bool:
    """Tell whether a side shows what the same outlet's side of the gold does: its place, and a word or number of it."""
    listed = gold.get(outlets[side.doc])
    if listed is None:
        return False
    near = any(stands_in(span, listed) for span in side.evidence[:_SIDE_SPANS])
    return near and bool(stems(listed.value) & stems(" ".join(side.value.split()[:_SIDE_WORDS])))


def stands_in(span: Span, listed: GoldSide) -> bool:
    """Tell whether the span shares characters with the sentences that show the side."""
    return any(span.start < end and start < span.end for start, end in listed.ranges)


def _story(name: str, key: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> GoldStory:
    sentences = {row["outlet"]: row["sentences"] for row in rows}
    documents = tuple(
        Document(
            source=row["id"],
            text=row["text"],
            outlet=row["outlet"],
            title=row["title"],
            published=row["published"],
            story=name,
        )
        for row in rows
    )
    discrepancies = tuple(
        {
            outlet: GoldSide(tuple(tuple(sentences[outlet][n]) for n in side["sentences"]), str(side["value"]))
            for outlet, side in discrepancy["sides"].items()
        }
        for discrepancy in key["discrepancies"]
    )
    return GoldStory(name, documents, discrepancies)


def stems(value: str) -> frozenset[str]:
    """Return the beginnings of the words, of four letters at least, and the numbers, without accents and marks."""
    decomposed = unicodedata.normalize("NFKD", value)
    plain = _MARKS.sub("", "".join(c for c in decomposed if not unicodedata.combining(c)).lower())
    return frozenset(word[:_STEM] for word in _WORD.findall(plain) if len(word) > 3 or word.isdigit())
