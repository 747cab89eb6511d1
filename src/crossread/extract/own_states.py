"""The states that people act for or belong to, as the article or the table of leaders tells."""

from dataclasses import dataclass
from functools import cached_property

from crossread.extract.actors import Actors
from crossread.extract.cast import Cast
from crossread.extract.nations import nation_of


@dataclass(frozen=True)
class OwnStates:
    """Tells whose state is whose in one article."""

    cast: Cast

    @cached_property
    def _actors(self) -> Actors:
        return Actors(self.cast)

    def is_of(self, somebody: str, state: str) -> bool:
        """Whether the name is that of the state that somebody is of."""
        nation = nation_of(state)
        if nation is None or nation.how != "name":
            return False
        return nation.code in self._actors.affiliation(somebody).codes

    def named(self, somebody: str) -> str | None:
        """Return the name that the article has for the state that somebody is of, if it is one alone."""
        codes = self._actors.affiliation(somebody).codes
        return self._names.get(codes[0]) if len(codes) == 1 else None

    @cached_property
    def _names(self) -> dict[str, str]:
        """The first name of each state in the article, by code."""
        found: dict[str, str] = {}
        for mention in self.cast.reading.annotated.mentions:
            nation = nation_of(mention.span.text) if mention.form == "name" and mention.kind == "gpe" else None
            if nation is not None and nation.how == "name":
                found.setdefault(nation.code, self.cast.full_name(mention))
        return found
