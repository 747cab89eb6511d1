"""Task `events`: events from raw text, nothing given but the date.

Gold: PLOVER records as JSON Lines, PETRARCH2's validation records as XML, or a PLV table (`deed_events`). What is only
threatened, promised, asked for or denied (by `modality` and `polarity`) is not counted as an event, as PLOVER does not.

- PLOVER records have one event each. `all_right`: an event with its root, and with all of its source and target
  countries as actor and recipient (both together, where the record has sources only), is found. `class`: of the roots
  told in a record, how many are its own; of the records, in how many its root is told. `context`: those of the events
  of that root, as far as records of before PLOVER and PLOVER itself have the same one.
- Validation records: exact triples of source code, root and target code; a code is country and sector run together. The
  dictionaries that the records name are given to the extractor, as they were to the coder that the records validate;
  without any, crossread's own codes are counted. PETRARCH knows no modality, and codes what is planned, denied or asked
  for as well: all events are counted here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from crossread.extract import RuleExtractor
from crossread.learn.statements.deed_events import score
from crossread.learn.statements.event_gold import (
    SAME_CONTEXTS,
    Record,
    Sentence,
    dictionaries_named,
    general,
    read_records,
    read_sentences,
)
from crossread.learn.statements.figures import Count
from crossread.learn.statements.root_data import read_deeds
from crossread.learn.statements.tasks import Given
from crossread.pipeline import Pipeline, read_dictionaries
from crossread.records import Document, Event, Party

_OF_WORDS: Final = frozenset({"AGREE", "CONCEDE", "REQUEST", "REJECT", "THREATEN", "ACCUSE"})
"""Roots of deeds that are done by saying so, whatever is said of what they are about."""

_NO_COUNTRY: Final = "---"  # as dictionaries have it

_TOLD: Final = frozenset({"happened", "alleged"})
_TOLD_OF_WORDS: Final = _TOLD | {"planned", "threatened"}


def evaluate(given: Given) -> Mapping[str, object]:
    """Return the figures for the gold's form."""
    if given.gold.suffix.lower() == ".tsv":
        return score(read_deeds(given.gold), lambda name, text: list(told(given.pipeline, name, text, None)))
    if given.gold.suffix.lower() == ".xml":
        return _triples(given, read_sentences(given.gold))
    return _records(given.pipeline, read_records(given.gold))


def _records(pipeline: Pipeline, records: list[Record]) -> Mapping[str, object]:
    right, classes, contexts = 0, Count(), Count()
    for record in records:
        events = list(told(pipeline, record.id, record.text, record.date))
        roots = {event.type for event in events}
        hit = int(record.root in roots)
        classes += Count(hit, len(roots), hit, 1)
        right += any(_all_right(record, event) for event in events)
        contexts += _contexts(record, [event for event in events if event.type == record.root])
    return {
        "records": len(records),
        "all_right": round(right / len(records), 3) if records else 0.0,
        "class": classes.shown(),
        "context": contexts.shown(),
    }


def _contexts(record: Record, events: list[Event]) -> Count:
    found = {context for event in events for context in event.context if context in SAME_CONTEXTS}
    right = len(found & record.contexts)
    return Count(right, len(found), right, len(record.contexts)) if events else Count()


def _all_right(record: Record, event: Event) -> bool:
    actor, recipient = _codes(event.actor), _codes(event.recipient)
    if not record.targets:
        return event.type == record.root and record.sources <= actor | recipient
    return event.type == record.root and record.sources <= actor and record.targets <= recipient


def _codes(parties: tuple[Party, ...]) -> frozenset[str]:
    return frozenset(general(party.code) for party in parties if party.code is not None)


def _triples(given: Given, sentences: list[Sentence]) -> Mapping[str, object]:
    files = dictionaries_named(given.gold, given.dictionaries)
    dictionaries = read_dictionaries(**files)
    pipeline = replace(given.pipeline, extract=RuleExtractor(dictionaries)) if dictionaries else given.pipeline
    total = Count()
    for sentence in sentences:
        found: set[tuple[str, str, str]] = set()
        for event in _events(pipeline, sentence.id, sentence.text, sentence.date):
            found.update(_of(event, as_given=bool(dictionaries)))
        right = len(found & sentence.events)
        total += Count(right, len(found), right, len(sentence.events))
    named = [path.name for paths in files.values() for path in paths]
    return {"sentences": len(sentences), "triples": total.shown(), "dictionaries": named}


def _of(event: Event, *, as_given: bool) -> Iterator[tuple[str, str, str]]:
    """Yield each actor with each recipient; codes of a dictionary count as they stand there."""
    for actor in event.actor:
        for recipient in event.recipient:
            codes = [_run_together(party, as_given=as_given) for party in (actor, recipient)]
            if all(codes):
                yield codes[0], event.type, codes[1]


def _run_together(party: Party, *, as_given: bool) -> str:
    if as_given:
        return (party.code or _NO_COUNTRY) + (party.sector or "") if party.code or party.sector else ""
    return general(party.code) + (party.sector or "") if party.code else ""


def _events(pipeline: Pipeline, name: str, text: str, date: str | None) -> tuple[Event, ...]:
    document = Document(name, text, name, published=date)
    return pipeline.extract.extract(pipeline.annotate.annotate(document)).events


def told(pipeline: Pipeline, name: str, text: str, date: str | None) -> Iterator[Event]:
    """Yield the events that a text tells as such."""
    for event in _events(pipeline, name, text, date):
        told_as = _TOLD_OF_WORDS if event.type in _OF_WORDS else _TOLD
        if event.modality in told_as and event.polarity == "positive":
            yield event
