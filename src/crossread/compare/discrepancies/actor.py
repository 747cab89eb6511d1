"""Somebody else did it, or a body in one account and its head in the other."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Final

from rapidfuzz import fuzz

from crossread.compare.discrepancies.candidate import Candidate, Fragment, in_order
from crossread.compare.discrepancies.lists import name_lists
from crossread.compare.discrepancies.scene import Scene
from crossread.compare.labels import describe
from crossread.compare.passages import NamedMention, Passage, words_of
from crossread.linking import fold
from crossread.records import Span, Stance, StanceSide, Statement
from crossread.resources import read_terms

_SURE: Final = 0.9  # of the alignment: below it two acts on one kind of thing may be two
_MISSPELT: Final = 75.0  # percent of letters in common: one name with a slip in it
_BETWEEN: Final = re.compile(r"(?:\s*\([^()]{1,20}\))?\s*,?\s*")
_HEADS: Final = frozenset(
    {"head", "chief", "leader", "president", "chairman", "chairwoman", "director", "secretary-general"}
)
_OFFICE_WORDS: Final = 4  # words before the body's name: "the head of the"


def find_actor(scene: Scene) -> Iterator[Candidate]:
    """Yield stances that one account gives to a body and the other to a person at its head."""
    yield from _doers(scene)
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


def _doers(scene: Scene) -> Iterator[Candidate]:
    """Yield one act on one thing that two accounts give to two actors, neither named in the other's sentence."""
    told: defaultdict[tuple[int, int], list[Statement]] = defaultdict(list)
    for coded in scene.resolved.story.documents:
        for statement in coded.statements:
            passage = scene.passages.at(statement.evidence[0])
            plain = statement.value and statement.polarity == "positive" and not _is_title(statement)
            if passage is not None and plain:
                told[passage.place].append(statement)
    for pair in scene.pairs:
        for a, b in product(told[pair.a.place], told[pair.b.place]) if pair.confidence >= _SURE else ():
            one, two = _doer(pair.a, a), _doer(pair.b, b)
            if a.property == b.property and _thing(a) == _thing(b) and one is not None and two is not None:
                named = [{m.entity for m in passage.mentions} for passage in (pair.a, pair.b)]
                spelt = fuzz.ratio(fold(one.mention.span.text), fold(two.mention.span.text)) >= _MISSPELT
                if one.entity not in named[1] and two.entity not in named[0] and not spelt:
                    yield Candidate(
                        finder="actor",
                        kind="actor",
                        severity="contradiction" if a.speaker is None and b.speaker is None else "difference",
                        about=f"who it was: {a.property} {a.value}",
                        a=Fragment(pair.a, (one.mention.span,)),
                        b=Fragment(pair.b, (two.mention.span,)),
                        strength=pair.confidence,
                        features={"act": 1.0},
                    )


def _doer(passage: Passage, statement: Statement) -> NamedMention | None:
    """Return the named actor that the statement has for its subject."""
    return next(
        (
            m
            for m in passage.mentions
            if m.entity is not None
            and m.mention.form == "name"
            and m.mention.kind in ("person", "org", "gpe")
            and fold(m.mention.span.text) == fold(statement.subject or "")
            and not any(m in row.members for row in name_lists(passage))
        ),
        None,
    )


def _is_title(statement: Statement) -> bool:
    """Tell whether it says no more than a form of address ("Sen."), which many have at once."""
    return statement.property == "holds office" and (statement.value or "").rstrip(".").lower() in _titles()


@cache
def _titles() -> frozenset[str]:
    return frozenset(title.rstrip(".").lower() for title in read_terms("lexicons/en/formal_titles.txt"))


def _thing(statement: Statement) -> frozenset[str]:
    text = statement.value or ""
    return frozenset(word.key for word in words_of(text, 0, len(text)) if not word.grammar)


def _candidate(body: Fragment, head: Fragment, name: str) -> Candidate:
    first, second = in_order(body, head)
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
