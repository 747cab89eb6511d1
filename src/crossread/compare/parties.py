"""Puts the story's entities where an article names somebody: speakers, holders, targets, actors, recipients."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import replace

from crossread.records import Entity, Event, Party, Quote, ResolvedStory, Span, Speaker, Stance, Statement

_GOVERNS = re.compile(r"(?:['’]s?|\b(?:of|for|from|with|in|at|by|against|on|who))\s+(?:the\s+)?$", re.IGNORECASE)
"""What stands before a name that is only part of a description: a possessive, a preposition."""


class Parties:
    """Looks up who the words refer to, and gives everybody the name that the story knows them by."""

    def __init__(self, resolved: ResolvedStory) -> None:
        self._resolved = resolved
        self._entities = {entity.id: entity for entity in resolved.entities}
        self._ranges: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
        self._named: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self._called: defaultdict[str, set[str]] = defaultdict(set)  # people by full name: titles have some of them
        for somebody in resolved.entities:
            words = somebody.name.split()
            if somebody.kind == "person" and len(words) > 1 and words[0].istitle() and words[-1][0].isupper():
                self._called[somebody.name].add(somebody.id)
        texts = {coded.annotated.document.id: coded.annotated.document.text for coded in resolved.story.documents}
        for (doc, start, end), entity in sorted(resolved.entity_of.items()):
            self._ranges[doc].append((start, end, entity))
            self._named[doc, texts[doc][start:end]].add(entity)

    def entity(self, span: Span | None) -> Entity | None:
        """Return the entity that the words name: by the very span, else by the only name that ends it, else None.

        A name inside a description says only whose it is or where: "Ann Lee's lawyer", "Friends of Arland".
        """
        if span is None:
            return None
        exact = self._resolved.entity_at(span)
        if exact is not None:
            return self._entities.get(exact)
        ranges = self._ranges.get(span.doc, [])
        first = bisect_left(ranges, (span.start, 0, ""))
        last = bisect_right(ranges, (span.end, 0, ""))
        inside = [(start, end, entity) for start, end, entity in ranges[first:last] if end <= span.end]
        if len({entity for _, _, entity in inside}) != 1 or max(end for _, end, _ in inside) != span.end:
            return None
        before = span.text[: min(start for start, _, _ in inside) - span.start]
        return None if _GOVERNS.search(before) else self._entities.get(inside[0][2])

    def party(self, party: Party) -> Party:
        """Return the party with its entity, the entity's name, and its code."""
        entity = self._known(party)
        if entity is None:
            return party
        return replace(party, name=entity.name, entity=entity.id, code=party.code or entity.code)

    def speaker(self, speaker: Speaker | None) -> Speaker | None:
        """Return the speaker with its entity and the entity's name, in the chain too."""
        if speaker is None:
            return None
        entity = self._known(speaker)
        if entity is None:
            return speaker
        chain = tuple(entity.name if name == speaker.name else name for name in speaker.chain)
        return replace(speaker, name=entity.name, entity=entity.id, chain=chain)

    def quote(self, quote: Quote) -> Quote:
        """Return the quotation with its speaker resolved."""
        return replace(quote, speaker=self.speaker(quote.speaker))

    def stance(self, stance: Stance) -> Stance:
        """Return the stance with holder, target and speaker resolved."""
        return replace(
            stance,
            holder=self.party(stance.holder),
            target=self.party(stance.target),
            speaker=self.speaker(stance.speaker),
        )

    def event(self, event: Event) -> Event:
        """Return the event with all who take part resolved."""
        return replace(
            event,
            actor=tuple(self.party(party) for party in event.actor),
            recipient=tuple(self.party(party) for party in event.recipient),
            speaker=self.speaker(event.speaker),
        )

    def statement(self, statement: Statement) -> Statement:
        """Return the statement with its speaker resolved."""
        return replace(statement, speaker=self.speaker(statement.speaker))

    def _known(self, somebody: Party | Speaker) -> Entity | None:
        if somebody.entity in self._entities:
            return self._entities[somebody.entity]
        span = somebody.span
        if span is not None and somebody.name != span.text:
            # a pronoun or description that was read as this name: the reading knew more than where the words stand
            bearers = self._named.get((span.doc, somebody.name)) or self._called.get(somebody.name, set())
            if len(bearers) == 1:
                return self._entities.get(min(bearers))
            found = self.entity(span)
            return found if not bearers or (found is not None and found.id in bearers) else None
        return self.entity(span)
