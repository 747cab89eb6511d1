"""The JSON document `crossread.comparison/1`, field by field (docs/output.md, docs/comparison.schema.json).

Field order and list order are fixed, so that the same comparison always gives the same bytes.
"""

from collections.abc import Iterable, Mapping

from crossread.records import Comparison, Copy, Document
from crossread.report.contract.found import (
    discrepancy_fields,
    entity_fields,
    label_fields,
    point_fields,
    relation_fields,
    summary_sentence_fields,
    timeline_entry_fields,
)
from crossread.report.contract.read import (
    event_fields,
    quantity_fields,
    quote_fields,
    stance_fields,
    statement_fields,
    time_fields,
    writable,
)
from crossread.report.contract.span import Json, span_fields
from crossread.report.contract.writing import json_text
from crossread.report.published import first_and_last

SCHEMA = "crossread.comparison/1"


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
        "entities": [entity_fields(entity) for entity in comparison.entities],
        "points": [point_fields(point) for point in comparison.points],
        "discrepancies": [discrepancy_fields(discrepancy) for discrepancy in comparison.discrepancies],
        "quotes": [quote_fields(quote) for quote in comparison.quotes],
        "stances": [stance_fields(stance) for stance in comparison.stances],
        "events": [event_fields(event) for event in comparison.events],
        "times": [time_fields(time) for time in comparison.times],
        "quantities": [quantity_fields(quantity) for quantity in comparison.quantities if writable(quantity)],
        "labels": [label_fields(label) for label in comparison.labels],
        "statements": [statement_fields(statement) for statement in comparison.statements],
        "timeline": [timeline_entry_fields(entry) for entry in comparison.timeline],
        "summary": [summary_sentence_fields(sentence) for sentence in comparison.summary],
        "failures": [
            {"document": failure.document, "stage": failure.stage, "message": failure.message}
            for failure in comparison.failures
        ],
        "copies": [_copy(copy) for copy in story.copies],
        "relations": [relation_fields(relation) for relation in comparison.relations],
    }


def to_json(comparison: Comparison) -> str:
    """Return the document as JSON text that ends in a newline and always encodes to UTF-8."""
    return json_text(to_document(comparison))


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


def _copy(copy: Copy) -> Json:
    return {
        "doc": copy.doc,
        "of": copy.of,
        "kind": copy.kind,
        "share": copy.share,
        "passages": [[span_fields(here), span_fields(there)] for here, there in copy.passages],
    }
