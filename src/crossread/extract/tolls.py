"""How many people were killed, hurt, arrested, or protested, as a clause counts them."""

from dataclasses import replace
from functools import cache
from typing import Final

from crossread.extract.reading import Reading
from crossread.extract.within import quantities_in
from crossread.records import Quantity, Span, Toll
from crossread.resources import read_table

_REACH: Final = 8  # words between a number and the word that tells what became of the people it counts


@cache
def _tellers() -> dict[str, str]:
    """Return killed, hurt, arrested or protesting by the dictionary form, or the form, of a word."""
    return {row["word"]: row["toll"] for row in read_table("ontology/toll_words.tsv")}


def toll_of(reading: Reading, evidence: Span) -> Toll:
    """Return the toll that the words of the evidence tell; the first number of each kind counts."""
    toll = Toll()
    for quantity in quantities_in(reading, evidence):
        if quantity.unit not in {"people", None}:
            continue
        kind = _kind(reading, quantity, evidence)
        if kind is not None and getattr(toll, kind) is None:
            toll = replace(toll, **{kind: quantity.value})
    return toll


def _kind(reading: Reading, quantity: Quantity, evidence: Span) -> str | None:
    """What the nearest telling word says, the one after the number before the one before it at the same distance."""
    first, after = reading.word_at(quantity.span.start), reading.word_after(quantity.span.end)
    start, end = reading.word_at(evidence.start), reading.word_after(evidence.end)
    words, lemmas, tellers = reading.lower, reading.annotated.words.lemma, _tellers()
    for word in range(first, after):
        if words[word] in tellers:
            return tellers[words[word]]
    for distance in range(_REACH):
        for word in (after + distance, first - 1 - distance):
            if start <= word < end:
                kind = tellers.get(words[word]) or tellers.get(lemmas[word])
                if kind is not None:
                    return kind
    return None
