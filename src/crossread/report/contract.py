"""The JSON document `crossread.comparison/1`, field by field (docs/output.md, docs/comparison.schema.json).

Field order and list order are fixed, so that the same comparison always gives the same bytes.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from crossread.records import (
    Comparison,
    Copy,
    Discrepancy,
    Document,
    Entity,
    Event,
    Label,
    Party,
    Point,
    Quantity,
    Quote,
    Span,
    Speaker,
    Stance,
    Statement,
    SummarySentence,
    Time,
    TimelineEntry,
)
from crossread.report.published import first_and_last

SCHEMA = "crossread.comparison/1"

Json = dict[str, Any]

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def to_document(comparison: Comparison) -> Json:
    """Return the comparison as plain dictionaries, lists, strings and numbers, ready for any JSON writer."""
    story = comparison.story
    return {
        "schema": SCHEMA,
        "generator": _generator(comparison),
        "story": _story(comparison),
        "documents": [
            _document(coded.annotated.document, coded.annotated.sentences, story.copies) for coded in story.documents
        ],
        "entities": [_entity(entity) for entity in comparison.entities],
        "points": [_point(point) for point in comparison.points],
        "discrepancies": [_discrepancy(discrepancy) for discrepancy in comparison.discrepancies],
        "quotes": [_quote(quote) for quote in comparison.quotes],
        "stances": [_stance(stance) for stance in comparison.stances],
        "events": [_event(event) for event in comparison.events],
        "times": [_time(time) for time in comparison.times],
        "quantities": [_quantity(quantity) for quantity in comparison.quantities],
        "labels": [_label(label) for label in comparison.labels],
        "statements": [_statement(statement) for statement in comparison.statements],
        "timeline": [_timeline_entry(entry) for entry in comparison.timeline],
        "summary": [_summary_sentence(sentence) for sentence in comparison.summary],
        "failures": [
            {"document": failure.document, "stage": failure.stage, "message": failure.message}
            for failure in comparison.failures
        ],
        "copies": [_copy(copy) for copy in story.copies],
    }


def to_json(comparison: Comparison) -> str:
    """Return the document as JSON text that ends in a newline and always encodes to UTF-8.

    Letters stand as themselves. Half of a surrogate pair, which no UTF-8 file can hold, is written as its JSON escape.
    """
    text = json.dumps(to_document(comparison), ensure_ascii=False, indent=1, allow_nan=False)
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def _generator(comparison: Comparison) -> Json:
    generator = comparison.generator
    models: Mapping[str, str] = generator.models
    return {
        "name": generator.name,
        "version": generator.version,
        "pipeline": generator.pipeline,
        "models": {name: models[name] for name in sorted(models)},
    }


def _story(comparison: Comparison) -> Json:
    story = comparison.story
    first, last = first_and_last(coded.annotated.document.published for coded in story.documents)
    return {
        "id": story.id,
        "label": story.label,
        "first_published": first,
        "last_published": last,
        "strangers": list(story.strangers),
    }


def _document(document: Document, sentences: Iterable[tuple[int, int]], copies: Iterable[Copy]) -> Json:
    origin = {copy.kind: copy.of for copy in copies if copy.doc == document.id}
    return {
        "id": document.id,
        "source": document.source,
        "outlet": document.outlet,
        "title": document.title,
        "byline": document.byline,
        "published": document.published,
        "url": document.url,
        "language": document.language,
        "sha256": document.sha256,
        "text": document.text,
        "sentences": [[start, end] for start, end in sentences],
        "copy_of": origin.get("copy"),
        "revision_of": origin.get("revision"),
    }


def _span(span: Span) -> Json:
    return {"doc": span.doc, "start": span.start, "end": span.end, "text": span.text}


def _spans(spans: Iterable[Span]) -> list[Json]:
    return [_span(span) for span in spans]


def _entity(entity: Entity) -> Json:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "code": entity.code,
        "mentions": _spans(entity.mentions),
    }


def _point(point: Point) -> Json:
    return {
        "id": point.id,
        "label": point.label,
        "kind": point.kind,
        "status": point.status,
        "outlets": list(point.outlets),
        "independent_sources": point.independent_sources,
        "absent_from": list(point.absent_from),
        "evidence": _spans(point.evidence),
        "statements": list(point.statements),
    }


def _discrepancy(discrepancy: Discrepancy) -> Json:
    return {
        "id": discrepancy.id,
        "kind": discrepancy.kind,
        "severity": discrepancy.severity,
        "about": discrepancy.about,
        "confidence": discrepancy.confidence,
        "update": discrepancy.update,
        "sides": [
            {"doc": side.doc, "value": side.value, "evidence": _spans(side.evidence)} for side in discrepancy.sides
        ],
    }


def _speaker(speaker: Speaker | None) -> Json | None:
    if speaker is None:
        return None
    return {"name": speaker.name, "entity": speaker.entity, "chain": list(speaker.chain)}


def _party(party: Party) -> Json:
    return {"name": party.name, "entity": party.entity, "code": party.code}


def _quote(quote: Quote) -> Json:
    return {
        "id": quote.id,
        "span": _span(quote.span),
        "direct": quote.direct,
        "kind": quote.kind,
        "cue": quote.cue,
        "speaker": _speaker(quote.speaker),
    }


def _stance(stance: Stance) -> Json:
    return {
        "id": stance.id,
        "holder": _party(stance.holder),
        "side": stance.side,
        "target": _party(stance.target),
        "act": stance.act,
        "since": stance.since,
        "speaker": _speaker(stance.speaker),
        "evidence": _spans(stance.evidence),
    }


def _event(event: Event) -> Json:
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "actor": [_party(party) for party in event.actor],
        "recipient": [_party(party) for party in event.recipient],
        "date": event.date,
        "place": event.place,
        "number": event.number,
        "polarity": event.polarity,
        "modality": event.modality,
        "speaker": _speaker(event.speaker),
        "evidence": _spans(event.evidence),
    }


def _time(time: Time) -> Json:
    return {
        "span": _span(time.span),
        "value": time.value,
        "kind": time.kind,
        "anchor": time.anchor,
        "precision": time.precision,
        "alternatives": list(time.alternatives),
    }


def _quantity(quantity: Quantity) -> Json:
    return {
        "span": _span(quantity.span),
        "value": quantity.value,
        "high": quantity.high,
        "unit": quantity.unit,
        "of": quantity.of,
        "bound": quantity.bound,
    }


def _label(label: Label) -> Json:
    return {
        "entity": label.entity,
        "doc": label.doc,
        "words": label.words,
        "voice": label.voice,
        "evidence": _spans(label.evidence),
    }


def _statement(statement: Statement) -> Json:
    return {
        "id": statement.id,
        "doc": statement.doc,
        "subject": statement.subject,
        "property": statement.property,
        "value": statement.value,
        "raw_value": statement.raw_value,
        "speaker": _speaker(statement.speaker),
        "polarity": statement.polarity,
        "certainty": statement.certainty,
        "confidence": statement.confidence,
        "made_by": statement.made_by,
        "evidence": _spans(statement.evidence),
    }


def _timeline_entry(entry: TimelineEntry) -> Json:
    return {
        "date": entry.date,
        "precision": entry.precision,
        "label": entry.label,
        "points": list(entry.points),
        "evidence": _spans(entry.evidence),
    }


def _summary_sentence(sentence: SummarySentence) -> Json:
    return {"text": sentence.text, "evidence": _spans(sentence.evidence), "agreed_by": list(sentence.agreed_by)}


def _copy(copy: Copy) -> Json:
    return {
        "doc": copy.doc,
        "of": copy.of,
        "kind": copy.kind,
        "share": copy.share,
        "passages": [[_span(here), _span(there)] for here, there in copy.passages],
    }
