"""A difference that a finder saw, before it is known whether it is worth telling."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from crossread.compare.passages import Passage
from crossread.records import DiscrepancyKind, Severity, Side, Span

MOST_WORDS: Final = 12  # a side shows the differing words themselves: more of them is a passage
_WORD: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Fragment:
    """The differing words of one account: `spans`, in text order, stand in the sentence `passage`."""

    passage: Passage
    spans: tuple[Span, ...]

    @property
    def value(self) -> str:
        """The words, twelve at most; stretches that do not touch are set apart by semicolons."""
        room, shown = MOST_WORDS, []
        for span in self.spans:
            words = list(_WORD.finditer(span.text))[:room]
            if words:
                shown.append(span.text[: words[-1].end()])
                room -= len(words)
        return "; ".join(shown)

    @property
    def place(self) -> tuple[int, int, int]:
        """Where it stands, for sorting: document, sentence, offset."""
        return *self.passage.place, self.spans[0].start

    @property
    def sentences(self) -> frozenset[tuple[int, int]]:
        """The sentence and others that its words stand in, each as the document's place and its own in the document."""
        starts = [start for start, _ in self.passage.coded.annotated.sentences]
        told = {(self.passage.order, bisect_right(starts, span.start) - 1) for span in self.spans}
        return frozenset({self.passage.place, *told})

    def side(self) -> Side:
        """Return the side: the sentence and the words as evidence."""
        return Side(self.passage.doc, self.value, (self.passage.span, *self.spans))


def in_order(one: Fragment, other: Fragment) -> tuple[Fragment, Fragment]:
    """Return the two by the place of their accounts in the story."""
    return (one, other) if one.passage.order < other.passage.order else (other, one)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two accounts' words for the same thing.

    `finder` names the rule that saw it. `strength`, in [0, 1]: how sure the finder is by its own measure.
    `features`: numbers for the ranking. `topic`: candidates that have one in common are one discrepancy.
    """

    finder: str
    kind: DiscrepancyKind
    severity: Severity
    about: str
    a: Fragment
    b: Fragment
    strength: float
    update: bool = False
    topic: str = ""
    features: Mapping[str, float] = field(default_factory=dict)
