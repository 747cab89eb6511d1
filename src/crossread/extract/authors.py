"""Whose words a text is: "his statement", "a letter from the council", "the suit" that two states brought."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Final

from crossread.extract.cast import Cast
from crossread.extract.chunks import Chunk
from crossread.extract.cues import reports_speech
from crossread.extract.objects import agent_of
from crossread.extract.reading import Reading
from crossread.extract.roles import subject_of
from crossread.extract.voice import Refer, Voice, person_voice
from crossread.extract.word_classes import person_pronouns, word_class
from crossread.resources import read_table

_TEXTS_BACK: Final = 60  # noun phrases looked back for the one that introduced "the letter"
_WAYS: Final = ("in", "by", "via", "through", "with", "on")


def author_of(cast: Cast, chunk: Chunk, last: Voice | None, refer: Refer) -> Voice | None:
    """Return who wrote or made the text that the noun phrase names, or None."""
    reading = cast.reading
    told = _told_here(cast, chunk, last, refer)
    if told is not None:
        return _speaking(reading, chunk, chunk, told)
    if reading.lower[chunk.start] in ("the", "that", "this", "those"):
        for other in _same_text(reading, chunk):
            found = _introduced(cast, other, refer)
            if found is not None:
                return _speaking(reading, chunk, other, found)
        if reading.lower[chunk.head] in _handed_on() and last:
            return Voice(last.name, reading.span(chunk.start, chunk.end), last.mention)
    return _issuer(cast, chunk, last, refer)


def _told_here(cast: Cast, chunk: Chunk, last: Voice | None, refer: Refer) -> Voice | None:
    """Return the author that the phrase itself names: by a possessive, "from", "by" or "signed by"."""
    reading = cast.reading
    if reading.lower[chunk.start] in person_pronouns():
        return person_voice(cast, chunk.start, reading.span(chunk.start, chunk.end), last)
    owner = next((w for w in range(chunk.end - 1, chunk.start, -1) if reading.tags[w].part == "poss"), None)
    if owner is not None:
        return refer(Chunk(chunk.start, owner, owner - 1), last)
    word = chunk.end
    if word + 1 < len(reading.forms) and reading.lower[word + 1] == "by" and reading.tags[word].part == "verb":
        if reading.tags[word].lemma in word_class("passing_on"):
            return None
        word += 1
    if word + 1 < len(reading.forms) and reading.lower[word] in ("from", "by"):
        source = reading.chunk_of[word + 1]
        return refer(source, last) if source is not None and not (source.pronoun or source.time) else None
    return None


def _introduced(cast: Cast, other: Chunk, refer: Refer) -> Voice | None:
    """Return the author by what introduced the text: "Ann Lee said in a statement", "The suit was brought by Reed"."""
    told = _told_here(cast, other, None, refer) or _brought(cast, other, refer)
    if told is None and cast.reading.lower[other.start] != "the":
        told = _issuer(cast, other, None, refer) or _telling(cast, other, refer)
    return told


def _speaking(reading: Reading, chunk: Chunk, introduced: Chunk, author: Voice) -> Voice:
    """Return the author of words that are merely handed on, as a statement; else the text with its author's name.

    A suit, report or advertisement speaks for itself: "suit of Arland".
    """
    span = reading.span(chunk.start, chunk.end)
    head = reading.lower[introduced.head]
    if head in _handed_on():
        return Voice(author.name, span, author.mention)
    return Voice(f"{reading.forms[introduced.head]} of {author.name}{_together(reading, author)}", span)


def _together(reading: Reading, author: Voice) -> str:
    """Return " and Reed" where another name is joined to the author's."""
    word = reading.word_after(author.span.end)
    if word + 1 >= len(reading.forms) or reading.lower[word] != "and":
        return ""
    joined = reading.names[word + 1]
    return f" and {joined.span.text}" if joined is not None and joined.form == "name" else ""


@cache
def _handed_on() -> frozenset[str]:
    """Return the nouns of texts that only hand on what their author says."""
    rows = read_table("lexicons/en/text_nouns.tsv")
    return frozenset(form for row in rows if row["speaks"] == "author" for form in row["nouns"].split("|"))


def _same_text(reading: Reading, chunk: Chunk) -> Iterator[Chunk]:
    """Yield the noun phrases before it that may name the same text, the nearest first."""
    at = bisect_left(reading.chunks, chunk.start, key=lambda c: c.start)
    sort = _sorts().get(reading.lower[chunk.head], reading.lower[chunk.head])
    for other in reversed(reading.chunks[max(0, at - _TEXTS_BACK) : at]):
        head = reading.lower[other.head]
        if _sorts().get(head, head) == sort and not reading.quoted[other.head]:
            yield other


@cache
def _sorts() -> dict[str, str]:
    """Return for each noun of a text one noun that stands for all that can name the same."""
    return {form: row["sort"] for row in read_table("lexicons/en/text_nouns.tsv") for form in row["nouns"].split("|")}


def _brought(cast: Cast, chunk: Chunk, refer: Refer) -> Voice | None:
    """Return the agent of a passive verb right after the text: "The suit, which was brought by the mayor"."""
    reading = cast.reading
    _, end = reading.sentence_of(chunk.head)
    group = next(iter(reading.groups_in(chunk.end, min(end, chunk.end + _BROUGHT_REACH))), None)
    wrote = group is not None and group.passive and group.lemma not in word_class("passing_on")
    agent = agent_of(reading, group) if group is not None and wrote else None
    return refer(agent, None) if agent is not None and not agent.pronoun else None


_BROUGHT_REACH: Final = 5  # words up to the verb


def _telling(cast: Cast, chunk: Chunk, refer: Refer) -> Voice | None:
    """Return who speaks by the text: the subject of the verb of telling before "in a statement", "with an ad"."""
    reading = cast.reading
    start, _ = reading.sentence_of(chunk.head)
    if chunk.start == start or reading.lower[chunk.start - 1] not in _WAYS:
        return None
    told = [group for group in reading.groups_in(start, chunk.start) if group.finite and not group.passive]
    spoken = [group for group in told if reports_speech(group.lemma)]
    group = next(reversed(spoken or told), None)
    subject = subject_of(reading, group) if group is not None else None
    if subject is None or subject.pronoun or not (spoken or reading.names[subject.head]):
        return None  # "the latest criticism comes in a letter": criticism writes none
    return refer(subject, None)


def _issuer(cast: Cast, chunk: Chunk, last: Voice | None, refer: Refer) -> Voice | None:
    """Return the subject of the verb right before the text: "The council issued a statement"."""
    reading = cast.reading
    start, _ = reading.sentence_of(chunk.head)
    before = chunk.start - 1
    while before > start and reading.tags[before].part in {"adv", "prep"} and reading.lower[before] in ("out", "up"):
        before -= 1
    issued = reading.groups_in(max(start, before), chunk.start)
    if not issued or not issued[-1].finite or issued[-1].passive:
        return None
    subject = subject_of(reading, issued[-1])
    return refer(subject, last) if subject is not None and subject.start < chunk.start else None
