"""Who or what can tell something: somebody, a body, or a text."""

from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.surface import Surface
from crossread.extract.word_classes import role_words, word_class


def can_tell(reading: Surface, chunk: Chunk) -> bool:
    """Tell whether it is somebody, a body or a text, not what a verb of telling found only by its place."""
    role = reading.lower[chunk.head] in role_words() | word_class("text_noun")
    mentions = [reading.names[word] for word in range(chunk.start, chunk.end)]
    return chunk.pronoun or role or any(m is not None and m.kind != "event" for m in mentions)


def goes_on_doing(reading: Surface, group: VerbGroup) -> bool:
    """Whether somebody goes on doing something, and does not go on to speak: "he continued to be a champion"."""
    return group.lemma in word_class("continuing") and reading.lower[group.verb + 1 : group.verb + 2] == ("to",)
