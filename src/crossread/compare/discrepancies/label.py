"""One actor named differently: by title, description or epithet."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Final

from crossread.compare.discrepancies.candidate import Candidate, Fragment
from crossread.compare.discrepancies.scene import Scene
from crossread.compare.passages import words_of
from crossread.records import Label
from crossread.resources import read_terms

_AGE: Final = re.compile(r"\d+-year-old")


def find_label(scene: Scene) -> Iterator[Candidate]:
    """Yield, for each actor and two documents, the two labels that differ most, when no word of one is in the other."""
    by_entity: defaultdict[str, defaultdict[str, list[Label]]] = defaultdict(lambda: defaultdict(list))
    for label in scene.labels:
        by_entity[label.entity][label.doc].append(label)
    for entity in scene.resolved.entities:
        for (_, left), (_, right) in combinations(by_entity[entity.id].items(), 2):
            candidate = _candidate(entity.name, left, right, scene)
            if candidate is not None:
                yield candidate


def _candidate(name: str, left: Sequence[Label], right: Sequence[Label], scene: Scene) -> Candidate | None:
    """Report only what one account calls the actor and the other never does."""
    all_left = frozenset().union(*map(_keys, left))
    all_right = frozenset().union(*map(_keys, right))
    left, right = list(filter(_tells, left)), list(filter(_tells, right))
    only_left = [label for label in left if _keys(label) and not _keys(label) & all_right]
    only_right = [label for label in right if _keys(label) and not _keys(label) & all_left]
    if not only_left or not only_right:
        return None
    a, b = min(product(only_left, only_right), key=lambda pair: _order(pair[0], pair[1]))
    fragment_a, fragment_b = _fragment(a, scene), _fragment(b, scene)
    if fragment_a is None or fragment_b is None:
        return None
    return Candidate(
        finder="label",
        kind="label",
        severity="framing",
        about=f"how {name} is described",
        a=fragment_a,
        b=fragment_b,
        strength=1.0 if a.voice == b.voice == "own" else 0.5,
        features={
            "own": float(a.voice == b.voice == "own"),
            "often": min(len(a.evidence) + len(b.evidence), 6) / 6,
            "choice": 1 / (len(only_left) * len(only_right)),
            "formal": max(_formal(a), _formal(b)),
        },
    )


def _tells(label: Label) -> bool:
    """Tell whether a label says more than a title or an age does."""
    return _formal(label) < 1 and _AGE.fullmatch(label.words) is None


def _formal(label: Label) -> float:
    """Return the share of words that papers put before a name as a matter of style, in [0, 1]."""
    titles = read_terms("lexicons/en/formal_titles.txt")
    words = [word.text.rstrip(".") for word in words_of(label.words, 0, len(label.words))]
    return sum(word in titles for word in words) / len(words) if words else 0.0


def _order(a: Label, b: Label) -> tuple[bool, int, int]:
    """Own voice first, then what stands earliest."""
    return a.voice != "own" or b.voice != "own", a.evidence[0].start + b.evidence[0].start, a.evidence[0].start


def _keys(label: Label) -> frozenset[str]:
    return frozenset(word.key for word in words_of(label.words, 0, len(label.words)) if not word.grammar)


def _fragment(label: Label, scene: Scene) -> Fragment | None:
    passage = scene.passages.at(label.evidence[0])
    return Fragment(passage, label.evidence[:1]) if passage is not None else None
