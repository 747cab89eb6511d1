"""Task `events`: events from raw text, nothing given but the date.

Gold: PLOVER records as JSON Lines, or PETRARCH2's validation records as XML. What is only threatened, promised, asked
for or denied (by `modality` and `polarity`) is not counted as an event, as PLOVER does not.

- PLOVER records have one event each. `all_right`: an event with its root, and with all of its source and target
  countries as actor and recipient (both together, where the record has sources only), is found. `class`: of the roots
  told in a record, how many are its own; of the records, in how many its root is told.
- Validation records: exact triples of source code, root and target code; codes are country and sector run together.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from crossread.learn.statements.event_gold import Record, Sentence, general, read_records, read_sentences
from crossread.learn.statements.figures import Count
from crossread.learn.statements.tasks import Given
from crossread.pipeline import Pipeline
from crossread.records import Document, Event, Party

_OF_WORDS: Final = frozenset({"AGREE", "CONCEDE", "REQUEST", "REJECT", "THREATEN", "ACCUSE"})
"""Roots of deeds that are done by saying so, whatever is said of what they are about."""

_TOLD: Final = frozenset({"happened", "alleged"})
_TOLD_OF_WORDS: Final = _TOLD | {"planned", "threatened"}


def evaluate(given: Given) -> Mapping[str, object]:
    """Return the figures for the gold's form."""
    if given.gold.suffix.lower() == ".xml":
        return _triples(given.pipeline, read_sentences(given.gold))
    return _records(given.pipeline, read_records(given.gold))


def _records(pipeline: Pipeline, records: list[Record]) -> Mapping[str, object]:
    right, classes = 0, Count()
    for record in records:
        events = list(told(pipeline, record.id, record.text, record.date))
        roots = {event.type for event in events}
        hit = int(record.root in roots)
        classes += Count(hit, len(roots), hit, 1)
        right += any(_all_right(record, event) for event in events)
    return {
        "records": len(records),
        "all_right": round(right / len(records), 3) if records else 0.0,
        "class": classes.shown(),
    }


def _all_right(record: Record, event: Event) -> bool:
    actor, recipient = _codes(event.actor), _codes(event.recipient)
    if not record.targets:
        return event.type == record.root and record.sources <= actor | recipient
    return event.type == record.root and record.sources <= actor and record.targets <= recipient


def _codes(parties: tuple[Party, ...]) -> frozenset[str]:
    return frozenset(general(party.code) for party in parties if party.code is not None)


def _triples(pipeline: Pipeline, sentences: list[Sentence]) -> Mapping[str, object]:
    total = Count()
    for sentence in sentences:
        found = {triple for event in told(pipeline, sentence.id, sentence.text, sentence.date) for triple in _of(event)}
        right = len(found & sentence.events)
        total += Count(right, len(found), right, len(sentence.events))
    return {"sentences": len(sentences), "triples": total.shown()}


def _of(event: Event) -> Iterator[tuple[str, str, str]]:
    for actor in event.actor:
        for recipient in event.recipient:
            if actor.code and recipient.code:
                yield _run_together(actor), event.type, _run_together(recipient)


def _run_together(party: Party) -> str:
    return general(party.code or "") + (party.sector or "")


def told(pipeline: Pipeline, name: str, text: str, date: str | None) -> Iterator[Event]:
    """Yield the events that a text tells as such."""
    document = Document(name, text, name, published=date)
    for event in pipeline.extract.extract(pipeline.annotate.annotate(document)).events:
        told_as = _TOLD_OF_WORDS if event.type in _OF_WORDS else _TOLD
        if event.modality in told_as and event.polarity == "positive":
            yield event
