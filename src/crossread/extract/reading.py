"""One article as the extractor sees it: its words as columns, with what each does in its sentence.

Syntax is used where the annotator has it; otherwise closed classes, a table of verbs and the neighbours stand in.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from crossread.extract.chunks import Chunk, VerbGroup, find_chunks, find_groups
from crossread.extract.tagged import Tagged


@dataclass(frozen=True)
class Reading(Tagged):
    """An article with its tags, noun phrases and verb groups, all indexed by word."""

    @cached_property
    def chunks(self) -> tuple[Chunk, ...]:
        """The noun phrases of the article without what follows their head, in order."""
        return tuple(chunk for start, end in self.sentence_words for chunk in find_chunks(self, start, end))

    @cached_property
    def chunk_of(self) -> tuple[Chunk | None, ...]:
        """The noun phrase that holds each word."""
        holding: list[Chunk | None] = [None] * len(self.forms)
        for chunk in self.chunks:
            holding[chunk.start : chunk.end] = [chunk] * (chunk.end - chunk.start)
        return tuple(holding)

    @cached_property
    def groups(self) -> tuple[VerbGroup, ...]:
        """The verbs of the article with their auxiliaries, in order."""
        return tuple(group for start, end in self.sentence_words for group in find_groups(self, start, end))

    @cached_property
    def _groups_before(self) -> tuple[int, ...]:
        """How many verb groups have their verb before each word, and before the end."""
        counts = [0] * (len(self.forms) + 1)
        for group in self.groups:
            counts[group.verb + 1] = 1
        return tuple(accumulate(counts))

    def groups_in(self, start: int, end: int) -> tuple[VerbGroup, ...]:
        """Return the verb groups whose verb is a word of the range."""
        last = len(self.forms)
        return self.groups[self._groups_before[min(start, last)] : self._groups_before[min(max(start, end), last)]]
