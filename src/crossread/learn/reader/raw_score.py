"""Scores from raw text the way of the CoNLL 2018 shared task (Zeman et al., 2018).

Both sides are cut out of the same characters, white space left out; words are matched by their place. Each score
is an F1 over all words of both sides, punctuation counted; relations are compared without their subtype.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

SCORES: Final = ("tokens", "sentences", "upos", "lemma", "uas", "las")
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ScoredWord:
    """A word at its place among the characters, white space left out. ``head`` is None for a root."""

    place: Place
    upos: str
    lemma: str
    head: Place | None
    relation: str


@dataclass(frozen=True, slots=True)
class Side:
    """One side's tokens, sentences and words."""

    tokens: Sequence[Place]
    sentences: Sequence[Place]
    words: Sequence[ScoredWord]


@dataclass(slots=True)
class RawScore:
    """Counts over any number of documents."""

    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SCORES, 0))
    gold: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SCORES, 0))
    found: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SCORES, 0))

    def add(self, gold: Side, found: Side, skipped: str | None = None) -> None:
        """Count one document; words whose gold part of speech is ``skipped`` do not count."""
        self._sets("tokens", set(gold.tokens), set(found.tokens))
        self._sets("sentences", set(gold.sentences), set(found.sentences))
        golden = {word.place: word for word in gold.words if word.upos != skipped}
        others = {word.place: word for word in found.words}
        left_out = {word.place for word in gold.words if word.upos == skipped}
        pairs = [(golden[place], others[place]) for place in golden.keys() & others.keys()]
        for score in SCORES[2:]:
            self.gold[score] += len(golden)
            self.found[score] += len(others) - len(others.keys() & left_out)
        self.right["upos"] += sum(one.upos == other.upos for one, other in pairs)
        self.right["lemma"] += sum(one.lemma in ("_", other.lemma) for one, other in pairs)
        self.right["uas"] += sum(one.head == other.head for one, other in pairs)
        self.right["las"] += sum(
            one.head == other.head and universal(one.relation) == universal(other.relation) for one, other in pairs
        )

    def _sets(self, score: str, gold: set[Place], found: set[Place]) -> None:
        self.right[score] += len(gold & found)
        self.gold[score] += len(gold)
        self.found[score] += len(found)

    def as_dict(self) -> dict[str, float]:
        """F1 of each score, as fractions."""
        return {
            score: round(2 * self.right[score] / max(1, self.gold[score] + self.found[score]), 4) for score in SCORES
        }


def universal(relation: str) -> str:
    """A relation without its subtype."""
    return relation.split(":")[0]


class Places:
    """From offsets in a text to places among its characters without white space."""

    def __init__(self, text: str) -> None:
        self._before = [0]
        for character in text:
            self._before.append(self._before[-1] + (not character.isspace()))

    def of(self, start: int, end: int) -> Place:
        """The place of ``text[start:end]``."""
        return self._before[start], self._before[end]
