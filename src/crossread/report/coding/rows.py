"""From one coded article to its rows: flat mappings from column to value, lists where there may be several."""

from collections.abc import Collection, Iterator, Sequence
from math import isfinite

from crossread.records import (
    CodedDocument,
    Document,
    Event,
    Failure,
    Party,
    Quantity,
    Quote,
    Span,
    Speaker,
    Stance,
    Statement,
    Time,
    content_id,
)
from crossread.report.coding.kinds import Kind

Cell = str | int | float | None | list[str | None]
Row = dict[str, Cell]


def rows_of(coded: CodedDocument, kinds: Collection[Kind]) -> Iterator[Row]:
    """Yield the rows of an article: by kind, then by place in the text."""
    document = coded.annotated.document
    if "event" in kinds:
        yield from (_event(document, event) for event in coded.events)
    if "statement" in kinds:
        yield from (_statement(document, statement) for statement in coded.statements)
    if "stance" in kinds:
        yield from (_stance(document, stance) for stance in coded.stances)
    if "quotation" in kinds:
        yield from (_quotation(document, quote) for quote in coded.quotes)
    if "time" in kinds:
        yield from (_time(document, time) for time in coded.annotated.times)
    if "quantity" in kinds:
        yield from (_quantity(document, quantity) for quantity in coded.annotated.quantities)


def failure_row(failure: Failure) -> Row:
    """Return the row that tells which article failed where, and why."""
    return {"kind": "failure", "source": failure.document, "stage": failure.stage, "message": failure.message}


def _where(kind: Kind, identity: str, document: Document, evidence: Sequence[Span]) -> Row:
    first = evidence[0]
    return {
        "kind": kind,
        "id": identity,
        "document": document.id,
        "source": document.source,
        "outlet": document.outlet,
        "published": document.published,
        "story": document.story,
        "start": first.start,
        "end": first.end,
        "text": first.text,
        "spans": [f"{span.start}-{span.end}" for span in evidence],
    }


def _who_says(speaker: Speaker | None) -> Row:
    return {"speaker": speaker.name if speaker else None, "chain": list(speaker.chain) if speaker else []}


def _event(document: Document, event: Event) -> Row:
    toll = event.toll
    return {
        **_where("event", event.id, document, event.evidence),
        "root": event.type,
        "mode": event.mode,
        "context": list(event.context),
        "modality": event.modality,
        "polarity": event.polarity,
        "date": event.date,
        "place": event.place,
        **_parties("actor", event.actor),
        **_parties("recipient", event.recipient),
        "number": _finite(event.number),
        "killed": _finite(toll.killed),
        "hurt": _finite(toll.hurt),
        "arrested": _finite(toll.arrested),
        "protesting": _finite(toll.protesting),
        **_who_says(event.speaker),
    }


def _parties(name: str, parties: Sequence[Party]) -> Row:
    """Return three columns whose entries belong together by their position."""
    return {
        name: [party.name for party in parties],
        f"{name}_country": [party.code for party in parties],
        f"{name}_sector": [party.sector for party in parties],
    }


def _statement(document: Document, statement: Statement) -> Row:
    return {
        **_where("statement", statement.id, document, statement.evidence),
        "subject": statement.subject,
        "property": statement.property,
        "value": statement.value,
        "raw_value": statement.raw_value,
        "polarity": statement.polarity,
        "certainty": statement.certainty,
        "confidence": statement.confidence,
        "made_by": statement.made_by,
        **_who_says(statement.speaker),
    }


def _stance(document: Document, stance: Stance) -> Row:
    return {
        **_where("stance", stance.id, document, stance.evidence),
        "holder": stance.holder.name,
        "holder_country": stance.holder.code,
        "side": stance.side,
        "act": stance.act,
        "target": stance.target.name,
        "target_country": stance.target.code,
        "since": stance.since,
        **_who_says(stance.speaker),
    }


def _quotation(document: Document, quote: Quote) -> Row:
    where = _where("quotation", quote.id, document, [quote.span])
    return {**where, "form": quote.kind, "cue": quote.cue, **_who_says(quote.speaker)}


def _time(document: Document, time: Time) -> Row:
    identity = content_id("t", time.span.doc, time.span.start, time.span.end, time.value)
    return {
        **_where("time", identity, document, [time.span]),
        "value": time.value,
        "form": time.kind,
        "anchor": time.anchor,
        "precision": time.precision,
        "alternatives": list(time.alternatives),
    }


def _quantity(document: Document, quantity: Quantity) -> Row:
    identity = content_id("n", quantity.span.doc, quantity.span.start, quantity.span.end, quantity.value)
    return {
        **_where("quantity", identity, document, [quantity.span]),
        "value": _finite(quantity.value),
        "high": _finite(quantity.high),
        "unit": quantity.unit,
        "of": quantity.of,
        "bound": quantity.bound,
    }


def _finite(number: float | None) -> float | int | None:
    """Return the number, whole ones as integers; None for one too large for a float, which no format has a word for."""
    if number is None or not isfinite(number):
        return None
    return int(number) if float(number).is_integer() else number
