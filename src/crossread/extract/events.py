"""Events: who did what to whom, as PLOVER codes it, where verb and parties are sure.

The root comes from the verb; actor and recipient are its subject and object, exchanged in the passive. Verbs that also
mean something else are left out of the table, and an event needs a party that is named or described as people are.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from crossread.extract.cast import Cast
from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.reading import Reading
from crossread.extract.roles import agent_of, object_of, subject_of
from crossread.extract.sides import parties
from crossread.extract.statements import evidence_of
from crossread.extract.states import with_code
from crossread.extract.tellings import Telling
from crossread.extract.word_classes import word_class
from crossread.records import Event, Modality, Party, Span, content_id
from crossread.resources import read_table

_PEOPLE = frozenset({"person", "org", "gpe", "group"})


@cache
def _roots() -> dict[str, tuple[str, str | None]]:
    """Return root and mode (None where none is sure) for each verb."""
    return {row["verb"]: (row["root"], row["mode"] or None) for row in read_table("ontology/event_verbs.tsv")}


def find_events(cast: Cast, tellings: Sequence[Telling]) -> tuple[Event, ...]:
    """Return the events, by offset of their evidence."""
    found: dict[str, Event] = {}
    for telling in tellings:
        clause = telling.clause
        groups = cast.reading.groups_in(clause.start, clause.end)
        for index, group in enumerate(groups):
            for event in _event(cast, telling, group, groups[index - 1] if index else None):
                found.setdefault(event.id, event)
    return tuple(sorted(found.values(), key=lambda e: (e.evidence[0].start, e.evidence[0].end, e.id)))


def _event(cast: Cast, telling: Telling, group: VerbGroup, governor: VerbGroup | None) -> Iterator[Event]:
    reading, clause = cast.reading, telling.clause
    root = _roots().get(group.lemma)
    if root is None:
        return
    subject, thing = subject_of(reading, group), object_of(reading, group)
    doer, undergoer = (agent_of(reading, group), subject) if group.passive else (subject, thing)
    actor, recipient = _parties(cast, telling, doer), _parties(cast, telling, undergoer)
    if not actor and not (recipient and group.passive):
        return
    evidence = evidence_of(reading, clause.start, clause.end)
    date, place, number = _date(reading, evidence), _place(reading, telling), _number(reading, undergoer, evidence)
    names = "+".join(party.name for party in actor), "+".join(party.name for party in recipient)
    yield Event(
        id=content_id("e", evidence.doc, evidence.start, evidence.end, *root, *names),
        type=root[0],
        mode=root[1],
        actor=actor,
        recipient=recipient,
        date=date,
        place=place,
        number=number,
        polarity="negative" if group.negated or _refused(group, governor) else "positive",
        modality=_modality(reading, telling, group, governor),
        speaker=telling.speaker,
        evidence=(evidence,),
    )


def _parties(cast: Cast, telling: Telling, chunk: Chunk | None) -> tuple[Party, ...]:
    """The members of the noun phrase, if it stands for people, bodies or states."""
    if chunk is None or chunk.time:
        return ()
    mention = cast.reading.names[chunk.head]
    if not chunk.pronoun and (mention is None or mention.kind not in _PEOPLE):
        return ()
    return tuple(with_code(party) for party in parties(cast, chunk, telling.speaker))


def _date(reading: Reading, evidence: Span) -> str | None:
    times = (t for t in reading.annotated.times if evidence.covers(t.span) and t.kind in {"date", "time"})
    return next((t.value for t in times if t.value is not None), None)


def _place(reading: Reading, telling: Telling) -> str | None:
    """The place that "in", "at" or "near" names in the clause."""
    for word in range(telling.clause.start, telling.clause.end - 1):
        if reading.lower[word] in ("in", "at", "near"):
            chunk = reading.chunk_of[word + 1]
            mention = reading.names[chunk.head] if chunk is not None else None
            if mention is not None and mention.form == "name" and mention.kind in {"gpe", "place"}:
                return mention.span.text
    return None


def _number(reading: Reading, chunk: Chunk | None, evidence: Span) -> float | None:
    """How many people it was done to."""
    if chunk is None:
        return None
    span = reading.span(chunk.start, chunk.end)
    counts = (q for q in reading.annotated.quantities if span.overlaps(q.span) and evidence.overlaps(q.span))
    return next((q.value for q in counts if q.unit in {"people", None}), None)


def _refused(group: VerbGroup, governor: VerbGroup | None) -> bool:
    return governor is not None and group.infinitive and governor.lemma in word_class("refuser")


def _modality(reading: Reading, telling: Telling, group: VerbGroup, governor: VerbGroup | None) -> Modality:
    ruled = governor is not None and group.infinitive
    ruler = governor.lemma if governor is not None and ruled else ""
    if group.modal == "would" and telling.cue is not None:
        return "planned"  # the future of a report in the past: "announced it would leave"
    if reading.lower[telling.clause.start] in ("if", "unless") or group.modal in {"would", "could", "might", "may"}:
        return "conditional"
    if ruler in word_class("threat_verb"):
        return "threatened"
    if ruler in word_class("asker") or group.modal in {"should", "must"}:
        return "called for"
    if ruler in word_class("deny_verb"):
        return "denied"
    if (ruled and ruler not in word_class("goes_on") | word_class("refuser")) or group.modal in {"will", "shall"}:
        return "planned"
    reported = telling.speaker is not None and telling.cue is not None
    return "alleged" if reported or _alleged(reading, telling) else "happened"


def _alleged(reading: Reading, telling: Telling) -> bool:
    words = range(telling.clause.start, telling.clause.end)
    return any(reading.lower[w] in ("allegedly", "reportedly", "alleged", "accused") for w in words)
