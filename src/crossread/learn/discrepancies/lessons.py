"""What a key says of the pairs of sentences of its story, word by word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from crossread.compare.discrepancies.retold.sentence import Marks
from crossread.compare.discrepancies.retold.survey import Surveyed
from crossread.compare.passages import Passage
from crossread.learn.discrepancies.gold import GoldSide, GoldStory, stands_in, stems


@dataclass(frozen=True, slots=True)
class Lesson:
    """The pairs of one story, and of each pair the words that a careful reader's key has in their values.

    `words`: for each pair the marks of either side; none where a side has no word of the value.
    """

    surveyed: Sequence[Surveyed]
    words: Sequence[tuple[Marks, Marks]]

    @property
    def right(self) -> Marks:
        """Whether each pair is one that a reader listed."""
        return np.array([bool(a.any()) for a, _ in self.words], dtype=np.bool_)


def lesson(story: GoldStory, surveyed: Sequence[Surveyed]) -> Lesson:
    """Return the story's pairs with what its key says of them."""
    outlets = {document.id: document.outlet for document in story.documents}
    return Lesson(surveyed, [_marks(pair, story, outlets) for pair in surveyed])


def _marks(pair: Surveyed, story: GoldStory, outlets: Mapping[str, str]) -> tuple[Marks, Marks]:
    sides = pair.pair.a, pair.pair.b
    marks = tuple(np.zeros(len(passage.words), dtype=np.bool_) for passage in sides)
    for listed in story.discrepancies:
        found = [_listed(passage, listed.get(outlets[passage.doc])) for passage in sides]
        if all(side.any() for side in found):
            marks = tuple(old | new for old, new in zip(marks, found, strict=True))
    return marks[0], marks[1]


def _listed(passage: Passage, side: GoldSide | None) -> Marks:
    """Mark the passage's words that the side's value has."""
    if side is None or not stands_in(passage.span, side):
        return np.zeros(len(passage.words), dtype=np.bool_)
    text, wanted = passage.coded.annotated.document.text, stems(side.value)
    return np.array([bool(stems(text[w.start : w.end]) & wanted) for w in passage.words], dtype=np.bool_)
