"""Who holds a stance: the subject, the agent of a passive, those who join the ranks, and those who do as others did."""

import re
from dataclasses import dataclass, field, replace
from typing import Final

from crossread.extract.cast import Cast
from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.coordination import coordinated
from crossread.extract.own_states import OwnStates
from crossread.extract.reading import Reading
from crossread.extract.roles import agent_of, object_of, subject_of
from crossread.extract.tellings import Telling
from crossread.extract.voices import voice_of
from crossread.extract.word_classes import word_class
from crossread.records import Party, Speaker


@dataclass(frozen=True, slots=True)
class Holders:
    """Tells who holds what in one article; what it was asked before it remembers."""

    cast: Cast
    own: OwnStates
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
                party = self._of_state(Party(voice.name, voice.span))
                found.setdefault(party.name, party)
        return list(found.values())

    def takers(self, chunk: Chunk | None, telling: Telling) -> list[Party]:
        """Return each member of the noun phrase of a telling as a party that takes a side.

        Who speaks for "the people" tells their own side, and "it" of what a state or body is said to say is that.
        """
        speaker = telling.speaker
        if speaker is None or chunk is None:
            return self.parties(chunk, speaker)
        own = Party(speaker.name, speaker.span)
        if self.reading.lower[chunk.head] == "it" and chunk.pronoun and not telling.quoted and self._is_body(speaker):
            return [own]
        takers = [own if _PEOPLE.search(party.name) else party for party in self.parties(chunk, speaker)]
        return list({party.name: party for party in takers}.values())

    def _is_body(self, speaker: Speaker) -> bool:
        """Whether the speaker is named, and no person."""
        mention = self.reading.names[self.reading.word_at(speaker.span.start)] if speaker.span is not None else None
        return mention is not None and mention.form == "name" and mention.kind in ("gpe", "org")

    def _of_state(self, party: Party) -> Party:
        """Return "her country" as the state that she is of, where the article tells which."""
        owner, _, owned = party.name.rpartition("'s ")
        state = self.own.named(owner) if owner and owned in _OWN_STATE else None
        return party if state is None else replace(party, name=state)


_PEOPLE: Final = re.compile(r"^(the )?(people|citizens|public|voters|[A-Z]\w+ (people|public|voters))\b")
_OWN_STATE: Final = frozenset({"country", "homeland", "nation", "government"})


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
