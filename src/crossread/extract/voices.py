"""From the words that name a speaker or holder to who it is: a full name, or the description as it stands."""

from bisect import bisect_left
from dataclasses import dataclass

from crossread.extract.appositions import apposed, tail_of
from crossread.extract.cast import Cast
from crossread.extract.chunks import Chunk
from crossread.extract.cues import reports_speech
from crossread.extract.reading import Reading
from crossread.extract.roles import subject_of
from crossread.extract.word_classes import word_class
from crossread.records import Mention, Span


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks or acts: `name` as full as the article has it, `span` the words here, `mention` of a name."""

    name: str
    span: Span
    mention: Mention | None = None


def voice_of(cast: Cast, chunk: Chunk, last: Voice | None = None) -> Voice | None:
    """Return who the noun phrase refers to; `last` is who spoke last. None for pronouns that refer to nobody known."""
    if last is not None:
        return _voice_of(cast, chunk, last)
    known: dict[Chunk, Voice | None] = cast.remembered
    if chunk not in known:
        known[chunk] = _voice_of(cast, chunk, None)
    return known[chunk]


def _voice_of(cast: Cast, chunk: Chunk, last: Voice | None) -> Voice | None:
    reading = cast.reading
    mention = reading.names[chunk.head]
    if chunk.pronoun:
        return _pronoun(cast, chunk, last)
    if mention is not None and mention.form == "name":
        return Voice(cast.full_name(mention), mention.span, mention)
    if reading.lower[chunk.head] in word_class("text_noun"):
        author = _author(cast, chunk, last)
        if author is not None:
            return author
    name = apposed(reading, chunk)
    if name is not None:
        return Voice(cast.full_name(name), name.span, name)
    return None if reading.lower[chunk.head] == "own" else _description(cast, chunk, last)


def _pronoun(cast: Cast, chunk: Chunk, last: Voice | None) -> Voice | None:
    reading = cast.reading
    word = reading.lower[chunk.head]
    span = reading.span(chunk.start, chunk.end)
    if word in word_class("male") | word_class("female"):
        person = cast.person_for(chunk.head, last.mention if last else None)
        return Voice(cast.full_name(person), span, person) if person else None
    if word in word_class("plural") | word_class("neuter"):
        return _group(cast, chunk, last)
    return None


def _group(cast: Cast, chunk: Chunk, last: Voice | None) -> Voice | None:
    """They or it: the last subject that is no single person, looking two sentences back; else who spoke last."""
    reading = cast.reading
    sentence = reading.annotated.words.sentence[chunk.head]
    plural = reading.lower[chunk.head] in word_class("plural")
    first = reading.sentence_words[max(0, sentence - 2)][0]
    groups = [g for g in reading.groups_in(first, chunk.start) if g.finite and not reading.quoted[g.verb]]
    for group in reversed(groups):
        subject = subject_of(reading, group)
        if subject is None or subject.pronoun or subject.time:
            continue
        mention = reading.names[subject.head]
        if mention is not None and mention.kind == "person":
            continue
        if plural and mention is None and not reading.lower[subject.head].endswith("s"):
            continue
        if not plural and (mention is None or mention.form != "name"):
            continue
        found = voice_of(cast, subject)
        return Voice(found.name, reading.span(chunk.start, chunk.end), found.mention) if found else None
    return last if last is not None and (last.mention is None or last.mention.kind != "person") else None


def _author(cast: Cast, chunk: Chunk, last: Voice | None) -> Voice | None:
    """Whose words a statement, letter or post is: "his statement", "a statement by X", "X issued a statement"."""
    reading = cast.reading
    if reading.lower[chunk.start] in word_class("male") | word_class("female"):
        person = cast.person_for(chunk.start, last.mention if last else None)
        return Voice(cast.full_name(person), reading.span(chunk.start, chunk.end), person) if person else None
    owner = next((w for w in range(chunk.end - 1, chunk.start, -1) if reading.tags[w].part == "poss"), None)
    if owner is not None:
        return voice_of(cast, Chunk(chunk.start, owner, owner - 1), last)
    if chunk.end + 1 < len(reading.forms) and reading.lower[chunk.end] in ("from", "by"):
        source = reading.chunk_of[chunk.end + 1]
        return voice_of(cast, source, last) if source is not None and not source.pronoun else None
    issuer = _issuer(cast, chunk) if reading.lower[chunk.start] == "the" else None
    if issuer is not None:
        return Voice(issuer.name, reading.span(chunk.start, chunk.end), issuer.mention)
    if reading.lower[chunk.start] == "the" and reading.lower[chunk.head] in ("statement", "tweet", "post") and last:
        return Voice(last.name, reading.span(chunk.start, chunk.end), last.mention)
    start, _ = reading.sentence_of(chunk.head)
    issued = reading.groups_in(max(start, chunk.start - 1), chunk.start)
    if not issued or not issued[-1].finite or issued[-1].passive:
        return None
    subject = subject_of(reading, issued[-1])
    return voice_of(cast, subject, last) if subject is not None and subject.start < chunk.start else None


_TEXTS_BACK = 40  # noun phrases looked back for the one that introduced "the letter"


def _issuer(cast: Cast, chunk: Chunk) -> Voice | None:
    """Whose "the statement" is, by what introduced it: "Ann Lee said in a statement", "a letter from the council"."""
    reading = cast.reading
    at = bisect_left(reading.chunks, chunk.start, key=lambda c: c.start)
    for other in reversed(reading.chunks[max(0, at - _TEXTS_BACK) : at]):
        if reading.lower[other.head] != reading.lower[chunk.head] or reading.quoted[other.head]:
            continue
        if reading.lower[other.start] == "the":
            continue
        return _author(cast, other, None) or _telling(cast, other)
    return None


def _telling(cast: Cast, chunk: Chunk) -> Voice | None:
    """Who speaks by the text: the subject of the verb of telling before "in a statement"."""
    reading = cast.reading
    start, _ = reading.sentence_of(chunk.head)
    if chunk.start == start or reading.lower[chunk.start - 1] not in ("in", "by", "via", "through"):
        return None
    told = [group for group in reading.groups_in(start, chunk.start) if reports_speech(group.lemma)]
    subject = subject_of(reading, told[-1]) if told and told[-1].finite and not told[-1].passive else None
    return voice_of(cast, subject) if subject is not None and not subject.pronoun else None


_LONGEST_REFERENCE = 6  # words of a description that only points back ("the former state governor")


def _description(cast: Cast, chunk: Chunk, last: Voice | None) -> Voice | None:
    reading = cast.reading
    definite = reading.lower[chunk.start] == "the" and chunk.end - chunk.start <= _LONGEST_REFERENCE
    if definite and not (chunk.end < len(reading.forms) and reading.lower[chunk.end] in ("of", "who")):
        earlier = _earlier_description(reading, chunk)
        person = cast.described(chunk, last.mention if last else None) if earlier is None else None
        if person is not None:
            return Voice(cast.full_name(person), reading.span(chunk.start, chunk.end), person)
        if earlier is not None:
            found = apposed(reading, earlier)
            name = cast.full_name(found) if found else reading.span(earlier.start, tail_of(reading, earlier)).text
            return Voice(name, reading.span(chunk.start, chunk.end), found)
    end = tail_of(reading, chunk)
    if end > chunk.start + 1 and reading.lower[chunk.start] in word_class("male") | word_class("female"):
        owner = cast.person_for(chunk.start, last.mention if last else None)
        if owner is not None:
            owned = reading.span(chunk.start + 1, end).text
            return Voice(f"{cast.full_name(owner)}'s {owned}", reading.span(chunk.start, end))
    start = chunk.start + (reading.lower[chunk.start] == "the")
    span = reading.span(chunk.start, end)
    return Voice(reading.span(min(start, chunk.head), end).text, span)


_DESCRIPTIONS_BACK = 60  # noun phrases looked back for the one that introduced "the official"


def _earlier_description(reading: Reading, chunk: Chunk) -> Chunk | None:
    """Return the longer description with the same head noun that came before."""
    at = bisect_left(reading.chunks, chunk.start, key=lambda c: c.start)
    for other in reversed(reading.chunks[max(0, at - _DESCRIPTIONS_BACK) : at]):
        same = reading.lower[other.head] == reading.lower[chunk.head]
        if same and other.end - other.start > chunk.end - chunk.start and not reading.forms[other.head][0].isupper():
            return other
    return None
