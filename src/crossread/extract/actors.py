"""From noun phrases to the parties of an event: who they are, for whom they act, in which sector."""

from dataclasses import dataclass, replace
from functools import cached_property

from crossread.extract.affiliation import NOBODYS, Affiliation, affiliation_of, described
from crossread.extract.cast import Cast
from crossread.extract.chunks import Chunk
from crossread.extract.coordination import coordinated
from crossread.extract.given_parties import GivenParties
from crossread.extract.homes import home_of
from crossread.extract.nations import leader_of, nation_of, nations
from crossread.extract.reading import Reading
from crossread.extract.voices import Voice, voice_of
from crossread.records import Mention, Party, Speaker

_OWN_STATE = frozenset({"country", "government", "homeland", "nation", "people"})
_REGIMES = frozenset({"administration", "cabinet", "government", "regime"})
_PEOPLE = frozenset({"person", "org", "gpe", "group"})


@dataclass(frozen=True)
class Actors:
    """Tells the parties that the noun phrases of one article name; what a user's dictionaries tell comes first."""

    cast: Cast
    given: GivenParties | None = None

    @cached_property
    def told(self) -> dict[str, Affiliation]:
        """What the article tells of those in it, by full name or by the words that describe them, wherever it does."""
        found: dict[str, Affiliation] = {}
        for chunk in self.cast.reading.chunks:
            if chunk.pronoun or chunk.time:
                continue
            person = self.cast.reading.person_at(chunk.head)
            name = self.cast.full_name(person) if person is not None else self._words(chunk)
            before, here = found.get(name, NOBODYS), described(self.cast.reading, chunk)
            if here or person is not None:
                found[name] = Affiliation(before.codes or here.codes or _leader(person), before.sector or here.sector)
        return found

    @cached_property
    def home(self) -> str | None:
        """The country that the article is about, if it is sure."""
        return home_of(self.cast.reading)

    def _words(self, chunk: Chunk) -> str:
        return self.cast.reading.span(chunk.start, chunk.head + 1).text.lower().removeprefix("the ")

    def affiliation(self, name: str) -> Affiliation:
        """Return for whom somebody acts, by what the article tells or by who everybody knows that they are."""
        return self._of(name) or _by_name(name)

    def _of(self, name: str) -> Affiliation:
        return self.told.get(name) or self.told.get(name.lower().removeprefix("the ")) or NOBODYS

    def parties(self, chunk: Chunk | None, speaker: Speaker | None, *, owners: bool = False) -> tuple[Party, ...]:
        """Return the members of the noun phrase, if it stands for people, bodies or states; `speaker` is "I".

        With `owners`, a thing stands for the state that it is said to be of ("Chile's embassy").
        """
        if chunk is None or chunk.time:
            return ()
        reading = self.cast.reading
        if chunk.pronoun and reading.lower[chunk.head] in ("i", "me", "we", "us"):
            return (self._known(speaker.name, speaker),) if speaker is not None else ()
        found: dict[tuple[str, str | None], Party] = {}
        for member in coordinated(reading, chunk):
            for party in self._member(member, owners=owners):
                found.setdefault((party.name, party.code), party)
        return _sharing(tuple(found.values()))

    def _known(self, name: str, speaker: Speaker) -> Party:
        told = self._of(name)
        return Party(name, speaker.span, None, told.codes[0] if told.codes else None, told.sector)

    @cached_property
    def _members(self) -> dict[tuple[Chunk, bool], list[Party]]:
        """The parties of the members found so far, with and without owners: each is asked for several verbs."""
        return {}

    def _member(self, chunk: Chunk, *, owners: bool) -> list[Party]:
        known = self._members.get((chunk, owners))
        if known is None:
            known = self._members[chunk, owners] = self._parties_of(chunk, owners=owners)
        return known

    def _parties_of(self, chunk: Chunk, *, owners: bool) -> list[Party]:
        reading = self.cast.reading
        voice = voice_of(self.cast, chunk)
        given = self._given(chunk, voice)
        if any(party.code for party in given):
            return given
        told = self._affiliation(chunk, voice)
        mention = reading.names[chunk.head]
        person = chunk.pronoun or (mention is not None and mention.kind in _PEOPLE)
        if not person and not told.sector:
            return given or (self._owner(chunk) if owners else [])
        if voice is None and (chunk.pronoun or not told):
            return given
        name = voice.name if voice is not None else reading.span(chunk.start, chunk.head + 1).text
        span = voice.span if voice is not None else reading.span(chunk.start, chunk.head + 1)
        sector = given[0].sector if given else told.sector
        return [Party(name, span, None, code, sector) for code in told.codes or (None,)]

    def _given(self, chunk: Chunk, voice: Voice | None) -> list[Party]:
        """Return what the dictionaries tell of the noun phrase, or of the name of whom it refers to."""
        if self.given is None:
            return []
        found = [] if chunk.pronoun else self.given.parties(chunk)
        if any(party.code for party in found) or voice is None:
            return found
        return self.given.named(voice.name, voice.span) or found

    def _affiliation(self, chunk: Chunk, voice: Voice | None) -> Affiliation:
        own = described(self.cast.reading, chunk)
        if not own.codes:
            own = replace(own, codes=_ruling(self.cast.reading, chunk))
        if voice is None:
            return own
        told = self.affiliation(voice.name)
        if not (own.codes or told.codes) and self.cast.reading.lower[chunk.head] in _OWN_STATE:
            told = replace(told, codes=self._of(voice.name.rpartition("'s ")[0]).codes)  # "his country"
        return Affiliation(own.codes or told.codes, own.sector or told.sector)

    def _owner(self, chunk: Chunk) -> list[Party]:
        """The states that a thing is said to be of: "Chile's embassy", "sanctions on Chile"."""
        reading = self.cast.reading
        told = affiliation_of(reading, chunk)
        names = [f for f in nations(reading, chunk.start, chunk.end) if f.nation.code in told.codes]
        return [
            Party(reading.span(f.start, f.end).text, reading.span(f.start, f.end), None, f.nation.code) for f in names
        ]


def _ruling(reading: Reading, chunk: Chunk) -> tuple[str, ...]:
    """Return the code of a government that is called by its head ("the Obama administration")."""
    if reading.lower[chunk.head] not in _REGIMES or chunk.head == chunk.start:
        return ()
    name = reading.forms[chunk.head - 1]
    code = leader_of(name, "head") if name[:1].isupper() else None
    return (code,) if code is not None else ()


def _by_name(name: str) -> Affiliation:
    nation = nation_of(name)
    if nation is not None:
        return Affiliation((nation.code,), nation.sector)
    code = leader_of(name, None)
    return Affiliation((code,)) if code is not None else NOBODYS


def _leader(mention: Mention | None) -> tuple[str, ...]:
    if mention is None or mention.form != "name" or mention.kind != "person":
        return ()
    code = leader_of(mention.span.text, mention.title)
    return (code,) if code is not None else ()


def _sharing(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Give a nation's adjective the sector of the noun that it shares with others ("Chilean and Peruvian envoys")."""
    last = parties[-1].sector if parties else None
    return tuple(
        replace(party, sector=last) if last and party.sector is None and _is_adjective(party.name) else party
        for party in parties
    )


def _is_adjective(name: str) -> bool:
    nation = nation_of(name)
    return nation is not None and nation.how == "adjective"
