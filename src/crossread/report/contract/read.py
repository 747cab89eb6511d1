"""What was read in single articles, as the JSON document has it."""

from math import isfinite

from crossread.records import Event, Party, Quantity, Quote, Speaker, Stance, Statement, Time
from crossread.report.contract.span import Json, span_fields, span_list


def time_fields(time: Time) -> Json:
    """Return an expression of time as JSON."""
    return {
        "span": span_fields(time.span),
        "value": time.value,
        "kind": time.kind,
        "anchor": time.anchor,
        "precision": time.precision,
        "alternatives": list(time.alternatives),
    }


def writable(quantity: Quantity) -> bool:
    """Tell whether JSON can hold the number: digits enough make any float infinite, which JSON has no word for."""
    return isfinite(quantity.value) and (quantity.high is None or isfinite(quantity.high))


def quantity_fields(quantity: Quantity) -> Json:
    """Return a number as JSON."""
    return {
        "span": span_fields(quantity.span),
        "value": quantity.value,
        "high": quantity.high,
        "unit": quantity.unit,
        "of": quantity.of,
        "bound": quantity.bound,
    }


def quote_fields(quote: Quote) -> Json:
    """Return a quotation as JSON."""
    return {
        "id": quote.id,
        "span": span_fields(quote.span),
        "direct": quote.direct,
        "kind": quote.kind,
        "cue": quote.cue,
        "speaker": _speaker(quote.speaker),
    }


def _speaker(speaker: Speaker | None) -> Json | None:
    if speaker is None:
        return None
    named_in = span_fields(speaker.named_in) if speaker.named_in is not None else None
    return {"name": speaker.name, "entity": speaker.entity, "chain": list(speaker.chain), "named_in": named_in}


def _party(party: Party) -> Json:
    return {"name": party.name, "entity": party.entity, "code": party.code, "sector": party.sector}


def stance_fields(stance: Stance) -> Json:
    """Return a stance as JSON."""
    return {
        "id": stance.id,
        "holder": _party(stance.holder),
        "side": stance.side,
        "target": _party(stance.target),
        "act": stance.act,
        "since": stance.since,
        "speaker": _speaker(stance.speaker),
        "evidence": span_list(stance.evidence),
    }


def event_fields(event: Event) -> Json:
    """Return an event as JSON."""
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "actor": [_party(party) for party in event.actor],
        "recipient": [_party(party) for party in event.recipient],
        "date": event.date,
        "place": event.place,
        "number": _finite(event.number),
        "polarity": event.polarity,
        "modality": event.modality,
        "speaker": _speaker(event.speaker),
        "evidence": span_list(event.evidence),
        "context": list(event.context),
        "toll": {
            "killed": _finite(event.toll.killed),
            "hurt": _finite(event.toll.hurt),
            "arrested": _finite(event.toll.arrested),
            "protesting": _finite(event.toll.protesting),
        },
    }


def _finite(number: float | None) -> float | None:
    return number if number is not None and isfinite(number) else None


def statement_fields(statement: Statement) -> Json:
    """Return a statement as JSON."""
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
        "evidence": span_list(statement.evidence),
    }
