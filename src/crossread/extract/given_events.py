"""Events by the verb dictionary that the user gives: what its codes have become in PLOVER, between whom it says."""

from collections.abc import Iterator, Sequence
from typing import Final

from crossread.extract.actors import Actors
from crossread.extract.cameo import root_of_cameo
from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.contexts import contexts_of
from crossread.extract.event_details import date_of, number_of, place_of
from crossread.extract.evidence import evidence_of
from crossread.extract.given_deeds import GivenDeed, GivenDeeds
from crossread.extract.modality import modality_of, refused
from crossread.extract.modes import mode_of
from crossread.extract.receivers import receiver, told_to
from crossread.extract.roles import agent_of, subject_of
from crossread.extract.tellings import Telling
from crossread.extract.tolls import toll_of
from crossread.records import Event, Party, content_id

_FEWEST_BOTH: Final = 2

Side = tuple[Chunk | None, tuple[Party, ...]]


def given_events(
    actors: Actors, deeds: GivenDeeds, telling: Telling, group: VerbGroup, governor: VerbGroup | None
) -> Iterator[Event]:
    """Yield the events that the verb tells by the dictionary: none, one, or one of each side's."""
    deed = deeds.of(group)
    if deed is None:
        return
    for doer, undergoer in _sides(actors, telling, group, deed):
        for code, one, other in ((deed.code.forth, doer, undergoer), (deed.code.back, undergoer, doer)):
            root = root_of_cameo(code) if code is not None else None
            if root is not None and one[1] and other[1] and not _same(one, other):
                yield _event(actors, telling, group, governor, root, one, other)


def _sides(actors: Actors, telling: Telling, group: VerbGroup, deed: GivenDeed) -> Iterator[tuple[Side, Side]]:
    """Yield who does it with whom it is done to: what the pattern says, else what the clause says."""

    def named(chunk: Chunk | None) -> Side:
        return chunk, actors.parties(chunk, telling.speaker, owners=True)

    both = deed.roles.get("both")
    if both is not None:
        _, members = named(both)
        for member in members if len(members) >= _FEWEST_BOTH else ():
            yield (both, (member,)), (both, tuple(other for other in members if other != member))
        return
    source, target = deed.roles.get("source"), deed.roles.get("target")
    doer = named(source) if source is not None else _doer(actors, telling, group)
    if target is not None and source is None and doer[0] == target:
        doer = named(_before(actors, target))
    undergoer = named(target) if target is not None else _undergoer(actors, telling, group)
    yield doer, undergoer


def _doer(actors: Actors, telling: Telling, group: VerbGroup) -> Side:
    reading = actors.cast.reading
    chunk = agent_of(reading, group) if group.passive else subject_of(reading, group)
    return chunk, actors.parties(chunk, telling.speaker, owners=True)


def _undergoer(actors: Actors, telling: Telling, group: VerbGroup) -> Side:
    reading, end = actors.cast.reading, telling.clause.end
    if group.passive:
        subject = subject_of(reading, group)
        return subject, actors.parties(subject, telling.speaker, owners=True)
    found = receiver(actors, group, end, telling.speaker)
    return found if found[1] else told_to(actors, group, end, telling.speaker)


def _before(actors: Actors, chunk: Chunk) -> Chunk | None:
    """The nearest noun phrase before it, in its sentence, that names somebody."""
    reading = actors.cast.reading
    start, _ = reading.sentence_of(chunk.head)
    for word in range(chunk.start - 1, start - 1, -1):
        other = reading.chunk_of[word]
        if other is not None and other.end == word + 1 and actors.parties(other, None, owners=True):
            return other
    return None


def _event(
    actors: Actors,
    telling: Telling,
    group: VerbGroup,
    governor: VerbGroup | None,
    root: str,
    doer: Side,
    undergoer: Side,
) -> Event:
    reading = actors.cast.reading
    evidence = evidence_of(reading, telling.clause.start, telling.clause.end)
    mode = mode_of(reading, root, telling.clause.start, telling.clause.end)
    names = (_names(doer[1]), _names(undergoer[1]))
    return Event(
        id=content_id("e", evidence.doc, evidence.start, evidence.end, root, mode, *names),
        type=root,
        mode=mode,
        actor=doer[1],
        recipient=undergoer[1],
        date=date_of(reading, evidence),
        place=place_of(reading, telling),
        number=number_of(reading, undergoer[0], evidence),
        polarity="negative" if group.negated or refused(group, governor) else "positive",
        modality=modality_of(reading, telling, group, governor),
        speaker=telling.speaker,
        evidence=(evidence,),
        context=contexts_of(reading, root, mode, (*doer[1], *undergoer[1]), evidence),
        toll=toll_of(reading, evidence),
    )


def _same(one: Side, other: Side) -> bool:
    """Whether both sides are the same: they do it to themselves ("has sworn himself in")."""
    codes = [{(party.code, party.sector) for party in side} for _, side in (one, other)]
    named = any(a.name in b.name or b.name in a.name for a in one[1] for b in other[1])
    return codes[0] == codes[1] and named


def _names(parties: Sequence[Party]) -> str:
    return "+".join(party.name for party in parties)
