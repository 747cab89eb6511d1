"""From the words that name a speaker or holder to who it is: a full name, or the description as it stands."""

from bisect import bisect_left
from functools import partial

from crossread.extract.appositions import apposed, apposed_before, apposed_names, joined_to, tail_of, titled_after
from crossread.extract.authors import author_of
from crossread.extract.bodies import body_of
from crossread.extract.cast import Cast
from crossread.extract.chunks import Chunk, possessive_mark
from crossread.extract.named_together import named_together
from crossread.extract.reading import Reading
from crossread.extract.roles import subject_of
from crossread.extract.voice import Voice, person_voice
from crossread.extract.word_classes import institution_nouns, person_pronouns, word_class
from crossread.records import Span

__all__ = ["Voice", "voice_of"]


def voice_of(cast: Cast, chunk: Chunk, last: Voice | None = None) -> Voice | None:
    """Return who the noun phrase refers to; `last` is who spoke last. None for pronouns that refer to nobody known."""
    known: dict[tuple[Chunk, Voice | None], Voice | None] = cast.remembered
    asked = chunk, last
    if asked not in known:
        known[asked] = None  # for a text by a text by the first: whoever asks on the way gets nobody
        known[asked] = _voice_of(cast, chunk, last)
    return known[asked]


def _voice_of(cast: Cast, chunk: Chunk, last: Voice | None) -> Voice | None:
    reading = cast.reading
    mention = reading.names[chunk.head]
    if chunk.pronoun:
        return _pronoun(cast, chunk, last)
    if mention is not None and mention.form == "name":
        return Voice(cast.full_name(mention), mention.span, mention)
    if reading.lower[chunk.head] in word_class("text_noun"):
        author = author_of(cast, chunk, last, partial(voice_of, cast))
        if author is not None:
            return author
    name = apposed(reading, chunk) or apposed_before(reading, chunk) or titled_after(reading, chunk)
    if name is not None:
        return Voice(cast.full_name(name), name.span, name)
    several = apposed_names(reading, chunk)
    if several is not None:
        named = reading.span(*several)
        return Voice(" ".join(named.text.split()), named)
    if reading.lower[chunk.head] == "own":
        return None
    return _description(cast, joined_to(reading, chunk) or chunk, last)


def _pronoun(cast: Cast, chunk: Chunk, last: Voice | None) -> Voice | None:
    reading = cast.reading
    word = reading.lower[chunk.head]
    span = reading.span(chunk.start, chunk.end)
    if word in person_pronouns():
        return person_voice(cast, chunk.head, span, last)
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
        told = reading.lower[subject.head] in word_class("text_noun") | institution_nouns()
        if not plural and not told and (mention is None or mention.form != "name"):
            continue
        found = voice_of(cast, subject)
        return Voice(found.name, reading.span(chunk.start, chunk.end), found.mention) if found else None
    return last if last is not None and (last.mention is None or last.mention.kind != "person") else None


_LONGEST_REFERENCE = 6  # words of a description that only points back ("the former state governor")


def _description(cast: Cast, chunk: Chunk, last: Voice | None) -> Voice | None:
    return _known(cast, chunk, last) or _owned(cast, chunk, last) or _as_it_stands(cast.reading, chunk)


def _known(cast: Cast, chunk: Chunk, last: Voice | None) -> Voice | None:
    """Return somebody whom the article named or described more fully before."""
    reading = cast.reading
    if reading.lower[chunk.head] in word_class("text_noun"):
        return None
    if reading.lower[chunk.start] != "the" or chunk.end - chunk.start > _LONGEST_REFERENCE:
        return None
    if chunk.end < len(reading.forms) and reading.lower[chunk.end] in ("of", "who"):
        return None
    span = reading.span(chunk.start, chunk.end)
    several = named_together(reading, chunk)
    if several is not None:
        return Voice(" ".join(several.text.split()), span)
    body = body_of(cast, chunk, last)
    if body is not None:
        return Voice(cast.full_name(body), span, body)
    earlier = _earlier_description(reading, chunk)
    if earlier is not None:
        return _as_before(cast, earlier, last, span)
    person = cast.described(chunk, last.mention if last else None)
    return Voice(cast.full_name(person), span, person) if person is not None else None


def _as_before(cast: Cast, earlier: Chunk, last: Voice | None, span: Span) -> Voice | None:
    """Return whom the longer description stands for: who is named beside it, whom it takes up, or itself."""
    reading = cast.reading
    found = apposed(reading, earlier)
    if found is None and (reading.lower[earlier.start] == "the" or apposed_names(reading, earlier) is not None):
        taken = voice_of(cast, earlier, last)
        return Voice(taken.name, span, taken.mention) if taken is not None else None
    name = cast.full_name(found) if found else reading.span(earlier.start, tail_of(reading, earlier)).text
    return Voice(name, span, found)


def _owned(cast: Cast, chunk: Chunk, last: Voice | None) -> Voice | None:
    """Return "Ann Lee's lawyer" for "her lawyer" and for "Lee's lawyer"."""
    reading, end = cast.reading, tail_of(cast.reading, chunk)
    mark = possessive_mark(reading, chunk)
    if mark is not None:
        owner, owned = reading.names[mark - 1], mark + 1
    elif end > chunk.start + 1 and reading.lower[chunk.start] in person_pronouns():
        owner, owned = cast.person_for(chunk.start, last.mention if last else None), chunk.start + 1
    else:
        return None
    if owner is None or owner.kind != "person" or owner.form != "name":
        return None
    name = cast.full_name(owner)
    if mark is not None and name == owner.span.text:
        return None  # the words as they stand say no less
    ending = "'" if name.endswith("s") else "'s"
    return Voice(f"{name}{ending} {reading.span(owned, end).text}", reading.span(chunk.start, end))


def _as_it_stands(reading: Reading, chunk: Chunk) -> Voice:
    end = tail_of(reading, chunk)
    bare = min(chunk.start + (reading.lower[chunk.start] in ("the", "one")), chunk.head)
    return Voice(reading.span(bare, end).text, reading.span(chunk.start, end))


_DESCRIPTIONS_BACK = 60  # noun phrases looked back for the one that introduced "the official"


def _earlier_description(reading: Reading, chunk: Chunk) -> Chunk | None:
    """Return the longer description with the same head noun that came before."""
    at = bisect_left(reading.chunks, chunk.start, key=lambda c: c.start)
    for other in reversed(reading.chunks[max(0, at - _DESCRIPTIONS_BACK) : at]):
        same = reading.lower[other.head] == reading.lower[chunk.head]
        if same and other.end - other.start > chunk.end - chunk.start and not reading.forms[other.head][0].isupper():
            return other
    return None
