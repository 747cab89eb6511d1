"""One account says that it is so, the other that it is not."""

from collections.abc import Iterator
from typing import Final

from crossread.compare.discrepancies.candidate import Candidate, Fragment
from crossread.compare.discrepancies.scene import Pair, Scene
from crossread.compare.passages import Passage, words_of
from crossread.records import Statement

_SHARED: Final = 2  # telling words, beside the verb, that make two statements about one thing


def find_polarity(scene: Scene) -> Iterator[Candidate]:
    """Yield statements with one verb, about the same things, of which one is denied."""
    by_sentence = _by_sentence(scene)
    for pair in scene.pairs:
        for a in by_sentence.get(pair.a.place, ()):
            for b in by_sentence.get(pair.b.place, ()):
                if a.property == b.property and a.polarity != b.polarity and not _two_subjects(a, b):
                    yield from _candidate(pair, a, b)


def _two_subjects(a: Statement, b: Statement) -> bool:
    """Tell whether two named somebodies have no word of their names in common; "it" is who speaks."""
    one, two = _subject(a), _subject(b)
    return bool(one and two) and not one & two


def _subject(statement: Statement) -> frozenset[str]:
    """Return the stems of the names, written with capitals, of who does it."""
    text = statement.subject or ""
    if text.casefold() in ("it", "they", "he", "she") and statement.speaker is not None:
        text = statement.speaker.name
    return frozenset(word.key for word in words_of(text, 0, len(text)) if text[word.start].isupper())


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
