"""Tags: what only says whose the words before it are: "…," Ann Lee said; … if it is true, the council said.

They stand behind the comma that ends the quotation, or at the end of its sentence, and outdo what stands before it.
"""

from typing import Final

from crossread.extract.cast import Cast
from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.cues import reports_speech
from crossread.extract.reading import Reading
from crossread.extract.roles import subject_of
from crossread.extract.setting import Attribution, Setting
from crossread.extract.voices import Voice, voice_of

_TAGS: Final = frozenset({"say", "add", "ask", "declare"})  # what an outlet reports or notes may be another's words
_CLOSING: Final = frozenset({"say", "add"})  # no hearer follows them: ", told the Post" is no tag by itself


def tagged(cast: Cast, setting: Setting, last: Voice | None) -> Attribution | None:
    """Find who is named right behind the comma that ends the words, whatever stands before: He "…," Ann Lee said."""
    reading = cast.reading
    start, end = setting.after
    if start >= end or setting.before[0] >= setting.before[1] or not _ends_in_comma(reading, setting):
        return None
    first = start + (reading.lower[start] == "as")
    subject = reading.chunk_of[first] if first < end else None
    group = next((g for g in reading.groups_in(first, end) if g.finite), None)
    if group is None or not _is_plain(group) or reading.forms[group.verb + 1 : group.verb + 2] == (":",):
        return None  # "Moore said: "…"" leads in what follows
    if group.start == first == start and group.lemma in _TAGS:
        subject = _named_behind(reading, group)
    elif subject is None or subject.start != first or not _says(reading, subject, group, as_=first > start):
        return None
    voice = voice_of(cast, subject, last) if subject is not None and not subject.pronoun else None
    return Attribution(group.verb, voice, strong=True) if voice is not None else None


def _is_plain(group: VerbGroup) -> bool:
    return not group.passive and group.modal is None


def _ends_in_comma(reading: Reading, setting: Setting) -> bool:
    words = reading.annotated.words
    mark = reading.text[words.end[setting.inside[1] - 1] : words.start[setting.after[0]]]
    return "," in mark or reading.forms[setting.inside[1] - 1] in ("!", "?")


def _says(reading: Reading, subject: Chunk, group: VerbGroup, *, as_: bool) -> bool:
    """Whether the subject does no more than say it: "Ann Lee said", "as Ann Lee recently did", "as Ann Lee put it"."""
    between = range(subject.end, group.start)
    apart = len(between) > 1 and reading.forms[between[0]] == reading.forms[between[-1]] == ","
    if not apart and any(reading.tags[word].part != "adv" for word in between):
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
    if not tells or tells[-1].lemma not in _CLOSING or not _is_plain(tells[-1]):
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
