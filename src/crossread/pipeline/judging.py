"""What a person's word on a comparison means for the ids that the stages go by, whichever face it was said to."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Final

from crossread.errors import UsageError
from crossread.records import Comparison, Judgement, Verdict

_SHORTEST: Final = 6  # characters of an id's beginning
_TWO: Final = 2


def judgements_on(
    comparison: Comparison, verdict: Verdict, things: Sequence[str], person: str, before: Iterable[Judgement] = ()
) -> tuple[Judgement, ...]:
    """Return the judgements that a person's verdict on some things comes to, sorted.

    `wrong` is said of one discrepancy, and `same` of one takes that back. `same` and `different` are said of two
    entities, points or statements; or `different` of a point and a document: what that document tells is not told of
    the point. A thing is given by its id, by the beginning of it, and an entity also by its name. `before` are earlier
    judgements: a discrepancy that one of them called wrong is no longer in the comparison, but can be spoken of.

    Raises UsageError if the things are not such as the verdict can be said of.
    """
    made_by = f"person:{person}"
    if verdict is Verdict.WRONG or (verdict is Verdict.SAME and len(things) == 1):
        one = _discrepancy(comparison, verdict, things, before)
        return (Judgement(one, one, verdict, 1.0, made_by),)
    if len(things) != _TWO:
        raise UsageError(f"{verdict.value} is said of two things: give two names or ids")
    return tuple(Judgement(a, b, verdict, 1.0, made_by) for a, b in _pairs(comparison, verdict, *things))


def _discrepancy(comparison: Comparison, verdict: Verdict, things: Sequence[str], before: Iterable[Judgement]) -> str:
    if len(things) != 1:
        raise UsageError("wrong is said of one discrepancy: give its id")
    shown = {discrepancy.id for discrepancy in comparison.discrepancies}
    spoken_of = {judgement.a for judgement in before if judgement.a == judgement.b}
    what = "a discrepancy" if verdict is Verdict.WRONG else "two things that are the same, or of a discrepancy"
    return _one(things[0], shown | spoken_of, what)


def _pairs(comparison: Comparison, verdict: Verdict, one: str, other: str) -> list[tuple[str, str]]:
    docs = {statement.id: statement.doc for statement in comparison.statements}
    left, right = _parts(comparison, verdict, docs, one, other)
    if left & right:
        raise UsageError(f"{one!r} and {other!r} are one thing already: give the ids of two parts of it")
    pairs = {(min(pair), max(pair)) for pair in product(left, right) if docs.get(pair[0], "") != docs.get(pair[1])}
    if not pairs:
        raise UsageError("both stand in one article: only what different articles tell is put together or taken apart")
    return sorted(pairs)


def _parts(
    comparison: Comparison, verdict: Verdict, docs: Mapping[str, str], one: str, other: str
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids on either side: of a point and a document, what the document tells of it and what the rest do."""
    if verdict is Verdict.DIFFERENT and other in {c.annotated.document.id for c in comparison.story.documents}:
        members = _members(comparison, one)
        told = frozenset(member for member in members if docs.get(member) == other)
        return told, members - told
    return _members(comparison, one), _members(comparison, other)


def _members(comparison: Comparison, thing: str) -> frozenset[str]:
    """Return the ids that a thing stands for: an entity's, a statement's, those of a point's statements."""
    called = [entity.id for entity in comparison.entities if entity.name.casefold() == thing.casefold()]
    if len(called) == 1:
        return frozenset(called)
    points = {point.id: frozenset(point.statements) for point in comparison.points}
    entities = [entity.id for entity in comparison.entities]
    found = _one(thing, [*entities, *points, *(s.id for s in comparison.statements)], "an entity, point or statement")
    return points.get(found, frozenset((found,)))


def _one(thing: str, ids: Iterable[str], what: str) -> str:
    found = sorted({i for i in ids if i == thing or (len(thing) >= _SHORTEST and i.startswith(thing))})
    if thing in found:
        return thing
    if len(found) != 1:
        known = f"is the beginning of several ids ({', '.join(found[:3])})" if found else "is none here"
        raise UsageError(f"{thing!r} {known}: give the id of {what}")
    return found[0]
