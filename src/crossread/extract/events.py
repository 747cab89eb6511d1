"""Events: who did what to whom, as PLOVER codes it.

A table of verbs and phrases tells what may be an event, and of which root; a trained model, which reads the sentence
with doer and receiver marked, weighs that against all other roots. An event needs a party that is named or described
as people, bodies or states are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from crossread.extract.actors import Actors
from crossread.extract.acts import act_of, demand_of, event_of
from crossread.extract.cast import Cast
from crossread.extract.chunks import VerbGroup
from crossread.extract.clauses import Clause
from crossread.extract.dictionaries import NO_DICTIONARIES, Dictionaries
from crossread.extract.dictionaries.verbs import VerbBook
from crossread.extract.event_sense import sensible
from crossread.extract.given_deeds import GivenDeeds
from crossread.extract.given_events import given_events
from crossread.extract.given_parties import GivenParties
from crossread.extract.likewise import does_likewise
from crossread.extract.reading import Reading
from crossread.extract.repeats import repeated
from crossread.extract.roles import subject_of
from crossread.extract.tellings import Telling
from crossread.extract.word_classes import word_class
from crossread.records import Event


def find_events(
    cast: Cast, tellings: Sequence[Telling], dictionaries: Dictionaries = NO_DICTIONARIES
) -> tuple[Event, ...]:
    """Return the events, by offset of their evidence; where verbs are given, they alone tell what is one."""
    actors = Actors(cast, GivenParties(cast.reading, dictionaries) if dictionaries else None)
    verbs = dictionaries.verbs
    found = _given(actors, tellings, verbs) if verbs else _known(actors, tellings)
    first: dict[str, Event] = {}
    for event in found:
        first.setdefault(event.id, event)
    return tuple(sorted(first.values(), key=lambda e: (e.evidence[0].start, e.evidence[0].end, e.id)))


def _given(actors: Actors, tellings: Sequence[Telling], verbs: VerbBook) -> Iterator[Event]:
    deeds = GivenDeeds(actors.cast.reading, verbs, lambda chunk: bool(actors.parties(chunk, None, owners=True)))
    for telling, group, governor in _verbs(actors, tellings):
        yield from given_events(actors, deeds, telling, group, governor)


def _known(actors: Actors, tellings: Sequence[Telling]) -> Iterator[Event]:
    last: Event | None = None  # what "followed suit" points at
    protest: Event | None = None
    for telling, group, governor in _verbs(actors, tellings):
        if does_likewise(actors.cast.reading, group):
            asked = governor is not None and group.infinitive and governor.lemma in word_class("asker")
            event = repeated(actors, telling, group, last) if not asked else None
        else:
            event = _told(actors, telling, group, governor)
            last = event if event is not None and _may_be_repeated(event) else last
        # "urged others to follow suit in backing X": nobody has backed X yet, but "have done so" points at it
        pointed_at = governor is not None and does_likewise(actors.cast.reading, governor)
        if event is None or pointed_at or (protest is not None and _why(actors, event, protest)):
            continue
        protest = event if event.type == "PROTEST" else protest
        yield event


def _told(actors: Actors, telling: Telling, group: VerbGroup, governor: VerbGroup | None) -> Event | None:
    act = demand_of(actors, telling, group) or act_of(actors, telling, group, governor)
    event = event_of(actors, act) if act is not None else None
    return sensible(event, act.deed, group.lemma) if event is not None and act is not None else None


def _why(actors: Actors, event: Event, protest: Event) -> bool:
    """Whether it is what a protest of the same sentence demands, which PLOVER has as the protest alone."""
    reading = actors.cast.reading
    places = [reading.sentence_at(one.evidence[0].start) for one in (event, protest)]
    same = {party.name for party in event.actor} <= {party.name for party in protest.actor}
    return event.type == "REQUEST" and places[0] == places[1] and same


def _may_be_repeated(event: Event) -> bool:
    """Whether "followed suit" and "have done so" may point at it: a deed done to somebody, nothing asked for."""
    done = event.modality in ("happened", "alleged") and event.polarity == "positive" and event.type != "REQUEST"
    return done and bool(event.actor and event.recipient)


def _verbs(actors: Actors, tellings: Sequence[Telling]) -> Iterator[tuple[Telling, VerbGroup, VerbGroup | None]]:
    """Yield the verbs of each telling with the one before them in its clause."""
    reading = actors.cast.reading
    told = {group.verb for t in tellings for group in reading.groups_in(t.clause.start, t.clause.end)}
    for telling in tellings:
        shell = telling.clause.shell
        if shell is not None and shell.verb not in told and shell.verb < telling.clause.start:
            told.add(shell.verb)
            yield _saying(reading, shell, telling.clause.end), shell, None
        governor: VerbGroup | None = None
        previous: VerbGroup | None = None
        for group in reading.groups_in(telling.clause.start, telling.clause.end):
            if previous is not None and _goes_on(reading, previous, group):
                group = replace(group, infinitive=True)  # ruled as the one before: "urged them to stay and *wait*"
            else:
                governor = previous
            yield telling, group, governor
            previous = group


def _goes_on(reading: Reading, previous: VerbGroup, group: VerbGroup) -> bool:
    """Whether the verb is the second infinitive of two that "and" joins."""
    joined = reading.tags[group.start - 1].part == "conj"
    return joined and previous.infinitive and group.form == "base" and not group.finite


def _saying(reading: Reading, shell: VerbGroup, end: int) -> Telling:
    """Return the telling that somebody says what follows, up to word `end`: to say it may be a deed ("agreed that")."""
    subject = subject_of(reading, shell)
    start = subject.start if subject is not None and subject.start < shell.start else shell.start
    return Telling(Clause(start, end, shell, subject), None)
