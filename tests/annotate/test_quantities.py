"""Quantities: values, units, what is counted, how exact; and numbers that count nothing."""

import pytest

from crossread.annotate import RuleAnnotator
from crossread.annotate.numerals import number_value
from crossread.records import Document, Quantity


def quantities(text: str) -> tuple[Quantity, ...]:
    return RuleAnnotator().annotate(Document("a", text, "Herald", published="2019-01-24")).quantities


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "bound"),
    [
        ("It cost $5.7 billion.", "$5.7 billion", 5.7e9, "USD", "exact"),
        ("It cost nearly £10m.", "£10m", 1e7, "GBP", "about"),
        ("It cost €2bn.", "€2bn", 2e9, "EUR", "exact"),
        ("It cost at least $84,000.", "$84,000", 84000, "USD", "at least"),
        ("It cost five million dollars.", "five million dollars", 5e6, "USD", "exact"),
        ("It rose 64 percent.", "64 percent", 64, "percent", "exact"),
        ("It rose 0.5 percentage points.", "0.5 percentage points", 0.5, "percentage points", "exact"),
        ("It rose by 3%.", "3%", 3, "percent", "exact"),
        ("The 35-year-old left.", "35-year-old", 35, "years", "exact"),
        ("A man aged 35 left.", "35", 35, "years", "exact"),
        ("Ana Lee, 44, left.", "44", 44, "years", "exact"),
        ("More than 600 people came.", "600", 600, "people", "at least"),
        ("Two daughters came.", "Two", 2, "people", "exact"),
        ("Fewer than a dozen came.", "dozen", 12, None, "exact"),
        ("Dozens of officers came.", "Dozens", 24, "people", "at least"),
        ("Tens of thousands of voters came.", "Tens of thousands", 10_000, "people", "at least"),
        ("It is 2,000 miles long.", "2,000 miles", 2000, "miles", "exact"),
        ("They walked twenty-one kilometres.", "twenty-one kilometres", 21, "km", "exact"),
        ("They found 225 bolts.", "225", 225, None, "exact"),
        ("It took 72 hours.", "72 hours", 72, "hours", "exact"),
        ("It opened three weeks ago.", "three weeks", 3, "weeks", "exact"),
        ("It lasted more than an hour.", "an hour", 1, "hours", "at least"),
        ("He saw it twice.", "twice", 2, "times", "exact"),
        ("Two-thirds of the bolts broke.", "Two-thirds", 0.667, "share", "exact"),
        ("It shrank by more than half.", "half", 0.5, "share", "at least"),
        ("It fell by a third in May.", "a third", 0.333, "share", "exact"),
        ("It won a $2.5-million grant.", "$2.5-million", 2.5e6, "USD", "exact"),
        ("A quarter of a million people left.", "A quarter of a million", 250_000, "people", "exact"),
        ("It took 2 1/2 years.", "2 1/2 years", 2.5, "years", "exact"),
        ("It took one hundred-eighteen visits.", "one hundred-eighteen", 118, None, "exact"),
        ("It took half a century.", "half a century", 50, "years", "exact"),
        ("He gave an hour-long speech.", "hour-long", 1, "hours", "exact"),
        ("There was a pair of hearings.", "a pair of", 2, None, "exact"),
        ("Only one Arland senator votes no.", "one", 1, "people", "exact"),
        ("They sent a one-page letter.", "one", 1, None, "exact"),
        ("She is in her early 20s.", "early 20s", 20, "years", "exact"),
        ("He won a third term.", "third term", 3, "terms", "exact"),
    ],
)
def test_values(text: str, words: str, value: float, unit: str | None, bound: str) -> None:
    (found,) = quantities(text)
    assert (found.span.text, found.unit, str(found.bound)) == (words, unit, bound)
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "value", "high"),
    [
        ("The course takes 40 to 60 hours.", 40, 60),
        ("Between 20 and 30 people came.", 20, 30),
        ("It costs $5-10 million.", 5e6, 1e7),
        ("It rose 2-3 percent.", 2, 3),
        ("They were between 16 and 18 years old.", 16, 18),
    ],
)
def test_ranges(text: str, value: float, high: float) -> None:
    (found,) = quantities(text)
    assert (found.value, found.high) == (value, high)


@pytest.mark.parametrize("text", ["The measure passed 52-48.", "They voted seven to two for it."])
def test_votes_are_two_counts(text: str) -> None:
    first, second = quantities(text)
    assert (first.unit, second.unit) == ("votes", "votes")
    assert first.value > second.value
    assert (first.of, second.of) == ("votes for", "votes against")


def test_two_shares_set_against_each_other_are_no_range() -> None:
    assert [(q.value, q.high) for q in quantities("Lee leads Dorn, 49 percent to 44 percent.")] == [
        (49, None),
        (44, None),
    ]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("They found 14 loose bolts.", "loose bolts"),
        ("All 14 of the bolts were loose.", "bolts"),
        ("A 14-member panel met.", "member"),
        ("They lost $20 in tips.", "tips"),
    ],
)
def test_what_is_counted(text: str, of: str) -> None:
    (found,) = quantities(text)
    assert found.of == of


@pytest.mark.parametrize(
    "text",
    [
        "It was built in 1987.",
        "He left on Jan. 23, 2018.",
        "See page 12 and Section 8.",
        "H.R. 1 and Resolution 5 passed.",
        "Call 555-123-4567 now.",
        "They met at 4:30 p.m. there.",
        "One of them left, and no one came.",
        "They drove along Route 66.",
        "It paid six-figure salaries.",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert [q.span.text for q in quantities(text)] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("three", 3),
        ("twenty-one", 21),
        ("two hundred and fifty", 250),
        ("3.5 million", 3.5e6),
        ("1,200", 1200),
        ("half a million", 5e5),
        ("two and a half million", 2.5e6),
        ("a dozen", 12),
        ("three dozen", 36),
        ("one hundred thousand", 1e5),
        ("several million", None),
    ],
)
def test_number_words(text: str, value: float | None) -> None:
    assert number_value(text) == (None if value is None else pytest.approx(value))


@pytest.mark.parametrize("text", ["Orlo leads 3-1 in it.", "Call 0207 782 4368.", "Photo 7 of 59 was lost."])
def test_scores_telephone_numbers_and_counters_are_no_counts(text: str) -> None:
    assert [q.value for q in quantities(text) if q.value != 7] == []


def test_values_are_free_of_binary_noise() -> None:
    assert quantities("It cost $2.07 billion.")[0].value == 2_070_000_000


@pytest.mark.parametrize(
    "text",
    [
        "The toll rose from 12 to 14 people.",
        "They raised the fee from the current 12 euros to 14 euros.",
        "Turnout fell from 12 percent to 14 percent.",
        "The wage grew from $12 to $14.",
    ],
)
def test_from_one_number_to_the_other_is_no_range(text: str) -> None:
    assert [(q.value, q.high) for q in quantities(text)] == [(12, None), (14, None)]


def test_or_makes_a_range_of_neighbours_only() -> None:
    assert [(q.value, q.high) for q in quantities("They hold two or three jobs.")] == [(2, 3)]
    found = quantities("They gave $10 or $100.")
    assert [(q.span.text, q.value, q.high) for q in found] == [("$10", 10, None), ("$100", 100, None)]


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("They get one-eighth of 1 percent.", "one-eighth of 1 percent", 0.125, "percent"),
        ("It grew by half of a percentage point.", "half of a percentage point", 0.5, "percentage points"),
        ("It is the worst storm in a decade.", "a decade", 10, "years"),
        ("Less than a third agreed.", "a third", 0.333, "share"),
        ("Roughly two-dozen states vote.", "two-dozen", 24, None),
    ],
)
def test_parts_and_dozens(text: str, span: str, value: float, unit: str | None) -> None:
    (found,) = quantities(text)
    assert (found.span.text, found.value, found.unit) == (span, value, unit)
