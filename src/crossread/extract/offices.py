"""Offices: who holds, gains, claims or leaves which, from titles, appositions and verbs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from crossread.extract.appositions import apposed
from crossread.extract.cast import Cast
from crossread.extract.certainty import certainty_of
from crossread.extract.evidence import evidence_of
from crossread.extract.office_verbs import office_end, offices_told
from crossread.extract.reading import Reading
from crossread.extract.tellings import Telling
from crossread.extract.voices import voice_of
from crossread.extract.word_classes import word_class
from crossread.records import Mention, Span, Statement, content_id

HOLDS_OFFICE = "holds office"
HELD_OFFICE = "held office"
_CONFIDENCE = 0.6


def find_offices(cast: Cast, tellings: Sequence[Telling], made_by: str) -> Iterator[Statement]:
    """Yield one statement for each office that a person is given, the first time it is given."""
    told: set[tuple[str, str, str]] = set()
    for statement in (*_of_people(cast, made_by), *_of_verbs(cast, tellings, made_by)):
        key = (statement.subject or "", statement.property, (statement.value or "").lower())
        if key not in told:
            told.add(key)
            yield statement


def _of_people(cast: Cast, made_by: str) -> Iterator[Statement]:
    for mention in cast.people:
        for office, evidence in _offices(cast.reading, mention):
            yield _statement(cast.full_name(mention), HOLDS_OFFICE, office, evidence, made_by)


def _of_verbs(cast: Cast, tellings: Sequence[Telling], made_by: str) -> Iterator[Statement]:
    reading = cast.reading
    for telling, group, told in offices_told(reading, tellings):
        voice = voice_of(cast, told.holder)
        if voice is None or voice.mention is None or voice.mention.kind != "person":
            continue
        office = reading.span(told.start, told.end).text
        evidence = evidence_of(reading, telling.clause.start, telling.clause.end)
        one = _statement(voice.name, told.term, office, evidence, made_by)
        yield replace(
            one,
            speaker=telling.speaker,
            polarity="negative" if group.negated else "positive",
            certainty=certainty_of(reading, telling.clause),
        )


def _statement(name: str, term: str, office: str, evidence: Span, made_by: str) -> Statement:
    """Return that somebody has an office; "a former judge" was one."""
    article, _, rest = office.partition(" ")
    bare = rest if rest and article.lower() in ("the", "a", "an") else office
    past, _, rest = bare.partition(" ")
    if past in _PAST and rest:
        term, bare = HELD_OFFICE, rest
    identity = content_id("st", evidence.doc, evidence.start, evidence.end, name, term, bare)
    words = (identity, evidence.doc, name, term, bare, bare, None)
    return Statement(*words, "positive", "certain", _CONFIDENCE, made_by, (evidence,))


_PAST = frozenset({"former", "ex", "onetime", "then"})


def _offices(reading: Reading, mention: Mention) -> Iterator[tuple[str, Span]]:
    document = reading.annotated.document
    if mention.title and not _courtesy(mention.title):
        start = reading.text.rfind(
            mention.title, max(0, mention.span.start - len(mention.title) - 2), mention.span.start
        )
        if start >= 0:
            yield mention.title, document.span(start, mention.span.end)
    yield from _described_before(reading, mention)
    after = reading.word_after(mention.span.end)
    if after + 1 >= len(reading.forms) or reading.forms[after] != ",":
        return
    end = _apposition_end(reading, after + 1)
    if end is not None:
        office = reading.span(after + 1, end)
        yield office.text, document.span(mention.span.start, office.end)


def _described_before(reading: Reading, mention: Mention) -> Iterator[tuple[str, Span]]:
    """Yield the office that stands before a name that is put beside it: "the head of the union, Tom Varga,"."""
    first = reading.word_at(mention.span.start)
    start, _ = reading.sentence_of(first)
    if first - 2 < start or reading.forms[first - 1] != ",":
        return
    for chunk in reversed([c for c in map(reading.chunk_of.__getitem__, range(start, first - 1)) if c is not None]):
        if office_end(reading, chunk.start) == first - 1 and apposed(reading, chunk) == mention:
            whole = reading.span(chunk.start, first - 1)
            yield whole.text, reading.annotated.document.span(whole.start, mention.span.end)
            return


def _courtesy(title: str) -> bool:
    word = title.lower().rstrip(".")
    return word in word_class("title_male") | word_class("title_female") or word == "dr"


def _apposition_end(reading: Reading, word: int) -> int | None:
    """Return where a description of a role that begins at the word ends, or None if none begins there."""
    chunk = reading.chunk_of[word]
    stop = office_end(reading, word)
    if chunk is None or chunk.start != word or stop == word:
        return None
    _, end = reading.sentence_of(word)
    closes = stop >= end or reading.forms[stop] in (",", ".", ";", ")", "—", "–")
    return stop if closes else None
