"""Lists of names for the same thing, with members in one account that the other does not have."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from crossread.compare.discrepancies.candidate import Candidate, Fragment
from crossread.compare.discrepancies.scene import Scene
from crossread.compare.passages import NamedMention, Passage
from crossread.linking import fold

_JOINER: Final = re.compile(
    r"\s*(?:,|;|,?\s*(?:and|or|&|as well as|along with))\s*(?:the\s+|Mr\.?\s+|Sens?\.\s+)*", re.IGNORECASE
)
_OPEN: Final = re.compile(r"\b(?:including|such as|like|among|other)\b", re.IGNORECASE)
_LONGEST_JOINER: Final = 40  # characters between two names of a list
_FEWEST: Final = 3  # names: two are a pair, or a town and its state, and differ everywhere
_ONE_LIST: Final = 3  # names in common that make two lists one, wherever they stand
_BEFORE: Final = 40  # characters before a list in which a word may say that it is not the whole


@dataclass(frozen=True, slots=True)
class NameList:
    """A run of names joined by commas and "and"; `whole` unless the text says that there are others."""

    passage: Passage
    members: tuple[NamedMention, ...]
    whole: bool

    @property
    def entities(self) -> frozenset[str]:
        """The ids of the entities listed."""
        return frozenset(member.entity for member in self.members if member.entity is not None)


def find_list(scene: Scene) -> Iterator[Candidate]:
    """Yield the lists, for the same thing, whose members differ."""
    aligned = {(pair.a.place, pair.b.place) for pair in scene.pairs}
    found = [each for passage in scene.passages.all() for each in name_lists(passage)]
    for a, b in combinations(found, 2):
        together = (a.passage.place, b.passage.place) in aligned
        if a.passage.order < b.passage.order and (together or len(a.entities & b.entities) >= _ONE_LIST):
            candidate = _compare(a, b, scene)
            if candidate is not None:
                yield candidate


def name_lists(passage: Passage) -> list[NameList]:
    """Return the lists of three names or more in a sentence."""
    text = passage.coded.annotated.document.text
    named = [m for m in passage.mentions if m.mention.form == "name" and m.entity is not None]
    runs: list[list[NamedMention]] = []
    for mention in named:
        if runs and _joined(runs[-1][-1], mention, text):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return [NameList(passage, tuple(run), _whole(run, text)) for run in runs if len(run) >= _FEWEST]


def _joined(left: NamedMention, right: NamedMention, text: str) -> bool:
    between = text[left.mention.span.end : right.mention.span.start]
    near = len(between) <= _LONGEST_JOINER and left.mention.kind == right.mention.kind
    return near and _JOINER.fullmatch(between) is not None


def _whole(run: list[NamedMention], text: str) -> bool:
    start = run[0].mention.span.start
    return _OPEN.search(text, max(start - _BEFORE, 0), start) is None


def _compare(a: NameList, b: NameList, scene: Scene) -> Candidate | None:
    shared = a.entities & b.entities
    only_a, only_b = _only(a, b, scene), _only(b, a, scene)
    if not shared or not (only_a or only_b):
        return None
    return Candidate(
        finder="list",
        kind="list",
        severity="difference",
        about=f"who is listed; not in all accounts: {', '.join(m.mention.span.text for m in only_a + only_b)}",
        a=Fragment(a.passage, tuple(m.mention.span for m in (only_a or a.members))),
        b=Fragment(b.passage, tuple(m.mention.span for m in (only_b or b.members))),
        strength=len(shared) / max(len(a.entities), len(b.entities)),
        features={
            "whole": float(a.whole and b.whole),
            "shared": min(len(shared), 5) / 5,
            "both": float(bool(only_a) and bool(only_b)),
        },
    )


def _only(these: NameList, those: NameList, scene: Scene) -> tuple[NamedMention, ...]:
    """Return the members whom the other article does not name in any sentence with others of the list."""
    there = [passage.mentions for passage in scene.passages.of(those.passage.doc)]
    company = [named for named in there if any(m.entity in these.entities for m in named)]
    entities = {m.entity for mentions in company for m in mentions}
    names = {fold(m.mention.span.text) for mentions in company for m in mentions}
    return tuple(
        member
        for member in these.members
        if member.entity not in entities and fold(member.mention.span.text) not in names
    )
