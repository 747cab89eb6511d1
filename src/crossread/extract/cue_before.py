"""The cue before a quotation: She said: "…"; she called it "…"; …, adding that it was "…"."""

from collections.abc import Iterator

from crossread.extract.antecedents import before_adverbs
from crossread.extract.cast import Cast
from crossread.extract.chunks import VerbGroup
from crossread.extract.cues import cue_kinds, is_cue, reports_speech
from crossread.extract.reading import Reading
from crossread.extract.roles import agent_of, subject_of
from crossread.extract.setting import Attribution, Setting
from crossread.extract.tellers import can_tell, goes_on_doing
from crossread.extract.voices import Voice, voice_of
from crossread.extract.word_classes import word_class


def preceding(cast: Cast, setting: Setting, last: Voice | None) -> Attribution | None:
    """She said: "…". She called it "…". …, adding that it was "…"."""
    reading = cast.reading
    mute: Attribution | None = None
    for group in _cues(reading, setting.before):
        if group.verb == reading.sentence_of(group.verb)[0] and (found := _inverted(cast, group, last)) is not None:
            return Attribution(group.verb, found, strong=True)
        agent = agent_of(reading, group) if group.passive else None
        subject = agent or subject_of(reading, group)
        if group.passive and agent is None and group.finite:
            continue
        voice = voice_of(cast, subject, last) if subject is not None else None
        if voice is None and (subject is None or reading.forms[setting.before[1] - 1] != ":"):
            voice = _inverted(cast, group, last)
        if voice is not None and (subject is None or can_tell(reading, subject)):
            return Attribution(group.verb, voice, strong=True)
        mute = mute or (Attribution(group.verb, voice, strong=True) if voice else None)
    return mute


def _cues(reading: Reading, before: tuple[int, int]) -> Iterator[VerbGroup]:
    """Yield the verbs that may lead the words in: those that speak by themselves first, the nearest of each first."""
    groups = [g for g in reading.groups_in(*before) if is_cue(g.lemma) or _puts_it(reading, g)]
    spoken = [g for g in groups if _speaks(g) or _puts_it(reading, g)]
    for group in [*reversed(spoken), *reversed([g for g in groups if g not in spoken])]:
        reduced = group.form == "participle" and not group.finite and group.verb != reading.sentence_of(group.verb)[0]
        orders = group.infinitive and not reports_speech(group.lemma)
        if (
            not reduced
            and not orders
            and not goes_on_doing(reading, group)
            and not _ends_before(reading, group, before[1])
        ):
            yield group


def _ends_before(reading: Reading, group: VerbGroup, end: int) -> bool:
    """Whether the verb's relative clause is over before the word: "a voter who backs Moore, Ann Lee left when"."""
    before = before_adverbs(reading, group)
    if before < 1:
        return False
    if reading.lower[before] in word_class("relative"):
        verbs = reading.groups_in(group.verb + 1, end)
        comma = next((word for word in range(group.verb + 1, end) if reading.forms[word] == ","), end)
        return any(verb.finite and verb.start > comma for verb in verbs)
    chunk = reading.chunk_of[before]
    bare = chunk is not None and chunk.pronoun and reading.chunk_of[before - 1] is not None
    return bare and end - group.verb > 1 and reading.lower[group.verb + 1] != "that"


def _speaks(group: VerbGroup) -> bool:
    """Whether the verb by itself leads words in: verbs of thinking and finding do only where no other does."""
    return bool(cue_kinds()[group.lemma] & {"speech", "appraisal", "order"}) if is_cue(group.lemma) else False


def _puts_it(reading: Reading, group: VerbGroup) -> bool:
    """Whether it is the idiom of "as she put it, "…" or "the letter goes on: "…"."""
    following = reading.lower[group.verb + 1 : group.verb + 3]
    return (group.lemma == "put" and following[:1] == ("it",)) or (group.lemma == "go" and following == ("on", ":"))


def _inverted(cast: Cast, group: VerbGroup, last: Voice | None) -> Voice | None:
    reading = cast.reading
    word = group.verb + 1
    chunk = reading.chunk_of[word] if word < len(reading.forms) else None
    if chunk is None or chunk.time or group.form == "ing" or not reports_speech(group.lemma):
        return None
    return voice_of(cast, chunk, last)
