"""Numbers of one thing that cannot be one number, and those that can."""

import pytest
from tests.compare.accounts import account, align, finds, number, story, values

from crossread.compare.discrepancies.number import compatible
from crossread.records import Bound, Document, Quantity

TEXT = "0123456789"


def quantity(value: float, bound: Bound = "exact", high: float | None = None) -> Quantity:
    return Quantity(Document("a.txt", TEXT, "Courier").span(0, 3), value, high, "people", None, bound)


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        (quantity(14), quantity(14), True),
        (quantity(14), quantity(17), False),
        (quantity(14), quantity(12, "at least"), True),
        (quantity(14), quantity(20, "at least"), False),
        (quantity(90, "about"), quantity(88), True),
        (quantity(90, "about"), quantity(300), False),
        (quantity(5000), quantity(4980), True),
        (quantity(5000), quantity(4200), False),
        (quantity(10, high=20), quantity(15), True),
        (quantity(10, "at most"), quantity(12), False),
    ],
)
def test_bounds_and_rounding_are_no_contradiction(a: Quantity, b: Quantity, agree: bool) -> None:
    assert compatible(a, b) is agree
    assert compatible(b, a) is agree


def test_two_tolls_of_one_flood_differ() -> None:
    a = account("Courier", "The flood killed 14 people in Marnow.", numbers=[number("14", 14, "people", unit="people")])
    b = account("Herald", "In Marnow 17 people died in the flood.", numbers=[number("17", 17, "people", unit="people")])
    (found,) = finds(story(a, b), align((a.statement(0), b.statement(0))), "number")
    assert values(found) == ("14", "17")
    assert found.severity == "contradiction"
    assert not found.update


def test_a_toll_that_rose_between_two_papers_is_an_update() -> None:
    a = account(
        "Courier",
        "The flood killed 14 people.",
        numbers=[number("14", 14, "people", unit="people")],
        published="2031-05-02",
    )
    b = account(
        "Herald",
        "The flood killed 17 people.",
        numbers=[number("17", 17, "people", unit="people")],
        published="2031-05-03",
    )
    (found,) = finds(story(a, b), align((a.statement(0), b.statement(0))), "number")
    assert found.update


def test_numbers_of_different_things_are_not_compared() -> None:
    a = account("Courier", "The flood killed 14 people.", numbers=[number("14", 14, "people", unit="people")])
    b = account("Herald", "The flood carried off 17 boats.", numbers=[number("17", 17, "boats")])
    assert finds(story(a, b), align((a.statement(0), b.statement(0))), "number") == []


def test_a_number_that_both_have_is_not_compared_with_another() -> None:
    of = "people"
    a = account(
        "Courier", "It killed 14 people and hurt 30 people.", numbers=[number("14", 14, of), number("30", 30, of)]
    )
    b = account("Herald", "It killed 14 people.", numbers=[number("14", 14, of)])
    assert finds(story(a, b), align((a.statement(0), b.statement(0))), "number") == []


def test_sentences_that_are_not_aligned_are_not_compared() -> None:
    a = account("Courier", "The flood killed 14 people.", numbers=[number("14", 14, "people")])
    b = account("Herald", "The flood killed 17 people.", numbers=[number("17", 17, "people")])
    assert finds(story(a, b), align(), "number") == []


def test_sums_in_different_money_are_not_compared() -> None:
    a = account("Courier", "Families get 40,000 crowns each.", numbers=[number("40,000", 40_000, "families")])
    b = account("Herald", "Families get $2,100 each.", numbers=[number("$2,100", 2_100, "families", unit="USD")])
    assert finds(story(a, b), align((a.statement(0), b.statement(0))), "number") == []


def test_what_became_of_those_counted_says_what_is_counted() -> None:
    a = account(
        "Courier",
        "The fire killed 17 people and injured four.",
        numbers=[number("17", 17, "people", unit="people"), number("four", 4, None, unit="people")],
    )
    b = account("Herald", "The fire left 19 dead.", numbers=[number("19", 19, None, unit="people")])
    found = finds(story(a, b), align((a.statement(0), b.statement(0))), "number")
    assert {(values(each), each.features["toll"]) for each in found} >= {(("17", "19"), 1.0)}
    assert all(each.features["toll"] == 0 for each in found if values(each) == ("four", "19"))


def test_two_numbers_near_each_other_in_the_same_words_are_one_count() -> None:
    a = account("Courier", "A 48-page indictment was filed in Marnow.", numbers=[number("48", 48, "page")])
    b = account("Herald", "The 47-page indictment was filed in Marnow.", numbers=[number("47", 47, "page")])
    (found,) = finds(story(a, b), align((a.statement(0), b.statement(0))), "number")
    assert found.features["slip"] == 1
    assert found.severity == "contradiction"


def test_shares_near_each_other_are_of_different_things_as_likely() -> None:
    a = account(
        "Courier", "Of voters 21 percent chose Brill.", numbers=[number("21 percent", 21, None, unit="percent")]
    )
    b = account("Herald", "Of voters 20 percent chose Brill.", numbers=[number("20 percent", 20, None, unit="percent")])
    found = finds(story(a, b), align((a.statement(0), b.statement(0))), "number")
    assert all(each.features["slip"] == 0 for each in found)
