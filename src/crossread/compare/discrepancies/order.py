"""Before in one account, after in the other."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from crossread.compare.discrepancies.candidate import Candidate, Fragment
from crossread.compare.discrepancies.scene import Pair, Scene
from crossread.compare.passages import Passage
from crossread.linking import candidate_pairs
from crossread.records import Span
from crossread.resources import read_table

_SHOWN: Final = 9  # words from the marker on
_SURE: Final = 2  # shared words around two markers, for two accounts to contradict each other
_NEAR: Final = 8  # words on each side of a marker that say what comes before what

Place = tuple[int, int]
"""A sentence: the document's place in the story, the sentence's in the document."""

Act = tuple[str, str, str]
"""Holder, target, side."""


def find_order(scene: Scene) -> Iterator[Candidate]:
    """Yield sentences about the same things of which one says before and the other after."""
    markers = {passage.place: _markers(passage) for passage in scene.passages.all()}
    acts = _acts(scene)
    for pair in (*scene.pairs, *_of_one_act(scene, acts)):
        one_act = bool(acts.get(pair.a.place, frozenset()) & acts.get(pair.b.place, frozenset()))
        for start_a, order_a in markers[pair.a.place]:
            for start_b, order_b in markers[pair.b.place]:
                if order_a != order_b:
                    shared = len(_near(pair.a, start_a) & _near(pair.b, start_b))
                    anchor = _anchor(pair.a, start_a) & _anchor(pair.b, start_b)
                    told = bool(anchor) and pair.accepted and shared >= _SURE
                    yield Candidate(
                        finder="order",
                        kind="order",
                        severity="contradiction" if told else "difference",
                        about=f"before or after: {min(anchor)}" if anchor else "what came first",
                        a=Fragment(pair.a, (_shown(pair.a, start_a),)),
                        b=Fragment(pair.b, (_shown(pair.b, start_b),)),
                        strength=pair.confidence,
                        features={"shared": min(shared, 4) / 4, "act": float(one_act), "anchor": float(bool(anchor))},
                    )


def _acts(scene: Scene) -> dict[Place, frozenset[Act]]:
    """Return who takes which side towards whom, sentence by sentence."""
    found: dict[Place, frozenset[Act]] = {}
    for coded in scene.resolved.story.documents:
        for stance in map(scene.parties.stance, coded.stances):
            passage = scene.passages.at(stance.evidence[0])
            if passage is not None and stance.holder.entity is not None and stance.target.entity is not None:
                act = stance.holder.entity, stance.target.entity, stance.side
                found[passage.place] = found.get(passage.place, frozenset()) | {act}
    return found


def _of_one_act(scene: Scene, acts: Mapping[Place, frozenset[Act]]) -> Iterator[Pair]:
    """Pair sentences that tell one act of one holder, where the alignment has not."""
    aligned = {(pair.a.place, pair.b.place) for pair in scene.pairs}
    telling = [passage for passage in scene.passages.all() if passage.place in acts and not passage.endless]
    keys = {f"{number:09d}": map(str, acts[passage.place]) for number, passage in enumerate(telling)}
    for left, right in candidate_pairs(keys):
        a, b = telling[int(left)], telling[int(right)]
        if a.order < b.order and (a.place, b.place) not in aligned:
            yield Pair(a, b, 0.0, accepted=False)


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted((row["marker"] for row in read_table("lexicons/en/order_markers.tsv")), key=len, reverse=True)
    return re.compile(r"\b(" + "|".join(re.escape(word) for word in words) + r")\b", re.IGNORECASE)


@cache
def _orders() -> dict[str, str]:
    return {row["marker"]: row["order"] for row in read_table("lexicons/en/order_markers.tsv")}


def _markers(passage: Passage) -> list[tuple[int, str]]:
    """Return the places of the markers, outside quotations, and which order each tells."""
    text = passage.coded.annotated.document.text
    found = _pattern().finditer(text, passage.span.start, passage.span.end)
    return [
        (m.start(), _orders()[m.group().lower()])
        for m in found
        if not any(q.direct and q.span.start <= m.start() < q.span.end for q in passage.quotes)
    ]


def _near(passage: Passage, start: int) -> frozenset[str]:
    place = next((n for n, word in enumerate(passage.words) if word.start >= start), 0)
    words = passage.words[max(place - _NEAR, 0) : place + _NEAR]
    return frozenset(word.key for word in words if not word.grammar)


def _anchor(passage: Passage, start: int) -> frozenset[str]:
    """Return what the marker measures from: the next telling word, as written."""
    words = [word.text for word in passage.words if word.start > start and not word.grammar]
    return frozenset(words[:1])


def _shown(passage: Passage, start: int) -> Span:
    words = [word for word in passage.words if word.start >= start][:_SHOWN]
    return passage.cut(words[0].start, words[-1].end)
