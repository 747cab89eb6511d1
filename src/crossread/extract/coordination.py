"""Lists: "A, B and C" as A, B and C, and "seven X including A, B and C" as the X and each of A, B and C."""

from itertools import pairwise

from crossread.extract.chunks import Chunk
from crossread.extract.cues import reports_speech
from crossread.extract.reading import Reading
from crossread.extract.remembered import remembered
from crossread.extract.roles import subject_of

LONGEST_LIST = 40  # members: a longer list is no sentence, and time stays linear


@remembered
def coordinated(reading: Reading, chunk: Chunk) -> tuple[Chunk, ...]:
    """Return the members of the list that the noun phrase is part of, in text order; the phrase alone if in none.

    "They" of what a list is said to say is that list: "Chile and Peru say they back her".
    """
    tellers = _tellers(reading, chunk)
    listed = coordinated(reading, tellers) if tellers is not None else ()
    if len(listed) > 1:
        return listed
    start, end = reading.sentence_of(chunk.head)
    members = [chunk]
    while len(members) < LONGEST_LIST:
        before = _member_before(reading, members[0], start, last=len(members) == 1)
        if before is None:
            break
        members.insert(0, before)
    while len(members) < LONGEST_LIST:
        after = _member_after(reading, members[-1], end)
        if after is None:
            break
        members.append(after)
    if len(members) > 1 and (not _joined(reading, members) or _next_clause(reading, members)):
        members = [chunk]
    head = members[0]
    if head.start - 1 > start and reading.lower[head.start - 1] in ("including", "like") and len(members) >= 1:
        whole = _whole_before(reading, head, start)
        return (whole, *members) if whole is not None else tuple(members)
    return (*members, *_included(reading, members[-1], end))


def _tellers(reading: Reading, chunk: Chunk) -> Chunk | None:
    """Return the subject of the verb of telling right before "they", or None."""
    if not chunk.pronoun or reading.lower[chunk.head] != "they":
        return None
    start, _ = reading.sentence_of(chunk.head)
    before = chunk.start - 1 - (reading.lower[chunk.start - 1] == "that")
    telling = reading.groups_in(max(start, before), before + 1)
    if not telling or telling[-1].passive or not reports_speech(telling[-1].lemma):
        return None
    subject = subject_of(reading, telling[-1])
    return subject if subject is not None and not subject.pronoun else None


def _member_before(reading: Reading, chunk: Chunk, start: int, *, last: bool) -> Chunk | None:
    word = chunk.start - 1
    if word <= start:
        return None
    joins = reading.lower[word] in ("and", "or", "nor", "&", ",")
    if reading.lower[word] in ("and", "or", "nor") and word - 1 > start and reading.forms[word - 1] == ",":
        word -= 1
    if not joins or (last and reading.forms[chunk.start - 1] == ","):
        return None
    other = reading.chunk_of[word - 1]
    return other if other is not None and _alike(reading, chunk, other) else None


def _member_after(reading: Reading, chunk: Chunk, end: int) -> Chunk | None:
    word = chunk.end
    if word + 1 >= end or reading.lower[word] not in (",", "and", "or", "nor", "&"):
        return None
    word += 1
    if reading.lower[word] in ("and", "or", "nor") and word + 1 < end:
        word += 1
    other = reading.chunk_of[word]
    return other if other is not None and other.start == word and _alike(reading, chunk, other) else None


def _alike(reading: Reading, one: Chunk, other: Chunk) -> bool:
    """Whether two phrases may be members of one list: both names, or both descriptions, and no times or pronouns."""
    if one.time or other.time:
        return False
    first, second = reading.names[one.head], reading.names[other.head]
    named = [m is not None and m.form == "name" for m in (first, second)]
    return all(named) or not any(named) or any(c.end - c.start > 1 for c in (one, other))


def _joined(reading: Reading, members: list[Chunk]) -> bool:
    """Whether a conjunction joins the last two: commas alone make an apposition."""
    return any(
        reading.lower[word] in ("and", "or", "nor", "&")
        for one, two in pairwise(members)
        for word in range(one.end, two.start)
    )


def _next_clause(reading: Reading, members: list[Chunk]) -> bool:
    """Whether a comma parts the only two: another clause begins there ("cut ties with A, and B did so too")."""
    return len(members) == len("AB") and reading.forms[members[0].end] == ","


def _whole_before(reading: Reading, chunk: Chunk, start: int) -> Chunk | None:
    word = chunk.start - 2
    if word > start and reading.forms[word] == ",":
        word -= 1
    return reading.chunk_of[word] if word >= start else None


def _included(reading: Reading, chunk: Chunk, end: int) -> list[Chunk]:
    """The members named after "including" or "such as"."""
    word = chunk.end
    if word < end and reading.forms[word] in (",", "-", "–"):
        word += 1
    if word + 1 >= end:
        return []
    if reading.lower[word] == "including":
        word += 1
    elif reading.lower[word] == "such" and reading.lower[word + 1] == "as" and word + 2 < end:
        word += 2
    else:
        return []
    first = reading.chunk_of[word]
    if first is None or first.start != word:
        return []
    members = [first]
    while len(members) < LONGEST_LIST and (after := _member_after(reading, members[-1], end)) is not None:
        members.append(after)
    return members
