"""Somebody else did it, or a body in one account and its head in the other."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Final

from crossread.compare.discrepancies.candidate import Candidate, Fragment
from crossread.compare.discrepancies.scene import Scene
from crossread.compare.labels import describe
from crossread.compare.passages import NamedMention, Passage
from crossread.linking import fold
from crossread.records import Span, Stance

_BETWEEN: Final = re.compile(r"(?:\s*\([^()]{1,20}\))?\s*,?\s*")
_HEADS: Final = frozenset(
    {"head", "chief", "leader", "president", "chairman", "chairwoman", "director", "secretary-general"}
)
_OFFICE_WORDS: Final = 4  # words before the body's name: "the head of the"


def find_actor(scene: Scene) -> Iterator[Candidate]:
    """Yield stances that one account gives to a body and the other to a person at its head."""
    stances = [
        (scene.passages.at(stance.evidence[0]), scene.parties.stance(stance))
        for coded in scene.resolved.story.documents
        for stance in coded.stances
        if stance.evidence
    ]
    placed = [(passage, stance) for passage, stance in stances if passage is not None]
    for (in_a, a), (in_b, b) in product(placed, placed):
        if in_a.order != in_b.order and a.side == b.side and _of_body(in_a, a) and a.holder.entity != b.holder.entity:
            head = _head_of(in_b, b, a.holder.entity)
            body = _mention(in_a, a.holder.entity)
            if head is not None and body is not None:
                first, second = Fragment(in_a, (body.mention.span,)), head
                if in_b.order < in_a.order:
                    first, second = second, first
                yield Candidate(
                    finder="actor",
                    kind="actor",
                    severity="difference",
                    about=f"{a.holder.name} itself, or its head",
                    a=first,
                    b=second,
                    strength=1.0,
                    features={"head": 1.0},
                )


def _of_body(passage: Passage, stance: Stance) -> bool:
    mention = _mention(passage, stance.holder.entity)
    return mention is not None and mention.mention.kind == "org"


def _mention(passage: Passage, entity: str | None) -> NamedMention | None:
    return next((m for m in passage.mentions if entity is not None and m.entity == entity), None)


def _head_of(passage: Passage, stance: Stance, body: str | None) -> Fragment | None:
    """Show the person and the description that names the body, when the person holds the stance."""
    holder = _mention(passage, stance.holder.entity)
    named = _mention(passage, body)
    if holder is None or named is None or holder.mention.kind != "person":
        return None
    person, office = holder.mention.span, named.mention.span
    described = any(span.overlaps(office) and _leads(span.text) for span in describe(passage, holder))
    if not described and not _headed(passage, office, person):
        return None
    return Fragment(passage, tuple(sorted((person, office))))


def _headed(passage: Passage, body: Span, person: Span) -> bool:
    """Tell whether the text reads "the head of BODY, PERSON"."""
    text = passage.coded.annotated.document.text
    if body.end > person.start or not _BETWEEN.fullmatch(text, body.end, person.start):
        return False
    before = [word.text for word in passage.words if word.end <= body.start][-_OFFICE_WORDS:]
    return "of" in before and _leads(" ".join(before))


def _leads(words: str) -> bool:
    return not _HEADS.isdisjoint(fold(words).split())
