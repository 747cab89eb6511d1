"""Somebody who takes a side in one account, and only looks on in the other."""

import re
from collections.abc import Iterator
from typing import Final

from crossread.compare.discrepancies.candidate import Candidate, Fragment, in_order
from crossread.compare.discrepancies.scene import Scene
from crossread.compare.passages import NamedMention, Passage
from crossread.records import Stance

_LOOKS_ON: Final = re.compile(
    r"\b(?:is|are|was|were|been)\s+(?:closely\s+|merely\s+|only\s+|just\s+)?[“\"'‘]?(?:following|monitoring|watching|observing)\b"
    r"|\b(?:declin|refus)\w+\s+to\s+(?:take\s+(?:a\s+)?sides?|comment)\b",
    re.IGNORECASE,
)
_REACH: Final = 60  # characters between the name and what it does
_SHOWN: Final = 9  # words, from the verb on


def find_watching(scene: Scene) -> Iterator[Candidate]:
    """Yield those who act in one account, while the other says of them only that they look on."""
    stances = [scene.parties.stance(s) for coded in scene.resolved.story.documents for s in coded.stances]
    acting = [stance for stance in stances if stance.side != "neutral" and stance.holder.entity is not None]
    for passage in scene.passages.all():
        looking = None if passage.endless else _looking(passage)
        if looking is None:
            continue
        named, shown = looking
        theirs = [stance for stance in acting if stance.holder.entity == named.entity]
        if any(stance.evidence[0].doc == passage.doc for stance in theirs):
            continue
        for stance in theirs:
            act = _fragment(stance, scene)
            if act is not None:
                yield _candidate(act, shown, stance.holder.name)


def _looking(passage: Passage) -> tuple[NamedMention, Fragment] | None:
    text = passage.coded.annotated.document.text
    match = _LOOKS_ON.search(text, passage.span.start, passage.span.end)
    if match is None:
        return None
    before = [m for m in passage.mentions if m.mention.form == "name" and m.mention.span.end <= match.start()]
    if not before or before[-1].entity is None or match.start() - before[-1].mention.span.end > _REACH:
        return None
    words = [word for word in passage.words if word.start >= match.start()][:_SHOWN]
    return before[-1], Fragment(passage, (passage.cut(words[0].start, words[-1].end),))


def _fragment(stance: Stance, scene: Scene) -> Fragment | None:
    shortest = min(stance.evidence, key=lambda span: (len(span.text), span.start))
    passage = scene.passages.at(shortest)
    return Fragment(passage, (shortest,)) if passage is not None else None


def _candidate(act: Fragment, looks_on: Fragment, name: str) -> Candidate:
    first, second = in_order(act, looks_on)
    return Candidate(
        finder="watching",
        kind="stance",
        severity="difference",
        about=f"whether {name} takes a side or looks on",
        a=first,
        b=second,
        strength=1.0,
    )
