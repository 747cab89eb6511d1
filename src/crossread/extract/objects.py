"""What follows a verb: the noun phrase that it is done to, and the doer that "by" names."""

from typing import Final

from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.reading import Reading

_AGENT_REACH: Final = 15  # words between a passive verb and "by"


def object_of(reading: Reading, group: VerbGroup) -> Chunk | None:
    """Return the noun phrase right after the verb that it is done to, or None."""
    words = reading.annotated.words
    if words.head:
        for child in reading.children[group.verb]:
            if words.dep[child] == "obj" and reading.tags[child].part != "rel":
                return reading.chunk_of[child] or Chunk(child, child + 1, child)
    _, end = reading.sentence_of(group.verb)
    word = group.verb + 1
    while word < end and reading.tags[word].part == "adv":
        word += 1
    chunk = reading.chunk_of[word] if word < end else None
    return chunk if chunk is not None and not chunk.time else None


def agent_of(reading: Reading, group: VerbGroup) -> Chunk | None:
    """Return who does it, where the verb is passive and "by" names them."""
    _, end = reading.sentence_of(group.verb)
    for word in range(group.verb + 1, min(end, group.verb + 1 + _AGENT_REACH)):
        if reading.lower[word] == "by" and word + 1 < end:
            chunk = reading.chunk_of[word + 1]
            return chunk if chunk is not None and not chunk.time else None
        if reading.tags[word].part in {"verb", "punct", "conj", "sub"}:
            return None
    return None
