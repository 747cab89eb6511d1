"""Who is said to have said the words between quotation marks, and by which word it is said.

The cue is looked for where English puts it: right after the quotation ("…," she said; "…," said the mayor), before it
(She said: "…"), or around it (She called it "…"). A quotation without a cue of its own goes on from the last one.
"""

from dataclasses import dataclass

from crossread.extract.cast import Cast
from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.cues import cue_kinds, is_cue, reports_speech
from crossread.extract.marks import MarkedRange
from crossread.extract.reading import Reading
from crossread.extract.roles import agent_of, subject_of
from crossread.extract.voices import Voice, voice_of
from crossread.extract.word_classes import word_class

_NEAR = 9  # words between a quotation's end and the cue that follows it, a short apposition included


@dataclass(frozen=True, slots=True)
class Attribution:
    """`cue` is the index of the cue word, None where the quotation goes on without one; `voice` the speaker."""

    cue: int | None
    voice: Voice | None
    strong: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a quotation stands: half-open word ranges of the words in its sentence before it, of it, and after it."""

    before: tuple[int, int]
    inside: tuple[int, int]
    after: tuple[int, int]


def setting_of(reading: Reading, marked: MarkedRange, reach: tuple[int, int]) -> Setting:
    """Return the setting; `reach` are the character offsets where the neighbouring quotations end and begin."""
    first, last = reading.word_at(marked.start), reading.word_after(marked.end)
    left = reading.sentence_words[reading.sentence_at(marked.start)][0]
    right = reading.sentence_words[reading.sentence_at(max(marked.start, marked.end - 1))][1]
    opened, closed = reading.word_at(marked.outer[0]), reading.word_after(marked.outer[1])
    if right <= closed:
        right = _run_on(reading, closed)
    before = max(left, reading.word_after(reach[0])), min(first, opened)
    after = max(last, closed), min(right, reading.word_after(reach[1]))
    return Setting((min(before), before[1]), (first, last), (after[0], max(after)))


def _run_on(reading: Reading, word: int) -> int:
    """Return the end of the sentence that begins at the word if it goes on from the quotation, else the word."""
    if word >= len(reading.forms):
        return word
    _, end = reading.sentence_of(word)
    if reading.forms[word][0].islower():
        return end
    if not word or "\n" in reading.text[reading.annotated.words.end[word - 1] : reading.annotated.words.start[word]]:
        return word
    asked = any(form in ("?", "!") for form in reading.forms[max(0, word - 2) : word])
    reach = _LONGEST_TELLER if asked else _SHORTEST_SENTENCE
    groups = reading.groups_in(word, min(end, word + reach))
    tells = any(reports_speech(group.lemma) or _is_quoted(reading, group) for group in groups[:1])
    return end if tells and (asked or end - word <= _SHORTEST_SENTENCE) else word


_SHORTEST_SENTENCE = 6  # words of "Ms. Lee said.", cut off from the quotation by a wrong full stop
_LONGEST_TELLER = 12  # words up to the verb of "Ann Lee, the Greens' leader in the council, asked", cut off by a mark


def attribute(cast: Cast, setting: Setting, last: Voice | None) -> Attribution | None:
    """Return the attribution that the sentence itself makes, or None."""
    reading = cast.reading
    before = setting.before
    starts = not any(reading.tags[word].part in {"verb", "aux"} for word in range(*before))
    ways = (_following, _preceding) if starts and not _leads(reading, before) else (_preceding, _following)
    for way in ways:
        found = way(cast, setting, last)
        if found is not None and (found.voice is not None or found.strong):
            return found
    return _according(cast, setting, last) or _owner(cast, setting) or _subject_around(cast, setting, last)


def introduction(cast: Cast, sentence: int, last: Voice | None) -> Attribution | None:
    """Return who speaks by the sentence that leads in a quotation: its last verb of telling, or its subject."""
    start, end = cast.reading.sentence_words[sentence]
    setting = Setting((start, end), (end, end), (end, end))
    return _preceding(cast, setting, last) or _according(cast, setting, last) or _subject_around(cast, setting, last)


def _owner(cast: Cast, setting: Setting) -> Attribution | None:
    """His answer: "…". The mayor's reply: "…"."""
    reading, last = cast.reading, setting.before[1] - 1
    if last < setting.before[0] or reading.forms[last] != ":":
        return None
    chunk = reading.chunk_of[last - 1] if last else None
    if chunk is None:
        return None
    if reading.lower[chunk.start] in word_class("male") | word_class("female"):
        person = cast.person_for(chunk.start)
        voice = Voice(cast.full_name(person), reading.span(chunk.start, chunk.start + 1), person) if person else None
        return Attribution(None, voice, strong=True)
    mention = next((m for w in range(chunk.start, chunk.end) if (m := reading.names[w]) and m.form == "name"), None)
    return Attribution(None, Voice(cast.full_name(mention), mention.span, mention), strong=True) if mention else None


def _leads(reading: Reading, before: tuple[int, int]) -> bool:
    """Whether the words before end in a comma, a colon or a verb that leads in the quotation."""
    if before[0] == before[1]:
        return False
    word = before[1] - 1
    if reading.forms[word] in (",", ":", "-", "–", "—"):
        return True
    return reading.tags[word].part == "verb" and is_cue(reading.tags[word].lemma)


def _following(cast: Cast, setting: Setting, last: Voice | None) -> Attribution | None:
    """Find the cue after it: "…," she said. "…," said the mayor. "…," Ann Lee, a neighbour, told reporters."""
    reading = cast.reading
    start, end = setting.after
    first = next((w for w in range(start, end) if reading.tags[w].part != "punct"), end)
    if first < end and reading.tags[first].part in {"conj", "sub", "rel"}:
        return None
    opening = reading.chunk_of[first] if first < end else None
    for place, group in enumerate(g for g in reading.groups_in(start, end) if g.finite):
        subject = subject_of(reading, group)
        if not (reports_speech(group.lemma) or _is_quoted(reading, group)):
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


def _is_quoted(reading: Reading, group: VerbGroup) -> bool:
    """Whether it is "was quoted as saying" or "is heard saying": the subject speaks."""
    following = reading.groups_in(group.verb + 1, min(len(reading.forms), group.verb + 4))
    return group.passive and bool(following) and following[0].form == "ing" and reports_speech(following[0].lemma)


def _speaker(cast: Cast, group: VerbGroup, start: int, last: Voice | None) -> Voice | None:
    """The subject of the cue, before it or, inverted, after it."""
    reading = cast.reading
    subject = subject_of(reading, group)
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
    if word < end and reading.tags[word].part == "verb" and reading.tags[word - 1].part == "punct":
        word += 1
    chunk = reading.chunk_of[word] if word < end else None
    if chunk is not None and not chunk.time:
        return voice_of(cast, chunk, last)
    return voice_of(cast, subject, last) if subject is not None else None


def _preceding(cast: Cast, setting: Setting, last: Voice | None) -> Attribution | None:
    """She said: "…". She called it "…". …, adding that it was "…"."""
    reading = cast.reading
    groups = [g for g in reading.groups_in(*setting.before) if is_cue(g.lemma) or _puts_it(reading, g)]
    spoken = [g for g in groups if _speaks(g) or _puts_it(reading, g)]
    mute: Attribution | None = None
    for group in [*reversed(spoken), *reversed([g for g in groups if g not in spoken])]:
        if group.infinitive and not reports_speech(group.lemma):
            continue
        if group.form == "participle" and not group.finite and group.verb != reading.sentence_of(group.verb)[0]:
            continue
        if group.verb == reading.sentence_of(group.verb)[0] and (found := _inverted(cast, group, last)) is not None:
            return Attribution(group.verb, found, strong=True)
        agent = agent_of(reading, group) if group.passive else None
        subject = agent or subject_of(reading, group)
        if group.passive and agent is None and group.finite:
            continue
        voice = voice_of(cast, subject, last) if subject is not None else None
        if voice is None and (subject is None or reading.forms[setting.before[1] - 1] != ":"):
            inverted = _inverted(cast, group, last)
            voice = inverted
        if voice is not None and (subject is None or _can_tell(reading, subject)):
            return Attribution(group.verb, voice, strong=True)
        mute = mute or (Attribution(group.verb, voice, strong=True) if voice else None)
    return mute


def _can_tell(reading: Reading, subject: Chunk) -> bool:
    """Whether the noun phrase is somebody, a body or a text: not what a verb of telling found only by its place."""
    role = reading.lower[subject.head] in word_class("role_noun") | word_class("text_noun") | word_class("unique_role")
    mentions = [reading.names[word] for word in range(subject.start, subject.end)]
    return subject.pronoun or role or any(m is not None and m.kind != "event" for m in mentions)


def _speaks(group: VerbGroup) -> bool:
    """Whether the verb by itself leads words in: verbs of thinking and finding do only where no other does."""
    return bool(cue_kinds()[group.lemma] & {"speech", "appraisal", "order"}) if is_cue(group.lemma) else False


def _puts_it(reading: Reading, group: VerbGroup) -> bool:
    """Whether it is the idiom of "as she put it, "…"."""
    after = group.verb + 1
    return group.lemma == "put" and after < len(reading.lower) and reading.lower[after] == "it"


def _inverted(cast: Cast, group: VerbGroup, last: Voice | None) -> Voice | None:
    reading = cast.reading
    word = group.verb + 1
    chunk = reading.chunk_of[word] if word < len(reading.forms) else None
    return voice_of(cast, chunk, last) if chunk is not None and not chunk.time and reports_speech(group.lemma) else None


def _according(cast: Cast, setting: Setting, last: Voice | None) -> Attribution | None:
    """According to the mayor, it was "…". "In the words of"."""
    reading = cast.reading
    for start, end in (setting.before, setting.after):
        for word in range(start, end - 2):
            if reading.lower[word] == "according" and reading.lower[word + 1] == "to":
                chunk = reading.chunk_of[word + 2]
                voice = voice_of(cast, chunk, last) if chunk is not None else None
                unsigned = chunk is not None and reading.lower[chunk.head] in word_class("text_noun")
                if voice is not None and not (unsigned and voice.mention is None):
                    return Attribution(word, voice, strong=True)
    return None


def _subject_around(cast: Cast, setting: Setting, last: Voice | None) -> Attribution | None:
    """Words in marks inside somebody's clause are theirs, if that somebody can speak: "She invoked the "…"."""
    reading = cast.reading
    for start, end in (setting.before, setting.after):
        groups = [g for g in reading.groups_in(start, end) if g.finite]
        for group in reversed(groups) if start == setting.before[0] else groups[:1]:
            subject = subject_of(reading, group)
            if subject is None or subject.time:
                continue
            voice = voice_of(cast, subject, last)
            role = reading.lower[subject.head] in word_class("role_noun")
            can_speak = voice is not None and (
                role or (voice.mention is not None and voice.mention.kind in {"person", "org"})
            )
            if can_speak and (subject.pronoun is False or reading.lower[subject.head] not in word_class("neuter")):
                return Attribution(None, voice, strong=False)
    return None
