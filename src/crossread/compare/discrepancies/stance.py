"""One holder, and another act or side: opposed to what the other account tells, or only watching."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Final

from crossread.compare.discrepancies.candidate import Candidate, Fragment
from crossread.compare.discrepancies.scene import Scene
from crossread.compare.passages import words_of
from crossread.records import Severity, Stance

# one may praise and blame the same man, and call for what one has opposed
_COMPATIBLE: Final = frozenset({"praises", "criticises", "calls for", "promises", "warns", "accuses", "watches"})


def find_stance(scene: Scene) -> Iterator[Candidate]:
    """Yield, for each holder and two documents, the stances of which the other document has no like."""
    by_holder: defaultdict[str, defaultdict[str, list[Stance]]] = defaultdict(lambda: defaultdict(list))
    for coded in scene.resolved.story.documents:
        for stance in coded.stances:
            resolved = scene.parties.stance(stance)
            holder = _holder(resolved)
            if holder is not None and resolved.evidence:
                by_holder[holder][coded.annotated.document.id].append(resolved)
    for entity in scene.resolved.entities:
        for (_, left), (_, right) in combinations(by_holder[entity.id].items(), 2):
            yield from _compare(entity.name, left, right, scene)


def _holder(stance: Stance) -> str | None:
    """Return who takes the side; "it" in what somebody says of itself is the speaker."""
    if stance.holder.entity is None and stance.speaker is not None:
        words = words_of(stance.holder.name, 0, len(stance.holder.name))
        same = stance.holder.span is None or all(word.grammar for word in words)
        return stance.speaker.entity if same or stance.holder.name == stance.speaker.name else None
    return stance.holder.entity


def _compare(name: str, left: Sequence[Stance], right: Sequence[Stance], scene: Scene) -> Iterator[Candidate]:
    only_left = [stance for stance in left if not any(_alike(stance, other) for other in right)]
    only_right = [stance for stance in right if not any(_alike(stance, other) for other in left)]
    for a, b in product(only_left, only_right):
        same_target = _target(a) == _target(b)
        opposed = same_target and {a.side, b.side} == {"for", "against"}
        fragment_a, fragment_b = _fragment(a, scene), _fragment(b, scene)
        alone = len(only_left) == len(left) and len(only_right) == len(right)
        if fragment_a is None or fragment_b is None or not (opposed or (alone and "neutral" in (a.side, b.side))):
            continue
        firm = opposed and all(_plain(one) and one.act not in _COMPATIBLE for one in (a, b))
        severity: Severity = "contradiction" if firm else "difference"
        yield Candidate(
            finder="stance",
            kind="stance",
            severity=severity,
            about=f"what {name} stands for",
            a=fragment_a,
            b=fragment_b,
            strength=1.0 if same_target else 0.5,
            features={
                "opposed": float(opposed),
                "target": float(same_target),
                "choice": 1 / (len(only_left) * len(only_right)),
                "whole": float(alone),
                "watching": float("neutral" in (a.side, b.side)),
            },
        )


def _alike(a: Stance, b: Stance) -> bool:
    """Tell whether two stances say the same: one act, or one side towards one target."""
    return (_target(a) == _target(b) and a.side == b.side) or (a.act == b.act and a.side == b.side)


def _target(stance: Stance) -> str:
    return stance.target.entity or stance.target.name.casefold()


def _plain(stance: Stance) -> bool:
    """Tell whether the outlet itself, or the holder, says so, of somebody known."""
    own = stance.speaker is None or stance.speaker.entity == _holder(stance)
    return own and stance.target.entity is not None


def _fragment(stance: Stance, scene: Scene) -> Fragment | None:
    shortest = min(stance.evidence, key=lambda span: (len(span.text), span.start))
    passage = scene.passages.at(shortest)
    return Fragment(passage, (shortest,)) if passage is not None else None
