"""Verbs that stand for a deed told before: "did so", "followed suit", "has followed its lead"."""

from typing import Final

from crossread.extract.chunks import VerbGroup
from crossread.extract.reading import Reading

_REACH: Final = 5  # words after "follow" in which "lead" or "example" stands
_SAME: Final = (("so",), ("likewise",), ("the", "same"))
_WHOSE: Final = frozenset({"lead", "example"})


def does_likewise(reading: Reading, group: VerbGroup) -> bool:
    """Tell whether the verb with the words right after it only says that what another did was done again."""
    after = reading.lower[group.verb + 1 : group.verb + _REACH]
    if group.lemma == "do":
        return any(after[: len(words)] == words for words in _SAME)
    return group.lemma == "follow" and (after[:1] == ("suit",) or not _WHOSE.isdisjoint(after))
