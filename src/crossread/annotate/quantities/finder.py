"""Finds the quantities of an article, the most telling pattern first."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from crossread.annotate.quantities import grammar
from crossread.annotate.quantities.ages import read_age, read_apposed_age
from crossread.annotate.quantities.counts import read_count
from crossread.annotate.quantities.found import Found, Read, Sentence
from crossread.annotate.quantities.money import read_money, read_money_word
from crossread.annotate.quantities.number_words import (
    read_article_unit,
    read_dozen,
    read_ordinal,
    read_pair,
    read_part_unit,
    read_rank,
    read_twice,
    read_vague,
)
from crossread.annotate.quantities.shares import read_chance, read_fraction, read_percent
from crossread.annotate.quantities.votes import read_votes
from crossread.records import Document, Quantity, Time, Words


def find_quantities(
    document: Document, sentences: Sequence[tuple[int, int]], words: Words, times: Sequence[Time] = ()
) -> tuple[Quantity, ...]:
    """Return the quantities of an article in text order; they do not overlap.

    Numbers inside dates and times of day are none; those inside durations are. `words` keep them on word boundaries.
    """
    starts = words.start
    calendar = [(t.span.start, t.span.end) for t in times if t.kind != "duration" and not _measures(t)]
    found = (
        quantity
        for bounds in sentences
        for quantity in _in_sentence(Sentence(document.text, *bounds), calendar)
        if _on_word(quantity.start, starts)
    )
    return tuple(_quantity(document, one) for one in found)


_YEARS = {"decades": 10.0, "centuries": 100.0}


def _quantity(document: Document, found: Found) -> Quantity:
    """Return the quantity, decades and centuries told in years, so that "half a century" is 50 years."""
    scale = _YEARS.get(found.unit or "", 1.0)
    high = None if found.high is None else found.high * scale
    unit = "years" if found.unit in _YEARS else found.unit
    return Quantity(document.span(found.start, found.end), found.value * scale, high, unit, found.of, found.bound)


def _measures(time: Time) -> bool:
    """Tell whether a time is told by a number of units ("three weeks ago"), which is a quantity too."""
    return bool(_MEASURED.search(time.span.text))


def _on_word(start: int, starts: Sequence[int]) -> bool:
    at = bisect_left(starts, start)
    return at < len(starts) and starts[at] - start <= 0


def _in_sentence(sentence: Sentence, calendar: list[tuple[int, int]]) -> Iterator[Found]:
    taken = bytearray(sentence.stop - sentence.begin)
    for start, end in _within(calendar, sentence):
        _take(taken, start - sentence.begin, end - sentence.begin)
    kept: list[Found] = []
    for pattern, read in _rules():
        for match in pattern.finditer(sentence.text, sentence.begin, sentence.stop):
            for found in read(match, sentence):
                start, end = found.start - sentence.begin, found.end - sentence.begin
                if not any(taken[start:end]):
                    kept.append(found)
                    _take(taken, start, end)
    yield from sorted(kept, key=lambda found: found.start)


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\x01" * (min(end, len(taken)) - start)


def _within(calendar: list[tuple[int, int]], sentence: Sentence) -> list[tuple[int, int]]:
    at = bisect_left(calendar, (sentence.begin, 0))
    found = []
    while at < len(calendar) and calendar[at][0] < sentence.stop:
        found.append(calendar[at])
        at += 1
    return found


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Read], ...]:
    return (
        (grammar.money_rule(), read_money),
        (grammar.money_word_rule(), read_money_word),
        (grammar.percent_rule(), read_percent),
        *((pattern, read_age) for pattern in grammar.age_rules()),
        (grammar.APPOSED_AGE_RULE, read_apposed_age),
        (grammar.CHANCE_RULE, read_chance),
        (grammar.VOTE_RULE, read_votes),
        (grammar.VOTE_WORD_RULE, read_votes),
        (grammar.FRACTION_RULE, read_fraction),
        (grammar.DOZEN_RULE, read_dozen),
        (grammar.VAGUE_RULE, read_vague),
        (grammar.ORDINAL_RULE, read_ordinal),
        (grammar.PART_UNIT_RULE, read_part_unit),
        (grammar.PAIR_RULE, read_pair),
        (grammar.TIMES_RULE, read_twice),
        (grammar.RANK_RULE, read_rank),
        (grammar.ARTICLE_UNIT_RULE, read_article_unit),
        (grammar.count_rule(), read_count),
    )


_MEASURED = re.compile(
    r"\b(?!(?:a|an|the|last|past|next|this|every|each|of)\b)[\w,.]+[\s-](?:second|minute|hour|day|week|month|year|decade)s?\b(?!\s(?:of|morning|night))",
    re.IGNORECASE,
)
