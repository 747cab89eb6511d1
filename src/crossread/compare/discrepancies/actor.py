"""Somebody else did it, or a body in one account and its head in the other."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from crossread.compare.discrepancies.candidate import Candidate, Fragment
from crossread.compare.discrepancies.scene import Scene
from crossread.compare.labels import describe
from crossread.compare.passages import NamedMention, Passage
from crossread.linking import fold
from crossread.records import Span, Stance, StanceSide

_BETWEEN: Final = re.compile(r"(?:\s*\([^()]{1,20}\))?\s*,?\s*")
_HEADS: Final = frozenset(
    {"head", "chief", "leader", "president", "chairman", "chairwoman", "director", "secretary-general"}
)
_OFFICE_WORDS: Final = 4  # words before the body's name: "the head of the"


def find_actor(scene: Scene) -> Iterator[Candidate]:
    """Yield stances that one account gives to a body and the other to a person at its head."""
    placed = list(_placed(scene))
    bodies: defaultdict[tuple[str, StanceSide], list[tuple[Passage, Stance]]] = defaultdict(list)
    for passage, stance in placed:
        if stance.holder.entity is not None and _of_body(passage, stance):
            bodies[stance.holder.entity, stance.side].append((passage, stance))
    for passage, stance in placed:
        for body, head in _heads(passage, stance):
            for told, same in bodies.get((body, stance.side), ()):
                mention = _mention(told, body)
                if told.order != passage.order and mention is not None:
                    yield _candidate(Fragment(told, (mention.mention.span,)), head, same.holder.name)


def _candidate(body: Fragment, head: Fragment, name: str) -> Candidate:
    first, second = (body, head) if body.passage.order < head.passage.order else (head, body)
    return Candidate(
        finder="actor",
        kind="actor",
        severity="difference",
        about=f"{name} itself, or its head",
        a=first,
        b=second,
        strength=1.0,
        features={"head": 1.0},
    )


def _placed(scene: Scene) -> Iterator[tuple[Passage, Stance]]:
    for coded in scene.resolved.story.documents:
        for stance in coded.stances:
            passage = scene.passages.at(stance.evidence[0])
            if passage is not None:
                yield passage, scene.parties.stance(stance)


def _heads(passage: Passage, stance: Stance) -> Iterator[tuple[str, Fragment]]:
    """Yield the bodies that the stance's holder is said to head, with the words that say so."""
    for body in sorted({m.entity for m in passage.mentions if m.entity is not None and m.mention.kind == "org"}):
        head = _head_of(passage, stance, body) if body != stance.holder.entity else None
        if head is not None:
            yield body, head


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
