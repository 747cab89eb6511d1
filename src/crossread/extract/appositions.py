"""What follows a noun phrase and belongs to it: "of the city council", and the name of whom it describes."""

from functools import cache

from crossread.extract.chunks import Chunk
from crossread.extract.reading import Reading
from crossread.extract.remembered import remembered
from crossread.extract.word_classes import role_words, word_class
from crossread.records import Mention
from crossread.resources import read_table

_LONGEST_TAIL = 8  # words after the head noun that still belong to a description ("of the city council")

_MANY = frozenset({"people", "men", "women", "children"})

_NO_TAIL = word_class("text_noun") | {"order"}  # "the mayor in a tweet", "the law in order to"


@remembered
def apposed(reading: Reading, chunk: Chunk) -> Mention | None:
    """Return the person named right after the description ("her lawyer, Ann Lee,", "a lawyer named Ann Lee")."""
    _, end = reading.sentence_of(chunk.head)
    word = tail_of(reading, chunk)
    if word + 1 < end and reading.lower[word] == "named":
        return reading.person_at(word + 1)
    if word < end and reading.forms[word] in ("(", "["):
        while word < end and reading.forms[word] not in (")", "]"):
            word += 1
        word += 1
    if word + 1 >= end or reading.forms[word] != ",":
        return None
    named = reading.chunk_of[word + 1]
    mention = reading.person_at(named.head) if named is not None else None
    if mention is None:
        return None
    after = _after_origin(reading, reading.word_after(mention.span.end), end)
    ends = after >= end or reading.tags[after].part in {"verb", "aux", "rel", "punct", "adv"}
    return mention if ends else None


@remembered
def apposed_names(reading: Reading, chunk: Chunk) -> tuple[int, int] | None:
    """Return the words that name those right after a description of several: "two senators, Ann Lee and Bob Reed,"."""
    head = reading.lower[chunk.head]
    if not (head in _MANY or (head.endswith("s") and not head.endswith("ss"))):
        return None
    _, end = reading.sentence_of(chunk.head)
    word = tail_of(reading, chunk)
    if word + 1 >= end or reading.forms[word] not in (",", ":", "—", "–", "-", "--"):
        return None
    first = word + 1
    names, word = 0, first
    while word < end and (mention := reading.person_at(word)) is not None:
        names, after = names + 1, reading.word_after(mention.span.end)
        word = after
        while word < end and (reading.forms[word] == "," or reading.lower[word] == "and"):
            word += 1
        if word == after:
            break
    return (first, after) if names > 1 else None


@remembered
def joined_to(reading: Reading, chunk: Chunk) -> Chunk | None:
    """Return "the senator" for the second half of "the senator and presidential candidate": both are one person."""
    if reading.tags[chunk.start].part != "noun" or reading.names[chunk.head] is not None:
        return None
    before = reading.chunk_of[chunk.start - 2] if chunk.start > 1 and reading.lower[chunk.start - 1] == "and" else None
    if before is None or not {reading.lower[chunk.head], reading.lower[before.head]} <= role_words():
        return None
    return before if reading.lower[before.start] == "the" and before.end == chunk.start - 1 else None


@remembered
def apposed_before(reading: Reading, chunk: Chunk) -> Mention | None:
    """Return the person whom an office without an article describes ("Ann Lee, founder and head of the firm said")."""
    bare = reading.tags[chunk.start].part == "noun" and reading.names[chunk.head] is None
    if not bare or reading.lower[chunk.head] not in role_words():
        return None
    start, _ = reading.sentence_of(chunk.head)
    word = chunk.start - 1
    if word > start + 1 and reading.lower[word] == "and" and (other := reading.chunk_of[word - 1]) is not None:
        word = other.start - 1
    if word <= start or reading.forms[word] != ",":
        return None
    return reading.person_at(word - 1) if reading.tags[chunk.start - 1].part != "prep" else None


@cache
def _titles() -> frozenset[str]:
    return frozenset(row["title"].lower() for row in read_table("gazetteer/titles.tsv"))


@remembered
def titled_after(reading: Reading, chunk: Chunk) -> Mention | None:
    """Return the person whose first title the words are: "former Arland Gov. and party chairman Ed Reed"."""
    word = chunk.end
    if word + 1 >= len(reading.forms) or reading.lower[word] != "and" or reading.tags[chunk.start].part == "det":
        return None
    if reading.lower[chunk.head].rstrip(".") not in role_words() | _titles():
        return None
    named = reading.chunk_of[word + 1]
    mention = reading.person_at(named.head) if named is not None else None
    return mention if mention is not None and mention.title else None


def _after_origin(reading: Reading, word: int, end: int) -> int:
    """Return where "of Massachusetts" after a name ends, or the word itself if that does not stand there."""
    place = reading.chunk_of[word + 1] if word + 1 < end and reading.lower[word] in ("of", "from") else None
    return place.end if place is not None and place.start == word + 1 else word


@remembered
def tail_of(reading: Reading, chunk: Chunk) -> int:
    """Return where the description ends with what hangs on it by "of", "for", "with", "from", "in", "at"."""
    _, end = reading.sentence_of(chunk.head)
    word = chunk.end
    while word + 1 < end and word - chunk.end < _LONGEST_TAIL:
        following = reading.chunk_of[word + 1]
        sent = reading.lower[word] == "to" and reading.lower[chunk.head] in word_class("sent_to") and word == chunk.end
        tied = sent or reading.lower[word] in ("of", "for", "with", "from", "in", "at")
        if not tied or following is None or following.time:
            break
        if following.pronoun or (reading.lower[word] == "in" and reading.lower[following.head] in _NO_TAIL):
            break
        word = following.end
    return word
