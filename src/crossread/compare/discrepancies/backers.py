"""Who stands on which side, as each account has it: lists of states and bodies, name by name."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from crossread.compare.discrepancies.candidate import Candidate, Fragment
from crossread.compare.discrepancies.scene import Scene
from crossread.records import Span, StanceSide

_SHARED: Final = 2  # holders that both accounts have: with fewer it is not one list
_SHOWN_WHOLE: Final = 4  # members: more of them hide those that differ
_MANY: Final = 5.0

Camp = tuple[str, StanceSide]
"""The target's entity, and the side taken."""


def find_backers(scene: Scene) -> Iterator[Candidate]:
    """Yield, for each target and side, the holders whom one account has on that side and the other has not."""
    found = [_camps(scene, number) for number in range(len(scene.resolved.story.documents))]
    names = {entity.id: entity.name for entity in scene.resolved.entities}
    for camp in sorted({camp for camps in found for camp in camps}):
        accounts = _comparable([camps[camp] for camps in found if camp in camps])
        if not accounts:
            continue
        everywhere = frozenset[str].intersection(*(frozenset(account) for account in accounts))
        some = sorted(names.get(m, m) for m in frozenset[str].union(*map(frozenset, accounts)) - everywhere)
        about = f"who is {camp[1]} {names.get(camp[0], camp[0])}; not in all accounts: {', '.join(some)}"
        for left, right in combinations(accounts, 2):
            candidate = _compare(left, right, everywhere, scene)
            if candidate is not None:
                yield replace(candidate, about=about, topic=f"{camp[0]} {camp[1]}")


def _comparable(accounts: Sequence[Mapping[str, Span]]) -> list[Mapping[str, Span]]:
    """Return the accounts that share enough with another to be one list: "Mexico" alone is not held against a list."""
    near = {n for a, b in combinations(range(len(accounts)), 2) if _one_list(accounts[a], accounts[b]) for n in (a, b)}
    return [account for n, account in enumerate(accounts) if n in near]


def _one_list(left: Mapping[str, Span], right: Mapping[str, Span]) -> bool:
    return len(left.keys() & right.keys()) >= _SHARED


def _camps(scene: Scene, number: int) -> dict[Camp, dict[str, Span]]:
    """Return who stands in each camp in one document: entity to the first words that name it there."""
    found: defaultdict[Camp, dict[str, Span]] = defaultdict(dict)
    kinds = {entity.id: entity.kind for entity in scene.resolved.entities}
    for stance in scene.resolved.story.documents[number].stances:
        known = scene.parties.stance(stance)
        holder, target = known.holder, known.target
        if holder.entity is None or target.entity is None or holder.span is None:
            continue
        if (
            _named(scene, holder.span)
            and kinds.get(holder.entity) in ("gpe", "org")
            and kinds.get(target.entity) == "person"
        ):
            found[target.entity, known.side].setdefault(holder.entity, holder.span)
    return found


def _named(scene: Scene, span: Span) -> bool:
    """Tell whether the words are a name; "seven nations" and "they" list nobody."""
    passage = scene.passages.at(span)
    mentions = passage.mentions if passage is not None else ()
    return any(m.mention.form == "name" and m.mention.span.covers(span) for m in mentions)


def _compare(
    left: Mapping[str, Span], right: Mapping[str, Span], everywhere: frozenset[str], scene: Scene
) -> Candidate | None:
    """Compare two accounts of one camp; each side shows its members, of many those that not every account has."""
    shared = left.keys() & right.keys()
    if not _one_list(left, right) or left.keys() == right.keys():
        return None
    a, b = _fragment(left, everywhere, scene), _fragment(right, everywhere, scene)
    if a is None or b is None:
        return None
    return Candidate(
        finder="backers",
        kind="list",
        severity="difference",
        about="",
        a=a,
        b=b,
        strength=len(shared) / max(len(left), len(right)),
        features={"shared": min(len(shared) / _MANY, 1.0)},
    )


def _fragment(members: Mapping[str, Span], everywhere: frozenset[str], scene: Scene) -> Fragment | None:
    own = [span for entity, span in members.items() if entity not in everywhere]
    few = len(members) <= _SHOWN_WHOLE or not own
    ordered = tuple(sorted(members.values() if few else own))
    passage = scene.passages.at(ordered[0])
    return Fragment(passage, ordered) if passage is not None else None
