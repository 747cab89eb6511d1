"""One deed in two accounts: statements with the same verb, about the same things, of nobody else."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crossread.compare.discrepancies.scene import Pair, Scene
from crossread.compare.passages import Passage, words_of
from crossread.records import Statement

_SHARED: Final = 2  # telling words, beside the verb, that make two statements about one thing


@dataclass(frozen=True, slots=True)
class Deed:
    """What two sentences tell with one verb.

    `shared`: telling words of both statements; `likeness`, in (0, 1]: what part of the shorter one's words that is.
    """

    pair: Pair
    a: Statement
    b: Statement
    shared: int
    likeness: float


def common_deeds(scene: Scene) -> Iterator[Deed]:
    """Yield the deeds that paired sentences have in common, in text order."""
    by_sentence = _by_sentence(scene)
    for pair in scene.pairs:
        for a in by_sentence.get(pair.a.place, ()):
            for b in by_sentence.get(pair.b.place, ()):
                if a.statement.property == b.statement.property and not a.is_of_another(b):
                    shared = len(a.keys & b.keys)
                    if shared >= _SHARED:
                        likeness = shared / min(len(a.keys), len(b.keys))
                        yield Deed(pair, a.statement, b.statement, shared, likeness)


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement, the stems of its telling words, and those of the names, written with capitals, of who does it."""

    statement: Statement
    keys: frozenset[str]
    subject: frozenset[str]

    def is_of_another(self, other: "_Told") -> bool:
        """Tell whether two named somebodies have no word of their names in common."""
        return bool(self.subject and other.subject) and not self.subject & other.subject


def _by_sentence(scene: Scene) -> dict[tuple[int, int], list[_Told]]:
    rows: dict[tuple[int, int], list[_Told]] = {}
    for coded in scene.resolved.story.documents:
        for statement in coded.statements:
            passage = scene.passages.at(statement.evidence[0])
            if passage is not None:
                told = _Told(statement, _keys(passage, statement), _subject(statement))
                rows.setdefault(passage.place, []).append(told)
    return rows


def _subject(statement: Statement) -> frozenset[str]:
    """Return the stems of the names of who does it; "it" is who speaks."""
    text = statement.subject or ""
    if text.casefold() in ("it", "they", "he", "she") and statement.speaker is not None:
        text = statement.speaker.name
    return frozenset(word.key for word in words_of(text, 0, len(text)) if text[word.start].isupper())


def _keys(passage: Passage, statement: Statement) -> frozenset[str]:
    spans = statement.evidence
    return frozenset(
        word.key
        for word in passage.words
        if not word.grammar and any(span.start <= word.start and word.end <= span.end for span in spans)
    )
