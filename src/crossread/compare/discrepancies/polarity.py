"""One account says that it is so, the other that it is not."""

from collections.abc import Iterator
from typing import Final

from crossread.compare.discrepancies.candidate import Candidate, Fragment
from crossread.compare.discrepancies.scene import Pair, Scene
from crossread.compare.passages import Passage
from crossread.records import Statement

_SHARED: Final = 2  # telling words, beside the verb, that make two statements about one thing


def find_polarity(scene: Scene) -> Iterator[Candidate]:
    """Yield statements with one verb, about the same things, of which one is denied."""
    by_sentence = _by_sentence(scene)
    for pair in scene.pairs:
        for a in by_sentence.get(pair.a.place, ()):
            for b in by_sentence.get(pair.b.place, ()):
                if a.property == b.property and a.polarity != b.polarity:
                    yield from _candidate(pair, a, b)


def _by_sentence(scene: Scene) -> dict[tuple[int, int], list[Statement]]:
    rows: dict[tuple[int, int], list[Statement]] = {}
    for coded in scene.resolved.story.documents:
        for statement in coded.statements:
            passage = scene.passages.at(statement.evidence[0])
            if passage is not None:
                rows.setdefault(passage.place, []).append(statement)
    return rows


def _candidate(pair: Pair, a: Statement, b: Statement) -> Iterator[Candidate]:
    left, right = _keys(pair.a, a), _keys(pair.b, b)
    shared = left & right
    if len(shared) < _SHARED:
        return
    likeness = len(shared) / min(len(left), len(right))
    sure = a.certainty == b.certainty == "certain" and a.speaker is None and b.speaker is None
    yield Candidate(
        finder="polarity",
        kind="polarity",
        severity="difference",
        about=f"whether it is so: {a.property}",
        a=Fragment(pair.a, a.evidence[:1]),
        b=Fragment(pair.b, b.evidence[:1]),
        strength=likeness,
        features={"likeness": likeness, "sure": float(sure)},
    )


def _keys(passage: Passage, statement: Statement) -> frozenset[str]:
    spans = statement.evidence
    return frozenset(
        word.key
        for word in passage.words
        if not word.grammar and any(span.start <= word.start and word.end <= span.end for span in spans)
    )
