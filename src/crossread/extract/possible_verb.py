"""A word that may be a verb by its form, where it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from crossread.extract.surface import Surface
from crossread.extract.tag import Tag
from crossread.extract.verb_surroundings import others_ahead
from crossread.extract.verbs import Form


@dataclass(frozen=True)
class PossibleVerb:
    """`word`: its index in the article; `sentence`: the half-open range of its sentence's words.

    `before`: the tags of the sentence's words before it. `forms`: the verb's forms that it may be, with their lemmas.
    """

    reading: Surface
    word: int
    sentence: tuple[int, int]
    before: Sequence[Tag]
    forms: Mapping[Form, str]

    @property
    def following(self) -> str:
        """The next word of the sentence in lower case, nothing at its end."""
        return self.reading.lower[self.word + 1] if self.word + 1 < self.sentence[1] else ""

    @cached_property
    def others_ahead(self) -> bool:
        """Whether another word of the sentence, farther on, may be its finite verb."""
        return others_ahead(self.reading, self.word, self.sentence)
