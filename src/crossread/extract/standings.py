"""Standings: somebody in one sentence, with what they do and say there, from which a side of theirs may be told."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from crossread.extract.chunks import VerbGroup
from crossread.extract.holders import Holders
from crossread.extract.sides import Side, may_hold
from crossread.extract.tellings import Telling
from crossread.records import Party, Quote, Speaker

Words = tuple[int, int]
"""A half-open range of words."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb that somebody is the subject of (or the agent), and the telling that holds it."""

    group: VerbGroup
    telling: Telling


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a speaker."""

    words: Words
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class Standing:
    """`said`: what is theirs; `how` it is given: `quoted`, `reported`, `mixed`; `cues`: the verbs of saying."""

    holder: Party
    sentence: int
    said: tuple[Said, ...]
    deeds: tuple[Deed, ...]
    sides: tuple[Side, ...]
    how: tuple[str, ...]
    cues: tuple[str, ...]

    @property
    def told(self) -> list[tuple[Words, Speaker | None]]:
        """The words of theirs, else the clauses of what they do; with who tells them, if not the outlet."""
        if self.said:
            return [(said.words, said.speaker) for said in self.said]
        tellings = [deed.telling for deed in self.deeds]
        return [((telling.clause.start, telling.clause.end), telling.speaker) for telling in tellings]


@dataclass(slots=True)
class _Draft:
    holder: Party
    sentence: int
    said: list[Said] = field(default_factory=list)
    deeds: list[Deed] = field(default_factory=list)
    sides: list[Side] = field(default_factory=list)
    how: list[str] = field(default_factory=list)
    cues: list[str] = field(default_factory=list)

    def done(self) -> Standing:
        parts = (tuple(dict.fromkeys(part)) for part in (self.said, self.deeds, self.sides, self.how, self.cues))
        return Standing(self.holder, self.sentence, *parts)  # type: ignore[arg-type]


def find_standings(
    holders: Holders, tellings: Sequence[Telling], quotes: Sequence[Quote], sides: Sequence[Side]
) -> list[Standing]:
    """Return who does or says something in which sentence, in the order in which they first come up.

    Only those who are named or described as people are: others are too vague to hold anything.
    """
    gathering = _Gathering(holders)
    for telling in tellings:
        gathering.add_saying(telling)
        gathering.add_doing(telling)
    for quote in quotes:
        if quote.speaker is not None and quote.kind in ("direct", "mixed"):
            gathering.add_quote(quote, quote.speaker)
    for side in sides:
        if (draft := gathering.of(side.holder, holders.reading.word_at(side.evidence.start))) is not None:
            draft.sides.append(side)
    return [draft.done() for draft in gathering.drafts.values()]


class _Gathering:
    """Standings in the making, by name of the holder and sentence."""

    def __init__(self, holders: Holders) -> None:
        self.drafts: dict[tuple[str, int], _Draft] = {}
        self._holders = holders
        self._reading = holders.reading
        self._sentence = holders.reading.annotated.words.sentence

    def of(self, party: Party, word: int) -> _Draft | None:
        """Return the draft of the party in the word's sentence, a new one if there is none; None for the nameless."""
        key = party.name, self._sentence[word]
        if key not in self.drafts and may_hold(party):
            self.drafts[key] = _Draft(party, self._sentence[word])
        return self.drafts.get(key)

    def add_saying(self, telling: Telling) -> None:
        """Add the clause to what its speaker says."""
        speaker, clause = telling.speaker, telling.clause
        draft = self.of(Party(speaker.name, speaker.span), clause.start) if speaker is not None else None
        if draft is not None and speaker is not None:
            draft.said.append(Said((clause.start, clause.end), speaker))
            draft.how.append("quoted" if telling.quoted else "reported")
            draft.cues += [self._reading.tags[telling.cue].lemma] if telling.cue is not None else []

    def add_doing(self, telling: Telling) -> None:
        """Add the clause's verbs to what their subjects do."""
        for group in self._reading.groups_in(telling.clause.start, telling.clause.end):
            for party in self._holders.parties(self._holders.holder_of(group), telling.speaker):
                if (draft := self.of(party, telling.clause.start)) is not None:
                    draft.deeds.append(Deed(group, telling))

    def add_quote(self, quote: Quote, speaker: Speaker) -> None:
        """Add the cue of a quotation and, of one inside the outlet's sentence, its words."""
        first, after = self._reading.word_at(quote.span.start), self._reading.word_after(quote.span.end)
        party, mixed = Party(speaker.name, speaker.span), quote.kind == "mixed"
        if first >= after:
            return
        draft = self.of(party, first) if mixed else self.drafts.get((party.name, self._sentence[first]))
        if draft is not None:
            draft.said += [Said((first, after), speaker)] if mixed else []
            draft.how += ["mixed"] if mixed else []
            draft.cues.append(quote.cue or "")
