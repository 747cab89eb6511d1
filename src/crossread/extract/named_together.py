"""Who "the couple" or "the senators" are: those whom the article last named together."""

from bisect import bisect_left
from typing import Final

from crossread.extract.chunks import Chunk
from crossread.extract.reading import Reading
from crossread.extract.word_classes import role_words, word_class
from crossread.records import Mention, Span

_SENTENCES_BACK: Final = 3
_NAMES_BACK: Final = 20


def named_together(reading: Reading, chunk: Chunk) -> Span | None:
    """Return the words that last named several persons before it ("Ann Lee and Bob Reed"), None if none did.

    "The couple" are two; "the senators" all of a list.
    """
    noun = reading.lower[chunk.head]
    pair = noun in word_class("pair_noun")
    if reading.lower[chunk.start] != "the" or not (pair or (noun.endswith("s") and noun[:-1] in role_words())):
        return None
    people = _people_before(reading, chunk)
    sentences = reading.annotated.words.sentence
    for at in range(len(people) - 1, 0, -1):
        if sentences[chunk.start] - sentences[reading.word_at(people[at].span.start)] > _SENTENCES_BACK:
            return None
        if _joined(reading, people[at - 1], people[at], "and"):
            first = at - 1
            while first and _joined(reading, people[first - 1], people[first], ","):
                first -= 1
            if not (pair and first < at - 1):
                return reading.annotated.document.span(people[first].span.start, people[at].span.end)
    return None


def _people_before(reading: Reading, chunk: Chunk) -> list[Mention]:
    mentions = reading.annotated.mentions
    last = bisect_left(mentions, reading.annotated.words.start[chunk.start], key=lambda m: m.span.start)
    return [m for m in mentions[max(0, last - _NAMES_BACK) : last] if m.kind == "person" and m.form == "name"]


def _joined(reading: Reading, first: Mention, second: Mention, link: str) -> bool:
    """Whether nothing but the link stands between two names, the title of the second aside."""
    between = reading.text[first.span.end : second.span.start].split()
    return between in ([link], [link, *(second.title or "").split()])
