"""Whom a headline lets speak: "Lee: Harbour Plan 'A Great Mistake'"."""

from crossread.extract.reading import Reading
from crossread.records import Mention


def headed_by(reading: Reading, word: int) -> Mention | None:
    """Return who is named before the colon that the first line opens with, if the word stands in that line."""
    start, end = reading.sentence_of(word)
    chunk = reading.chunk_of[start] if start == 0 else None
    if chunk is None or chunk.end >= end or reading.forms[chunk.end] != ":" or word <= chunk.end:
        return None
    mention = reading.names[chunk.head]
    if mention is None or mention.form != "name" or mention.kind not in ("person", "org"):
        return None
    return mention if "\n" not in reading.text[: reading.annotated.words.start[word]].strip() else None
