"""Deeds told by pointing at another's: "followed suit", "have done so", "did the same"."""

from dataclasses import replace

from crossread.extract.actors import Actors
from crossread.extract.chunks import VerbGroup
from crossread.extract.evidence import evidence_of
from crossread.extract.modality import modality_of
from crossread.extract.roles import subject_of
from crossread.extract.tellings import Telling
from crossread.records import Event, Toll, content_id


def repeated(actors: Actors, telling: Telling, group: VerbGroup, before: Event | None) -> Event | None:
    """Return the event before it as done by this clause's subject, None where there is none or nobody is named."""
    reading = actors.cast.reading
    actor = actors.parties(subject_of(reading, group), telling.speaker)
    if before is None or not actor:
        return None
    evidence = evidence_of(reading, telling.clause.start, telling.clause.end)
    names = "+".join(party.name for party in actor), "+".join(party.name for party in before.recipient)
    return replace(
        before,
        id=content_id("e", evidence.doc, evidence.start, evidence.end, before.type, before.mode, *names),
        actor=actor,
        date=None,
        place=None,
        number=None,
        polarity="negative" if group.negated else "positive",
        modality=modality_of(reading, telling, group, None),
        speaker=telling.speaker,
        evidence=(evidence, *before.evidence[:1]),
        toll=Toll(),
    )
