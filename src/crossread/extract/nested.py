"""Quotations inside quotations: "He asked me to join and said, 'You share my values,'" Lee said.

They are told only where the outer speaker's own words tell who spoke; other words in inner marks are the outer
speaker's ("the so-called 'reform'").
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from crossread.extract.attribution import attribute
from crossread.extract.cast import Cast
from crossread.extract.chunks import VerbGroup
from crossread.extract.cues import reports_speech
from crossread.extract.marks import MarkedRange
from crossread.extract.reading import Reading
from crossread.extract.roles import subject_of
from crossread.extract.setting import Setting
from crossread.extract.voice import Voice
from crossread.extract.word_classes import word_class
from crossread.records import Quote, Speaker, content_id

_FEWEST_WORDS: Final = 3
_SELF: Final = frozenset({"i", "we"})


def quotes_within(cast: Cast, outer: Sequence[Quote]) -> Iterator[Quote]:
    """Yield the quotations inside those found, which are sorted by start; the outer speaker stands in their chain."""
    reading = cast.reading
    starts = [quote.span.start for quote in outer]
    for marked in reading.marked:
        at = bisect_right(starts, marked.start) - 1
        held = marked.depth and at >= 0 and marked.end <= outer[at].span.end
        if held and (inner := _within(cast, marked, outer[at])) is not None:
            yield inner


def _within(cast: Cast, marked: MarkedRange, outer: Quote) -> Quote | None:
    reading, teller = cast.reading, outer.speaker
    setting = _setting(reading, marked, outer)
    if teller is None or setting.inside[1] - setting.inside[0] < _FEWEST_WORDS:
        return None
    found = _spoken(cast, setting, teller)
    if found is None:
        return None
    voice, cue = found
    span = reading.annotated.document.span(marked.start, marked.end)
    chain = teller.chain if voice.name == teller.name else (*teller.chain, voice.name)
    return Quote(
        content_id("q", span.doc, span.start, span.end, "direct"),
        span,
        "direct",
        reading.forms[cue],
        Speaker(voice.name, voice.span, None, chain),
        cue_spans=(reading.span(cue, cue + 1),),
        source_spans=(voice.span,),
    )


def _setting(reading: Reading, marked: MarkedRange, outer: Quote) -> Setting:
    """Return where the inner quotation stands, as far as the sentence of the outer speaker goes."""
    first, after = reading.word_at(marked.start), reading.word_after(marked.end)
    left, right = reading.word_at(outer.span.start), reading.word_after(outer.span.end)
    start, _ = reading.sentence_of(first)
    _, end = reading.sentence_of(max(first, after - 1))
    opened, closed = reading.word_at(marked.outer[0]), max(after, reading.word_after(marked.outer[1]))
    before = min(first, opened)
    return Setting((min(max(left, start), before), before), (first, after), (closed, max(closed, min(right, end))))


def _spoken(cast: Cast, setting: Setting, teller: Speaker) -> tuple[Voice, int] | None:
    """Return who is said to have spoken, with the verb that says so."""
    reading = cast.reading
    before = [group for group in reading.groups_in(*setting.before) if reports_speech(group.lemma)]
    after = [group for group in reading.groups_in(*setting.after) if reports_speech(group.lemma)]
    for group in (*reversed(before), *after[:1]):
        voice = _subject(cast, group, teller)
        if voice is not None:
            return voice, group.verb
    found = attribute(cast, setting, None)
    if found is None or found.voice is None or found.cue is None:
        return None
    named = found.voice.mention is not None and found.voice.name != teller.name
    return (found.voice, found.cue) if named and reports_speech(reading.tags[found.cue].lemma) else None


def _subject(cast: Cast, group: VerbGroup, teller: Speaker) -> Voice | None:
    """Return whom a pronoun before the verb means: "I" the outer speaker, "he" anybody but them."""
    reading = cast.reading
    subject = subject_of(reading, group)
    if subject is None or not subject.pronoun:
        return None
    word, span = reading.lower[subject.head], reading.span(subject.start, subject.end)
    if word in _SELF:
        return Voice(teller.name, span)
    gender = next((sort for sort in ("male", "female") if word in word_class(sort)), None)
    person = cast.other_person(subject.head, gender, teller.name) if gender is not None else None
    return Voice(cast.full_name(person), span, person) if person is not None else None
