"""Who holds a stance: the subject, the agent of a passive, those who join the ranks, and those who do as others did."""

from dataclasses import dataclass, field

from crossread.extract.cast import Cast
from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.coordination import coordinated
from crossread.extract.reading import Reading
from crossread.extract.roles import agent_of, object_of, subject_of
from crossread.extract.voices import voice_of
from crossread.extract.word_classes import word_class
from crossread.records import Party, Speaker


@dataclass(frozen=True, slots=True)
class Holders:
    """Tells who holds what in one article; what it was asked before it remembers."""

    cast: Cast
    _by_verb: dict[int, Chunk | None] = field(default_factory=dict)

    @property
    def reading(self) -> Reading:
        return self.cast.reading

    def holder_of(self, group: VerbGroup) -> Chunk | None:
        """Return the noun phrase of whoever takes the side that the verb takes, or None."""
        if group.verb not in self._by_verb:
            self._by_verb[group.verb] = _holder_of(self.reading, group)
        return self._by_verb[group.verb]

    def parties(self, chunk: Chunk | None, first_person: Speaker | None) -> list[Party]:
        """Return each member of the noun phrase as a party; "I" is the speaker. Empty where nobody is known."""
        if chunk is None:
            return []
        if chunk.pronoun and self.reading.lower[chunk.head] in ("i", "me", "we", "us"):
            return [Party(first_person.name, first_person.span)] if first_person is not None else []
        found: dict[str, Party] = {}
        for member in coordinated(self.reading, chunk):
            voice = voice_of(self.cast, member)
            if voice is not None:
                found.setdefault(voice.name, Party(voice.name, voice.span))
        return list(found.values())


def _holder_of(reading: Reading, group: VerbGroup) -> Chunk | None:
    """Return the noun phrase of whoever takes the side that the verb takes, or None."""
    if group.passive:
        return agent_of(reading, group)
    subject = subject_of(reading, group)
    if subject is None or reading.lower[subject.head] not in word_class("rank_noun") or group.finite:
        return subject
    return _joining(reading, subject) or subject


def _joining(reading: Reading, ranks: Chunk) -> Chunk | None:
    """Return A of "A joined the ranks backing it" and of "with A among those backing it"."""
    start, _ = reading.sentence_of(ranks.head)
    if ranks.start - 2 >= start and reading.lower[ranks.start - 1] == "among":
        return reading.chunk_of[ranks.start - 2]
    before = reading.groups_in(start, ranks.start)
    if before and before[-1].lemma == "join" and object_of(reading, before[-1]) is not None:
        return subject_of(reading, before[-1])
    return None


def does_likewise(reading: Reading, group: VerbGroup) -> bool:
    """Whether the verb stands for one told before: "did so", "followed suit", "has followed its lead"."""
    after = reading.lower[group.verb + 1 : group.verb + 5]
    if group.lemma == "do":
        return after[:1] in (("so",), ("likewise",)) or after[:2] == ("the", "same")
    return group.lemma == "follow" and (after[:1] == ("suit",) or "lead" in after or "example" in after)
