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


_TAGS = frozenset({"say", "add", "ask", "declare"})  # what an outlet reports or notes may be another's words
_CLOSING = frozenset({"say", "add"})  # no hearer follows them: ", told the Post" is no tag by itself


def tagged(cast: Cast, setting: Setting, last: Voice | None) -> Attribution | None:
    """Find who is named right behind the comma that ends the words, whatever stands before: He "…," Ann Lee said."""
    reading = cast.reading
    start, end = setting.after
    if start >= end or setting.before[0] >= setting.before[1] or not _ends_in_comma(reading, setting):
        return None
    first = start + (reading.lower[start] == "as")
    subject = reading.chunk_of[first] if first < end else None
    group = next((g for g in reading.groups_in(first, end) if g.finite), None)
    if (
        group is None
        or group.passive
        or group.modal is not None
        or reading.forms[group.verb + 1 : group.verb + 2] == (":",)
    ):
        return None
    if group.start == first == start and group.lemma in _TAGS:
        subject = _named_behind(reading, group)
    elif subject is None or subject.start != first or not _says(reading, subject, group, as_=first > start):
        return None
    voice = voice_of(cast, subject, last) if subject is not None and not subject.pronoun else None
    return Attribution(group.verb, voice, strong=True) if voice is not None else None


def _leads_on(reading: Reading, group: VerbGroup) -> bool:
    """Whether the verb leads in what follows: Moore said: "…"."""
    return reading.forms[group.verb + 1 : group.verb + 2] == (":",)


def _ends_in_comma(reading: Reading, setting: Setting) -> bool:
    words = reading.annotated.words
    mark = reading.text[words.end[setting.inside[1] - 1] : words.start[setting.after[0]]]
    return "," in mark or reading.forms[setting.inside[1] - 1] in ("!", "?")


def _says(reading: Reading, subject: Chunk, group: VerbGroup, *, as_: bool) -> bool:
    """Whether the subject does no more than say it: "Ann Lee said", "as Ann Lee recently did", "as Ann Lee put it"."""
    between = range(subject.end, group.start)
    if any(reading.tags[word].part != "adv" for word in between):
        return False
    following = reading.lower[group.verb + 1 : group.verb + 2]
    return group.lemma in _TAGS or (as_ and (group.lemma == "do" or (group.lemma == "put" and following == ("it",))))


def closing(cast: Cast, setting: Setting, last: Voice | None) -> Attribution | None:
    """Find who tells the whole sentence, said at its end: They "…" if it is true, the council said on Monday.

    Nobody else may be said to tell of it before the quotation.
    """
    reading = cast.reading
    start, end = setting.after
    tells = [g for g in reading.groups_in(start, end) if g.finite]
    if not tells or tells[-1].lemma not in _CLOSING or tells[-1].passive or tells[-1].modal is not None:
        return None
    if any(reports_speech(g.lemma) for g in reading.groups_in(*setting.before)):
        return None
    group = tells[-1]
    subject = _told_by(reading, group, start)
    voice = voice_of(cast, subject, last) if subject is not None else None
    return Attribution(group.verb, voice, strong=True) if voice is not None else None


def _told_by(reading: Reading, group: VerbGroup, start: int) -> Chunk | None:
    """Return the subject of a clause that has a comma before it and only says who tells: ", said Ann Lee, a lawyer"."""
    subject = subject_of(reading, group)
    own = subject is not None and subject.start > start
    if group.start > start and reading.forms[group.start - 1] == "," and not own:
        return _named_behind(reading, group)
    if subject is None or not own or subject.end != group.start or subject.time:
        return None
    return subject if reading.forms[subject.start - 1] == "," else None


def _named_behind(reading: Reading, group: VerbGroup) -> Chunk | None:
    """Return the noun phrase after a verb, if it is a name or begins with an article: "said the mayor"."""
    after = reading.chunk_of[group.verb + 1] if group.verb + 1 < reading.sentence_of(group.verb)[1] else None
    known = after is not None and (reading.names[after.head] is not None or reading.tags[after.start].part == "det")
    return after if after is not None and known and not after.time else None


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
    return object_of(reading, group) if says else None


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
