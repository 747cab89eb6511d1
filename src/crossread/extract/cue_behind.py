"""The cue behind a quotation: "…," she said; "…," said the mayor; "…," the Post quoted a neighbour as saying."""

from crossread.extract.cast import Cast
from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.cues import reports_speech
from crossread.extract.reading import Reading
from crossread.extract.roles import agent_of, object_of, subject_of
from crossread.extract.setting import Attribution, Setting, is_quoted
from crossread.extract.voices import Voice, voice_of
from crossread.extract.word_classes import word_class

_NEAR = 9  # words between a quotation's end and the cue that follows it, a short apposition included


def following(cast: Cast, setting: Setting, last: Voice | None) -> Attribution | None:
    """Find the cue after it: "…," she said. "…," said the mayor. "…," Ann Lee, a neighbour, told reporters."""
    reading = cast.reading
    start, end = setting.after
    first = next((w for w in range(start, end) if reading.tags[w].part != "punct"), end)
    if first < end and reading.tags[first].part in {"conj", "sub", "rel"}:
        return None
    opening = reading.chunk_of[first] if first < end else None
    for place, group in enumerate(g for g in reading.groups_in(start, end) if g.finite):
        subject = subject_of(reading, group)
        if not _tells(reading, group, first):
            if opening is None or opening.pronoun:
                return None
            continue
        if place and subject != opening:
            return None
        if subject is not None and setting.inside[0] <= subject.head < setting.inside[1]:
            return None
        voice = _speaker(cast, group, start, last)
        near = group.verb - start <= _NEAR or voice is not None
        return Attribution(group.verb, voice, near) if near else None
    return None


def _tells(reading: Reading, group: VerbGroup, first: int) -> bool:
    if reports_speech(group.lemma) or is_quoted(reading, group):
        return True
    return quoted_by(reading, group) is not None or _names_after(reading, group, first)


def _names_after(reading: Reading, group: VerbGroup, first: int) -> bool:
    """Whether the verb opens what follows and somebody's name comes next: "…," marvelled Ann Lee."""
    name = reading.names[group.verb + 1] if group.verb + 1 < len(reading.names) else None
    return group.start == first and group.form == "past" and name is not None and name.kind == "person"


def quoted_by(reading: Reading, group: VerbGroup) -> Chunk | None:
    """Return who is quoted by another, as by the Post in "…," the Post quoted a neighbour as saying; else None."""
    if group.lemma not in word_class("quoter") or group.passive:
        return None
    following = next(iter(reading.groups_in(group.verb + 1, reading.sentence_of(group.verb)[1])), None)
    says = following is not None and following.form == "ing" and reading.lower[following.start - 1] == "as"
    return object_of(reading, group) if says or (following is None and group.form == "past") else None


def _speaker(cast: Cast, group: VerbGroup, start: int, last: Voice | None) -> Voice | None:
    """The subject of the cue, before it or, inverted, after it."""
    reading = cast.reading
    subject = subject_of(reading, group)
    quoted = quoted_by(reading, group)
    if quoted is not None:
        return voice_of(cast, quoted, last)
    if subject is not None and subject.start >= start:
        if group.passive:
            agent = agent_of(reading, group)
            subject = agent or subject
        return voice_of(cast, subject, last)
    word = group.verb + 1
    _, end = reading.sentence_of(group.verb)
    while word < end and (
        reading.tags[word].part == "adv" or (reading.forms[word] in ("-", "–") and word > group.verb + 1)
    ):
        word += 1
    while word < end and reading.tags[word].part == "verb" and not reading.tags[word].finite:
        word += 1  # "said retired General Ann Lee"
    chunk = reading.chunk_of[word] if word < end else None
    if chunk is not None and not chunk.time:
        return voice_of(cast, chunk, last)
    return voice_of(cast, subject, last) if subject is not None else None
