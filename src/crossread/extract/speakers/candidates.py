"""Everybody who may have said the words between a pair of marks: who stands in reach, and who spoke last."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from crossread.extract.cast import Cast
from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.cue_behind import quoted_by
from crossread.extract.cues import is_cue, reports_speech
from crossread.extract.marks import MarkedRange
from crossread.extract.reading import Reading
from crossread.extract.roles import agent_of, subject_of
from crossread.extract.setting import Attribution, Setting
from crossread.extract.voices import Voice, voice_of
from crossread.extract.word_classes import institution_nouns, person_pronouns, role_words, word_class

Role = Literal["none", "subject", "inverted", "agent", "according", "object"]

_SENTENCES_BACK: Final = 2
_MOST_LINES: Final = 20  # sentences and lines back, at most: in a list no line is prose
_FARTHEST: Final = 400  # words: a sentence without an end is no prose, and work stays linear
_MOST_BEFORE: Final = 9  # candidates on one side, the nearest first
_MOST_AFTER: Final = 4
SPEAKING_KINDS: Final = frozenset({"person", "org", "gpe", "group", "other"})


@dataclass(frozen=True, slots=True)
class Scene:
    """A quotation with what is known when its speaker is looked for.

    `rule`: what the rules say; `last`: who spoke the quotation before it, `previous`, and `same_sentence` whether that
    one ends in this one's sentence; `ahead`: who speaks the next one, where this one is left open; `told`: the source
    of the report whose content the words are, with the report's `likelihood`.
    """

    marked: MarkedRange
    setting: Setting
    rule: Attribution | None
    last: Voice | None = None
    previous: MarkedRange | None = None
    same_sentence: bool = False
    stands_alone: bool = False
    ahead: Voice | None = None
    told: Voice | None = None
    likelihood: float = 0.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody, by the noun phrase that names them or, where that is None, as who was told by other means.

    `cue`: the verb that they do, if any; `role` says how.
    """

    voice: Voice
    chunk: Chunk | None = None
    cue: VerbGroup | None = None
    role: Role = "none"


@dataclass(frozen=True, slots=True)
class _Window:
    """The words in which speakers are looked for, and what each noun phrase in it does."""

    start: int
    end: int
    doing: dict[int, tuple[VerbGroup, Role]] = field(default_factory=dict)


def candidates_of(cast: Cast, scene: Scene) -> list[Candidate]:
    """Return the candidates in text order, then those that no noun phrase in reach names; each voice is known."""
    reading = cast.reading
    window = _window(reading, scene)
    first, after = scene.setting.inside
    before = [c for c in _chunks(reading, window.start, first) if _may_speak(reading, c, window)][-_MOST_BEFORE:]
    behind = [c for c in _chunks(reading, after, window.end) if _may_speak(reading, c, window)][:_MOST_AFTER]
    found = []
    for chunk in (*before, *behind):
        voice = voice_of(cast, chunk, scene.last)
        if voice is not None:
            doing = window.doing.get(chunk.start)
            found.append(Candidate(voice, chunk, *doing) if doing is not None else Candidate(voice, chunk))
    for voice in (scene.rule.voice if scene.rule else None, scene.told, scene.last, scene.ahead):
        if voice is not None and all(voice.name != known.voice.name for known in found):
            found.append(Candidate(voice))
    return found


def _window(reading: Reading, scene: Scene) -> _Window:
    sentence = reading.sentence_at(scene.marked.start)
    start = reading.sentence_words[_earlier_prose(reading, sentence)][0]
    last = reading.sentence_words[reading.sentence_at(max(scene.marked.start, scene.marked.end - 1))][1]
    first, after = scene.setting.inside
    end = max(last, scene.setting.after[1])
    window = _Window(max(start, first - _FARTHEST), min(end, after + _FARTHEST))
    for group in reading.groups_in(window.start, window.end):
        if not reading.quoted[group.verb]:
            for chunk, role in _doers(reading, group):
                window.doing[chunk.start] = _weightier(window.doing.get(chunk.start), (group, role))
    for word in range(window.start, window.end - 2):
        if reading.lower[word] == "according" and reading.lower[word + 1] == "to":
            source = reading.chunk_of[word + 2]
            if source is not None:
                group = VerbGroup(word, word, "accord", None, False, False, False, None, False)
                window.doing[source.start] = (group, "according")
    return window


def _earlier_prose(reading: Reading, sentence: int) -> int:
    """Return the sentence of prose that stands some before it; captions and headings between them do not count."""
    least = max(0, reading.prose[sentence] - _SENTENCES_BACK)
    first, farthest = sentence, max(0, sentence - _MOST_LINES)
    while first > farthest and reading.prose[first - 1] >= least:
        first -= 1
    return first


def _weightier(known: tuple[VerbGroup, Role] | None, other: tuple[VerbGroup, Role]) -> tuple[VerbGroup, Role]:
    """Of two things that somebody does, return the one that is more of a cue; the later of equals."""
    if known is None:
        return other
    return known if _weight(known[0]) > _weight(other[0]) else other


def _weight(group: VerbGroup) -> int:
    return 2 * reports_speech(group.lemma) + is_cue(group.lemma)


def _doers(reading: Reading, group: VerbGroup) -> Iterator[tuple[Chunk, Role]]:
    subject = subject_of(reading, group) if group.finite or is_cue(group.lemma) else None
    subject = quoted_by(reading, group) or subject
    agent = agent_of(reading, group) if group.passive else None
    if agent is not None:
        yield agent, "agent"
    if subject is not None:
        yield subject, "subject"
    if reports_speech(group.lemma) and (inverted := _inverted(reading, group)) is not None:
        yield inverted, "inverted"


def _inverted(reading: Reading, group: VerbGroup) -> Chunk | None:
    """Return the noun phrase after a verb of telling that a mark or nothing stands before: "…," said the mayor."""
    before, after = group.start - 1, group.verb + 1
    if after >= len(reading.forms) or (before >= 0 and reading.tags[before].part != "punct"):
        return None
    chunk = reading.chunk_of[after]
    return chunk if chunk is not None and chunk.start == after and not chunk.time else None


def _chunks(reading: Reading, start: int, end: int) -> Iterator[Chunk]:
    word = start
    while word < end:
        chunk = reading.chunk_of[word]
        if chunk is None or reading.quoted[word]:
            word += 1
            continue
        yield chunk
        word = max(chunk.end, word + 1)


def _may_speak(reading: Reading, chunk: Chunk, window: _Window) -> bool:
    if chunk.time:
        return False
    head = reading.lower[chunk.head]
    if chunk.pronoun:
        return head in person_pronouns() | word_class("plural") | word_class("neuter")
    mention = reading.names[chunk.head]
    if mention is not None and mention.kind in SPEAKING_KINDS:
        return True
    doing = window.doing.get(chunk.start)
    return head in speaking_nouns() or (doing is not None and is_cue(doing[0].lemma)) or _according(doing)


def _according(doing: tuple[VerbGroup, Role] | None) -> bool:
    return doing is not None and doing[1] == "according"


def speaking_nouns() -> frozenset[str]:
    """Return the nouns that by themselves name somebody who can speak, or words that do."""
    return role_words() | word_class("text_noun") | institution_nouns()
