"""Words that a noun hands on: "his warning that it was "…"", "the suggestion by Ann Lee that …"."""

from typing import Final

from crossread.extract.cast import Cast
from crossread.extract.chunks import Chunk, possessive_mark
from crossread.extract.reading import Reading
from crossread.extract.setting import Setting
from crossread.extract.voice import person_voice
from crossread.extract.voices import Voice, voice_of
from crossread.extract.word_classes import person_pronouns, word_class

_NEAR: Final = 3  # words from "of" to the mark: "her call to", "his assertion of a"
_LEADS_ON: Final = frozenset({"that", ",", ":", "by"})  # not right before the words: "she called his claim "…""


def said_by_noun(cast: Cast, setting: Setting, last: Voice | None) -> tuple[int, Voice] | None:
    """Return the head of the last noun of saying before the quotation whose owner is told, with that owner; or None."""
    reading, (start, end) = cast.reading, setting.before
    for word in range(end - 1, start - 1, -1):
        chunk = reading.chunk_of[word]
        if chunk is None or chunk.head != word or reading.lower[word] not in word_class("saying_noun"):
            continue
        if chunk.end >= end or not _leads_on(reading, chunk, end):
            return None
        if _is_subject(reading, chunk, setting):
            return None
        owner = _owner(cast, chunk, end, last)
        return (word, owner) if owner is not None else None
    return None


def _leads_on(reading: Reading, chunk: Chunk, end: int) -> bool:
    """Whether the words are what is said: "his claim that", "Lee's call to "…"", but no "she called his claim "…""."""
    following = reading.lower[chunk.end]
    owned = possessive_mark(reading, chunk) is not None or reading.lower[chunk.start] in person_pronouns()
    return following in _LEADS_ON or (owned and following in ("of", "to") and end - chunk.end <= _NEAR)


def _is_subject(reading: Reading, chunk: Chunk, setting: Setting) -> bool:
    """Whether the words go on from the noun with a verb: the comment by Ann Lee "was out of place"."""
    author = _after_by(reading, chunk, setting.before[1])
    ends = author.end if author is not None else chunk.end
    first = reading.tags[setting.inside[0]]
    return ends >= setting.before[1] - 1 and first.part in {"verb", "aux"} and first.finite


def _owner(cast: Cast, chunk: Chunk, end: int, last: Voice | None) -> Voice | None:
    reading = cast.reading
    if reading.lower[chunk.start] in person_pronouns():
        return person_voice(cast, chunk.start, reading.span(chunk.start, chunk.start + 1), last)
    mark = possessive_mark(reading, chunk)
    if mark is not None:
        return voice_of(cast, Chunk(chunk.start, mark, mark - 1), last)
    author = _after_by(reading, chunk, end)
    return voice_of(cast, author, last) if author is not None else None


def _after_by(reading: Reading, chunk: Chunk, end: int) -> Chunk | None:
    if chunk.end + 1 >= end or reading.lower[chunk.end] != "by":
        return None
    author = reading.chunk_of[chunk.end + 1]
    return author if author is not None and not author.time else None
