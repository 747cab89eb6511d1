"""Statements: each clause as `(subject, property, value)`, on whose word, with its own words as evidence."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crossread.extract.cast import Cast
from crossread.extract.certainty import certainty_of
from crossread.extract.chunks import Chunk
from crossread.extract.coordination import coordinated
from crossread.extract.deed_nouns import NounDeed, find_noun_deeds
from crossread.extract.objects import agent_of
from crossread.extract.offices import find_offices
from crossread.extract.properties import property_of, term_of
from crossread.extract.reading import Reading
from crossread.extract.tellings import Telling
from crossread.extract.voices import voice_of
from crossread.records import Span, Statement, content_id

MADE_BY = "rules/1"
_CLAUSE_CONFIDENCE = 0.7  # subject and verb were found
_BARE_CONFIDENCE = 0.4  # only the words are sure


def find_statements(cast: Cast, tellings: Sequence[Telling]) -> tuple[Statement, ...]:
    """Return the statements, by offset; every sentence is covered by at least one."""
    found: dict[str, Statement] = {}
    for telling in tellings:
        for statement in _statements(cast, telling):
            found.setdefault(statement.id, statement)
    for statement in (*find_offices(cast, MADE_BY), *_of_nouns(cast, tellings)):
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


def _statements(cast: Cast, telling: Telling) -> Iterator[Statement]:
    """Yield one statement for each member of the clause's subject."""
    reading, clause = cast.reading, telling.clause
    evidence = evidence_of(reading, clause.start, clause.end)
    if clause.group is None:
        yield _statement(reading, telling, evidence, None, "tells", None, evidence.text, _BARE_CONFIDENCE)
        return
    name = property_of(reading, clause.group)
    raw = _after_verb(reading, telling)
    value = _value(reading, telling)
    doer = clause.subject
    agent = agent_of(reading, clause.group) if clause.group.passive else None
    if agent is not None and clause.subject is not None:
        doer, value = agent, _named(reading, clause.subject)  # "B was hired by A" tells what "A hired B" does
    subjects = _subjects(cast, doer)
    for subject in subjects or [None]:
        confidence = _CLAUSE_CONFIDENCE if subject is not None else _BARE_CONFIDENCE
        yield _statement(reading, telling, evidence, subject, name, value, raw, confidence)


def evidence_of(reading: Reading, start: int, end: int) -> Span:
    """Return the span of the words, a quotation mark that they open closed with them."""
    span = reading.span(start, end)
    after = span.end
    text = reading.text
    if span.text.count('"') % 2 or span.text.count("“") > span.text.count("”"):
        closing = text[after : after + 2]
        extra = next((i + 1 for i, c in enumerate(closing) if c in '"”'), 0)
        return reading.annotated.document.span(span.start, after + extra) if extra else span
    return span


def _subjects(cast: Cast, chunk: Chunk | None) -> list[str | None]:
    if chunk is None:
        return []
    names: list[str | None] = []
    for member in coordinated(cast.reading, chunk):
        voice = voice_of(cast, member)
        names.append(voice.name if voice is not None else cast.reading.span(member.start, member.end).text)
    return list(dict.fromkeys(names))


def _after_verb(reading: Reading, telling: Telling) -> str | None:
    clause = telling.clause
    if clause.group is None or clause.group.verb + 1 >= clause.end:
        return None
    return reading.span(clause.group.verb + 1, clause.end).text


def _value(reading: Reading, telling: Telling) -> str | None:
    """The first noun phrase after the verb, without its article; None where nothing follows."""
    clause = telling.clause
    if clause.group is None:
        return None
    for word in range(clause.group.verb + 1, clause.end):
        chunk = reading.chunk_of[word]
        if chunk is not None and not chunk.time:
            return _named(reading, chunk)
    return None


def _named(reading: Reading, chunk: Chunk) -> str:
    """The words of the noun phrase up to its head, without its article."""
    first = chunk.start
    while first < chunk.head and reading.lower[first] in ("the", "a", "an"):
        first += 1
    return reading.span(first, max(first, chunk.head) + 1).text


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
