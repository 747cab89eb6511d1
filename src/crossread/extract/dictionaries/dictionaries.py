"""All the dictionaries that a user gives."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from crossread.extract.dictionaries.actors import ActorBook, read_actors
from crossread.extract.dictionaries.agents import AgentBook, read_agents
from crossread.extract.dictionaries.phrasebook import Phrasebook
from crossread.extract.dictionaries.verbs import VerbBook, read_verbs


@dataclass(frozen=True)
class Dictionaries:
    """Actors and agents outrank crossread's own tables; where `verbs` are given, they alone tell what is an event.

    `faults`: the lines that could not be understood, and were left out.
    """

    actors: ActorBook = field(default_factory=Phrasebook)
    agents: AgentBook = field(default_factory=Phrasebook)
    verbs: VerbBook = field(default_factory=dict)
    faults: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(len(self.actors) or len(self.agents) or self.verbs)

    @classmethod
    def of(cls, actors: Iterable[str] = (), agents: Iterable[str] = (), verbs: Iterable[str] = ()) -> "Dictionaries":
        """Return the dictionaries that the texts hold, in the format of PETRARCH; of several, the first counts."""
        who, unknown = read_actors("\n".join(actors))
        what, unclear = read_agents("\n".join(agents))
        deeds, unread = read_verbs("\n".join(verbs))
        return cls(who, what, deeds, (*unknown, *unclear, *unread))


NO_DICTIONARIES: Final = Dictionaries()
