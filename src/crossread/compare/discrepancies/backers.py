"""Who stands on which side, as each account has it: lists of states and bodies, name by name."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Final

from crossread.compare.discrepancies.candidate import Candidate, Fragment
from crossread.compare.discrepancies.scene import Scene
from crossread.records import Span, StanceSide

_SHARED: Final = 2  # holders that both accounts have: with fewer it is not one list
_MANY: Final = 5.0

Camp = tuple[str, StanceSide]
"""The target's entity, and the side taken."""


def find_backers(scene: Scene) -> Iterator[Candidate]:
    """Yield, for each target and side, the holders whom one account has on that side and the other has not."""
    camps = {coded.annotated.document.id: _camps(scene, n) for n, coded in enumerate(scene.resolved.story.documents)}
    names = {entity.id: entity.name for entity in scene.resolved.entities}
    for (_, left), (_, right) in combinations(camps.items(), 2):
        for camp in sorted(left.keys() & right.keys()):
            candidate = _compare(left[camp], right[camp], names.get(camp[0], camp[0]), camp[1], scene)
            if candidate is not None:
                yield candidate


def _camps(scene: Scene, number: int) -> dict[Camp, dict[str, Span]]:
    """Return who stands in each camp in one document: entity to the first words that name it there."""
    found: defaultdict[Camp, dict[str, Span]] = defaultdict(dict)
    kinds = {entity.id: entity.kind for entity in scene.resolved.entities}
    for stance in scene.resolved.story.documents[number].stances:
        known = scene.parties.stance(stance)
        holder, target = known.holder, known.target
        if holder.entity is None or target.entity is None or holder.span is None:
            continue
        if kinds.get(holder.entity) in ("gpe", "org") and kinds.get(target.entity) == "person":
            found[target.entity, known.side].setdefault(holder.entity, holder.span)
    return found


def _compare(
    left: Mapping[str, Span], right: Mapping[str, Span], name: str, side: StanceSide, scene: Scene
) -> Candidate | None:
    shared = left.keys() & right.keys()
    only_left = [span for entity, span in left.items() if entity not in right]
    only_right = [span for entity, span in right.items() if entity not in left]
    if len(shared) < _SHARED or not (only_left or only_right):
        return None
    a, b = _fragment(only_left or list(left.values()), scene), _fragment(only_right or list(right.values()), scene)
    if a is None or b is None:
        return None
    return Candidate(
        finder="backers",
        kind="list",
        severity="difference",
        about=f"who is {side} {name}; not in all accounts: {_listed(only_left + only_right)}",
        a=a,
        b=b,
        strength=len(shared) / max(len(left), len(right)),
        features={"shared": min(len(shared) / _MANY, 1.0), "both": float(bool(only_left) and bool(only_right))},
    )


def _listed(spans: list[Span]) -> str:
    return ", ".join(dict.fromkeys(span.text for span in spans))


def _fragment(spans: list[Span], scene: Scene) -> Fragment | None:
    ordered = tuple(sorted(spans))
    passage = scene.passages.at(ordered[0])
    return Fragment(passage, ordered) if passage is not None else None
