"""Who noun phrases name by the dictionaries that the user gives: codes of actors, with those of agents around them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeVar

from crossread.extract.appositions import tail_of
from crossread.extract.chunks import Chunk
from crossread.extract.coordination import coordinated
from crossread.extract.dictionaries import Dictionaries
from crossread.extract.dictionaries.actors import code_on
from crossread.extract.dictionaries.agents import AgentCode
from crossread.extract.dictionaries.notation import plain, words_of
from crossread.extract.reading import Reading
from crossread.records import Party, Span

Meaning = TypeVar("Meaning")

_COUNTRY: Final = 3  # characters of a code that tell the country, or the kind of body; roles follow, three by three
_DAY: Final = len("2019-01-24")
_NOBODY: Final = "---"  # what dictionaries write for no actor


@dataclass(frozen=True, slots=True)
class _Found:
    """Half-open word range with the codes that a dictionary has for it; several for those who stand for several."""

    start: int
    end: int
    codes: tuple[str, ...]


@dataclass(frozen=True)
class GivenParties:
    """Tells the parties that the noun phrases of one article name, where the dictionaries know them."""

    reading: Reading
    dictionaries: Dictionaries

    @cached_property
    def day(self) -> str | None:
        """The day of publication, YYYYMMDD."""
        published = (self.reading.annotated.document.published or "")[:_DAY].replace("-", "")
        return published if len(published) == _DAY - 2 and published.isdigit() else None

    @cached_property
    def _words(self) -> tuple[str, ...]:
        return tuple(plain(form) for form in self.reading.lower)

    def parties(self, chunk: Chunk) -> list[Party]:
        """Return the parties that the words of the noun phrase name, empty where no dictionary knows them."""
        end = tail_of(self.reading, chunk)
        own = [agent for _, _, agent in self._agents(chunk.start, chunk.end, end)]
        inside = _first_group(self.reading, list(self._actors(chunk.start, chunk.end, end)))
        words = self.reading.span(chunk.start, chunk.head + 1)
        name = words.text.removeprefix("The ").removeprefix("the ")
        if len(inside) == 1:
            return [_party(name, words, _with_agents(code, own)) for code in inside[0].codes]
        members = [(one, own) for one in inside] or list(self._belonging(chunk, end, own))
        if members:
            spans = [
                (self.reading.span(one.start, one.end), code, agents) for one, agents in members for code in one.codes
            ]
            alone = len(spans) == 1
            return [
                _party(name if alone else span.text, words if alone else span, _with_agents(code, agents))
                for span, code, agents in spans
            ]
        named = any(first <= chunk.head < after for first, after, _ in self._agents(chunk.start, chunk.end, end))
        return [_party(name, words, _with_agents(_NOBODY, own))] if named else []

    def _belonging(self, chunk: Chunk, end: int, own: list[AgentCode]) -> Iterator[tuple[_Found, list[AgentCode]]]:
        """The actors that the phrase is of ("ambassadors of Chile and Peru", "ties with Peru's police")."""
        first = next((word for word in range(chunk.end, end) if self._starts_actor(word, end)), None)
        phrase = self.reading.chunk_of[first] if first is not None else None
        for member in coordinated(self.reading, phrase) if phrase is not None else ():
            after = tail_of(self.reading, member)
            agents = [agent for _, _, agent in self._agents(member.start, member.end, after)]
            for found in list(self._actors(member.start, member.end, after))[:1]:
                yield found, [*own, *agents]

    def _starts_actor(self, word: int, end: int) -> bool:
        return any(found.start == word for found in self._actors(word, word + 1, end))

    def named(self, name: str, span: Span) -> list[Party]:
        """Return the parties whose name it is, whatever words refer to them here."""
        words = words_of(name)
        found = self.dictionaries.actors.longest_at(words, 0) if words else None
        if found is None or found[0] != len(words):
            return []
        return [_party(name, span, code) for code in _codes(code_on(found[1], self.day))]

    def _actors(self, start: int, end: int, after: int) -> Iterator[_Found]:
        """Yield the actors whose names begin in the range up to `end` and end by `after`.

        Whom the dictionary has as nobody only hides shorter names.
        """
        for first, last, codes in self._matches(self.dictionaries.actors.longest_at, start, end, after):
            if any(form[:1].isupper() for form in self.reading.forms[first:last]):
                found = tuple(_codes(code_on(codes, self.day)))
                if found:
                    yield _Found(first, last, found)

    def _agents(self, start: int, end: int, after: int) -> Iterator[tuple[int, int, AgentCode]]:
        """Yield the agents named there, but for words that are part of an actor's name."""
        taken = {word for found in self._actors(start, end, after) for word in range(found.start, found.end)}
        for first, last, agent in self._matches(self.dictionaries.agents.longest_at, start, end, after):
            if not taken & set(range(first, last)):
                yield first, last, agent

    def _matches(
        self, longest_at: Callable[[Sequence[str], int], tuple[int, Meaning] | None], start: int, end: int, after: int
    ) -> Iterator[tuple[int, int, Meaning]]:
        """Yield word ranges with what a book has for them, the longest at each place; hyphens do not count."""
        places = [word for word in range(start, after) if self._words[word]]
        words = [self._words[word] for word in places]
        at = 0
        while at < len(places) and places[at] < end:
            found = longest_at(words, at)
            if found is None:
                at += 1
            else:
                yield places[at], places[at + found[0] - 1] + 1, found[1]
                at += found[0]


def _party(name: str, span: Span, code: str) -> Party:
    country, roles = code[:_COUNTRY], code[_COUNTRY:]
    return Party(name, span, None, country if country != _NOBODY else None, roles or None)


def _codes(code: str | None) -> Iterator[str]:
    """Yield the codes of one that stands for several ("FRA/DEU"); none for what is marked as nobody ("---")."""
    for one in (code or "").split("/"):
        if any(c.isalpha() for c in one):
            yield one


def _with_agents(code: str, agents: list[AgentCode]) -> str:
    """Return the actor's code with those of agents before and after it, none that it has already."""
    for agent in agents:
        parts = [code[at : at + _COUNTRY] for at in range(0, len(code), _COUNTRY)]
        new = [agent.code[at : at + _COUNTRY] for at in range(0, len(agent.code), _COUNTRY)]
        if not all(part in parts for part in new):
            code = agent.code + code.removeprefix(_NOBODY) if agent.before else code + agent.code
    return code


def _first_group(reading: Reading, found: list[_Found]) -> list[_Found]:
    """The first actor of the phrase, and those that "and", a comma or a hyphen join to it."""
    group = found[:1]
    for one in found[1:]:
        between = reading.lower[group[-1].end : one.start]
        if not between or any(word not in ("and", "or", ",", "-", "–", "/") for word in between):
            break
        group.append(one)
    return group
