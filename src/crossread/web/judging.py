"""What a person's word on the page means for the ids that the models go by."""

from collections.abc import Iterable
from itertools import product
from typing import Literal

from crossread.errors import UsageError
from crossread.records import Comparison, Judgement, Verdict

Word = Literal["accept", "reject", "merge", "split"]


def judged(
    comparison: Comparison, word: Word, one: str, other: str | None, person: str, before: Iterable[Judgement] = ()
) -> tuple[Judgement, ...]:
    """Return the judgements.

    `accept`, `reject`: discrepancy `one` holds, or is none. `merge`: points, or entities, `one` and `other` are the
    same. `split`: points or entities `one` and `other` are not the same; or what document `other` tells is not told of
    point `one`.

    `before` are earlier judgements: what was rejected then can be accepted again.

    Raises UsageError if these are not such as that can be said of.
    """
    made_by = f"person:{person}"
    if word in {"accept", "reject"}:
        known = {discrepancy.id for discrepancy in comparison.discrepancies}
        if one not in known | {judgement.a for judgement in before if judgement.a == judgement.b}:
            raise UsageError(f"{one} is no discrepancy of this comparison")
        verdict = Verdict.WRONG if word == "reject" else Verdict.SAME
        return (Judgement(one, one, verdict, 1.0, made_by),)
    if not other:
        raise UsageError(f"{word} is said of two things")
    verdict = Verdict.SAME if word == "merge" else Verdict.DIFFERENT
    return tuple(Judgement(a, b, verdict, 1.0, made_by) for a, b in _pairs(comparison, one, other))


def _pairs(comparison: Comparison, one: str, other: str) -> list[tuple[str, str]]:
    docs = {statement.id: statement.doc for statement in comparison.statements}
    if other in {coded.annotated.document.id for coded in comparison.story.documents}:
        members = _members(comparison, one)
        left = {member for member in members if docs.get(member) == other}
        right = members - left
    else:
        left, right = _members(comparison, one), _members(comparison, other)
    if left & right:
        raise UsageError("these are one thing already")
    pairs = {(min(pair), max(pair)) for pair in product(left, right) if docs.get(pair[0], "") != docs.get(pair[1])}
    if not pairs:
        raise UsageError("only what different articles tell is put together or taken apart")
    return sorted(pairs)


def _members(comparison: Comparison, thing: str) -> set[str]:
    points = {point.id: set(point.statements) for point in comparison.points}
    entities: Iterable[str] = (entity.id for entity in comparison.entities)
    if thing in points:
        return points[thing]
    if thing in set(entities):
        return {thing}
    raise UsageError(f"{thing} is neither a point nor an entity of this comparison")
