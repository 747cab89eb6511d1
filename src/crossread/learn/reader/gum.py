"""GUM's entity marks (column MISC): mentions with their kind, head words and chain."""

import re
from dataclasses import dataclass
from typing import Final

from crossread.learn.reader.conllu import UdDocument

# Opening and closing marks of GUM's layout GRP-etype-infstat-salience-centering-minspan-link-identity.
_MARK: Final = re.compile(r"\(([^()]+)\)?|([^()]+)\)")
_FIELDS: Final = 7


@dataclass(frozen=True, slots=True)
class GumMention:
    """A mention over words ``start`` to ``end`` (half-open, counted through the document)."""

    start: int
    end: int
    chain: str
    kind: str
    heads: tuple[int, ...]
    link: str
    identity: str | None


def mentions(document: UdDocument) -> list[GumMention]:
    """All mentions of a document, in order of their start, longest first."""
    opened: dict[str, list[tuple[int, list[str]]]] = {}
    found: list[GumMention] = []
    position = 0
    for sentence in document.sentences:
        for word in sentence.words:
            for mark in _marks(word.misc):
                if mark.startswith("("):
                    fields = mark.strip("()").split("-", _FIELDS)
                    if mark.endswith(")"):
                        found.append(_mention(position, position + 1, fields))
                    else:
                        opened.setdefault(fields[0], []).append((position, fields))
                else:
                    begun = opened.get(mark.rstrip(")"))
                    if begun:
                        start, fields = begun.pop()
                        found.append(_mention(start, position + 1, fields))
            position += 1
    return sorted(found, key=lambda mention: (mention.start, -mention.end))


def _marks(misc: str) -> list[str]:
    for part in misc.split("|"):
        if part.startswith("Entity="):
            return [match.group(0) for match in _MARK.finditer(part.removeprefix("Entity="))]
    return []


def _mention(start: int, end: int, fields: list[str]) -> GumMention:
    chain, kind = fields[0], fields[1] if len(fields) > 1 else "abstract"
    heads: tuple[int, ...] = ()
    if len(fields) > 5:
        heads = tuple(start + int(number) - 1 for number in fields[5].split(",") if number.isdigit())
    link = fields[6] if len(fields) > 6 else "sgl"
    identity = fields[7] if len(fields) > 7 else None
    return GumMention(start, end, chain.split("[")[0], kind, heads, link, identity)
