"""The words of an article with what each does in its sentence."""

from dataclasses import dataclass
from functools import cached_property

from crossread.extract.surface import Surface
from crossread.extract.tag import Tag
from crossread.extract.tagging import tag_sentence


@dataclass(frozen=True)
class Tagged(Surface):
    """An article with a `Tag` a word."""

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        tags: list[Tag] = []
        for start, end in self.sentence_words:
            tags += tag_sentence(self, start, end)
        return tuple(tags)
