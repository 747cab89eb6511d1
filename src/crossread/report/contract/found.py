"""What was found between articles, as the JSON document has it."""

from crossread.records import Discrepancy, Entity, Label, Point, Relation, SummarySentence, TimelineEntry
from crossread.report.contract.span import Json, span_list


def entity_fields(entity: Entity) -> Json:
    """Return an entity as JSON."""
    known = {} if entity.known is None else {"known": entity.known}
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "code": entity.code,
        **known,
        "mentions": span_list(entity.mentions),
    }


def point_fields(point: Point) -> Json:
    """Return a point as JSON."""
    return {
        "id": point.id,
        "label": point.label,
        "kind": point.kind,
        "status": point.status,
        "outlets": list(point.outlets),
        "independent_sources": point.independent_sources,
        "absent_from": list(point.absent_from),
        "evidence": span_list(point.evidence),
        "statements": list(point.statements),
    }


def relation_fields(relation: Relation) -> Json:
    """Return how two statements stand to one another as JSON."""
    return {"a": relation.a, "b": relation.b, "label": relation.label, "confidence": relation.confidence}


def discrepancy_fields(discrepancy: Discrepancy) -> Json:
    """Return a discrepancy with its sides as JSON."""
    return {
        "id": discrepancy.id,
        "kind": discrepancy.kind,
        "severity": discrepancy.severity,
        "about": discrepancy.about,
        "confidence": discrepancy.confidence,
        "update": discrepancy.update,
        "sides": [
            {"doc": side.doc, "value": side.value, "evidence": span_list(side.evidence)} for side in discrepancy.sides
        ],
    }


def label_fields(label: Label) -> Json:
    """Return a label as JSON."""
    return {
        "entity": label.entity,
        "doc": label.doc,
        "words": label.words,
        "voice": label.voice,
        "evidence": span_list(label.evidence),
    }


def timeline_entry_fields(entry: TimelineEntry) -> Json:
    """Return an entry of the time line as JSON."""
    return {
        "date": entry.date,
        "precision": entry.precision,
        "label": entry.label,
        "points": list(entry.points),
        "evidence": span_list(entry.evidence),
    }


def summary_sentence_fields(sentence: SummarySentence) -> Json:
    """Return a sentence of the summary as JSON."""
    return {"text": sentence.text, "evidence": span_list(sentence.evidence), "agreed_by": list(sentence.agreed_by)}
