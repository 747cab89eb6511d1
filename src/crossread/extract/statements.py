"""Statements: each clause as `(subject, property, value)`, on whose word, with its own words as evidence."""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crossread.extract.cast import Cast
from crossread.extract.certainty import certainty_of
from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.clauses import Clause
from crossread.extract.coordination import coordinated
from crossread.extract.deed_nouns import NounDeed, find_noun_deeds
from crossread.extract.evidence import evidence_of
from crossread.extract.likewise import does_likewise
from crossread.extract.objects import agent_of
from crossread.extract.offices import find_offices
from crossread.extract.properties import property_of, term_of
from crossread.extract.reading import Reading
from crossread.extract.tellings import Telling
from crossread.extract.turning import left_undone, turned_on
from crossread.extract.values import named, owned_by_antecedent, values_of
from crossread.extract.voices import voice_of
from crossread.records import Span, Statement, content_id

MADE_BY = "rules/1"
_BARE_CONFIDENCE = 0.4  # only the words are sure
_CLAUSE_CONFIDENCE = 0.7  # subject and verb were found
_CONFIDENCE = {True: _CLAUSE_CONFIDENCE, False: _BARE_CONFIDENCE}
_RECENT = 12  # statements among which is the one that "did so" repeats
_LIKEWISE_BACK = 3  # sentences from "did so" back to what was done


def find_statements(cast: Cast, tellings: Sequence[Telling]) -> tuple[Statement, ...]:
    """Return the statements, by offset; every sentence is covered by at least one."""
    found: dict[str, Statement] = {}
    last: deque[Statement] = deque(maxlen=_RECENT)
    for telling in tellings:
        for statement in _statements(cast, telling, tuple(last)):
            found.setdefault(statement.id, statement)
            last.append(statement)
    for statement in (*find_offices(cast, tellings, MADE_BY), *_of_nouns(cast, tellings)):
        found.setdefault(statement.id, statement)
    return tuple(sorted(found.values(), key=lambda s: (s.evidence[0].start, s.evidence[0].end, s.id)))


def _of_nouns(cast: Cast, tellings: Sequence[Telling]) -> Iterator[Statement]:
    """Yield what nouns tell ("Peru's recognition of the assembly"), in the voice of the clause that holds them."""
    starts = [telling.clause.start for telling in tellings]
    for deed in find_noun_deeds(cast.reading):
        place = bisect_right(starts, deed.start) - 1
        if place >= 0:
            yield _of_noun(cast, tellings[place], deed)


def _of_noun(cast: Cast, telling: Telling, deed: NounDeed) -> Statement:
    reading = cast.reading
    evidence = reading.span(deed.start, deed.end)
    doer, patient = (reading.span(*words).text if words is not None else None for words in (deed.doer, deed.patient))
    name = term_of(deed.verb)
    told = _statement(reading, telling, evidence, doer, name, patient, patient, _CLAUSE_CONFIDENCE)
    return replace(told, polarity="positive")  # what the clause denies is not what the noun tells


def _statements(cast: Cast, telling: Telling, before: Sequence[Statement]) -> Iterator[Statement]:
    """Yield one statement for each member of the clause's subject and of the list that it is done to.

    `before`: those told last, of which "did so" repeats one.
    """
    reading, clause = cast.reading, telling.clause
    evidence = evidence_of(reading, clause.start, clause.end)
    group = turned_on(reading, clause)
    if group is None:
        yield _statement(reading, telling, evidence, None, "tells", None, evidence.text, _BARE_CONFIDENCE)
        return
    repeated = _repeated(cast, telling, group, before)
    undone = left_undone(reading, clause)
    if repeated is not None:
        yield from repeated
        return
    yield from _of_verb(cast, telling, group, evidence)
    if undone is not None:
        yield from _of_verb(cast, telling, undone, evidence)


def _of_verb(cast: Cast, telling: Telling, group: VerbGroup, evidence: Span) -> Iterator[Statement]:
    reading, clause = cast.reading, telling.clause
    name = property_of(reading, group)
    raw = _after_verb(reading, clause, group)
    values = values_of(reading, clause, group)
    doer = clause.subject
    agent = agent_of(reading, group) if group.passive else None
    if agent is not None and clause.subject is not None:
        doer, values = agent, [named(reading, clause.subject)]  # "B was hired by A" tells what "A hired B" does
    confidence = _CONFIDENCE[doer is not None]
    for subject in _subjects(cast, doer) or [None]:
        for value in values or [None]:
            told = _statement(reading, telling, evidence, subject, name, value, raw, confidence)
            yield replace(told, polarity="negative" if group.negated else "positive")


def _repeated(cast: Cast, telling: Telling, group: VerbGroup, before: Sequence[Statement]) -> list[Statement] | None:
    """Return what "did so" stands for, told of this clause's subject; None where it stands for nothing told."""
    reading, clause = cast.reading, telling.clause
    if not does_likewise(reading, group) or clause.subject is None:
        return None
    subjects = _subjects(cast, clause.subject)
    first = reading.annotated.sentences[max(0, reading.annotated.words.sentence[group.verb] - _LIKEWISE_BACK)][0]
    earlier = next(
        (one for one in reversed(before) if _may_be_repeated(one, subjects) and one.evidence[0].start >= first), None
    )
    if earlier is None:
        return None
    evidence = evidence_of(reading, clause.start, clause.end)
    raw = _after_verb(reading, clause, group)
    told = [
        _statement(reading, telling, evidence, subject, earlier.property, earlier.value, raw, _CONFIDENCE[True])
        for subject in subjects
    ]
    return [replace(one, polarity="negative" if group.negated else "positive") for one in told]


def _may_be_repeated(statement: Statement, subjects: Sequence[str | None]) -> bool:
    done = statement.polarity == "positive" and statement.value is not None
    return done and statement.subject is not None and statement.subject not in subjects


def _subjects(cast: Cast, chunk: Chunk | None) -> list[str | None]:
    if chunk is None:
        return []
    names: list[str | None] = []
    for member in coordinated(cast.reading, chunk):
        if (owned := owned_by_antecedent(cast.reading, member)) is not None:
            names.append(owned)
            continue
        voice = voice_of(cast, member)
        names.append(voice.name if voice is not None else cast.reading.span(member.start, member.end).text)
    return list(dict.fromkeys(names))


def _after_verb(reading: Reading, clause: Clause, group: VerbGroup) -> str | None:
    return reading.span(group.verb + 1, clause.end).text if group.verb + 1 < clause.end else None


def _statement(
    reading: Reading,
    telling: Telling,
    evidence: Span,
    subject: str | None,
    name: str,
    value: str | None,
    raw: str | None,
    confidence: float,
) -> Statement:
    group = telling.clause.group
    doc = reading.annotated.document.id
    identity = content_id("st", doc, evidence.start, evidence.end, subject, name, value)
    return Statement(
        id=identity,
        doc=doc,
        subject=subject,
        property=name,
        value=value,
        raw_value=raw,
        speaker=telling.speaker,
        polarity="negative" if group is not None and group.negated else "positive",
        certainty=certainty_of(reading, telling.clause),
        confidence=confidence,
        made_by=MADE_BY,
        evidence=(evidence,),
    )
