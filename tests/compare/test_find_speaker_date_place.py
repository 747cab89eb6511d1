"""The same words in two mouths; one event on two days; one speech in two places."""

from dataclasses import replace

import pytest
from tests.compare.accounts import Account, account, align, finds, story, values

from crossread.records import Quote

WORDS = "every option is still on the table tonight"


def test_one_sentence_in_two_mouths() -> None:
    a = account("Courier", f'Bell said "{WORDS}."', names={"Bell": ("bell", "person")}, quotes=[(WORDS, "Bell")])
    b = account("Herald", f'Okafor said "{WORDS}."', names={"Okafor": ("okafor", "person")}, quotes=[(WORDS, "Okafor")])
    (found,) = finds(story(a, b), align(), "speaker")
    assert values(found) == ("Bell", "Okafor")


def test_a_speaker_with_two_names_is_one() -> None:
    a = account("Courier", f'Bell said "{WORDS}."', names={"Bell": ("bell", "person")}, quotes=[(WORDS, "Bell")])
    b = account(
        "Herald", f'Ann Bell said "{WORDS}."', names={"Ann Bell": ("bell", "person")}, quotes=[(WORDS, "Ann Bell")]
    )
    assert finds(story(a, b), align(), "speaker") == []


def test_one_event_on_two_days() -> None:
    a = account("Courier", "The bridge fell on Monday.", times=[("Monday", "2031-04-28")])
    b = account("Herald", "The bridge fell on Tuesday.", times=[("Tuesday", "2031-04-29")])
    (found,) = finds(story(a, b), align((a.statement(0), b.statement(0))), "date")
    assert values(found) == ("Monday", "Tuesday")
    assert found.severity == "contradiction"


def test_a_day_within_the_month_told_is_no_difference() -> None:
    a = account("Courier", "The bridge fell on Monday.", times=[("Monday", "2031-04-28")])
    b = account("Herald", "The bridge fell last month.", times=[("last month", "2031-04")])
    assert finds(story(a, b), align((a.statement(0), b.statement(0))), "date") == []


def test_what_lay_ahead_of_the_other_account_is_another_occasion() -> None:
    a = account("Courier", "A rocket fell on Monday.", times=[("Monday", "2031-04-28")], published="2031-04-28")
    b = account("Herald", "A rocket fell on Tuesday.", times=[("Tuesday", "2031-05-06")], published="2031-05-07")
    assert finds(story(a, b), align((a.statement(0), b.statement(0))), "date") == []


def test_two_days_that_both_lay_ahead_differ() -> None:
    a = account("Courier", "The council meets on Monday.", times=[("Monday", "2031-05-05")], published="2031-04-28")
    b = account("Herald", "The council meets on Tuesday.", times=[("Tuesday", "2031-05-06")], published="2031-04-28")
    (found,) = finds(story(a, b), align((a.statement(0), b.statement(0))), "date")
    assert values(found) == ("Monday", "Tuesday")


def told(text: str, day: tuple[str, str], said: str = "", deed: str = "") -> Account:
    """Return an account of one deed, `said` by somebody if it holds any words; `deed` are the statement's own."""
    made = account("Herald" if said else "Courier", text, times=[day], properties={0: "repay"})
    document, coded = made.document, made.coded

    def find(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    if said:
        cue, content = document.span(*find("said")), document.span(*find(said))
        coded = replace(coded, quotes=(Quote("q", content, "indirect", "said", None, (cue,)),))
    statement = replace(made.statement(0), evidence=(document.span(*find(deed or said)),))
    return replace(made, coded=replace(coded, statements=(statement,)))


PAID = "He repaid the choir 60 crowns earlier this year"
EARLIER = ("earlier this year", "2031")


def test_what_was_told_as_done_before_it_was_done_is_a_contradiction() -> None:
    a = told(f"{PAID}.", EARLIER, deed=PAID)
    b = told(
        "Aides said in 2029 that Bell repaid the choir 60 crowns.", ("2029", "2029"), "Bell repaid the choir 60 crowns"
    )
    (found,) = finds(story(a, b), align((a.statement(0), b.statement(0))), "date")
    assert values(found) == ("earlier this year", "2029")
    assert found.severity == "contradiction"


@pytest.mark.parametrize(
    ("text", "day", "said"),
    [
        ("Aides said in 2031 that Bell repaid the choir 60 crowns.", "2031", "Bell repaid the choir 60 crowns"),
        ("Aides said in 2032 that Bell repaid the choir 60 crowns.", "2032", "Bell repaid the choir 60 crowns"),
        ("Aides said in 2029 that he would repay the choir 60 crowns.", "2029", "he would repay the choir 60 crowns"),
    ],
)  # fmt: skip
def test_what_was_told_when_it_may_have_been_done_is_none(text: str, day: str, said: str) -> None:
    a = told(f"{PAID}.", EARLIER, deed=PAID)
    b = told(text, (day, day), said)
    found = finds(story(a, b), align((a.statement(0), b.statement(0))), "date")
    assert all(candidate.severity != "contradiction" for candidate in found)


def test_inside_and_outside_one_building() -> None:
    a = account("Courier", f'"{WORDS}," Bell said from the old palace.', quotes=[(WORDS, "Bell")])
    b = account("Herald", f'"{WORDS}," Bell said outside the old palace.', quotes=[(WORDS, "Bell")])
    (found,) = finds(story(a, b), align(), "place")
    assert values(found) == ("from the old palace", "outside the old palace")


def test_one_place_is_no_difference() -> None:
    a = account("Courier", f'"{WORDS}," Bell said in the old palace.', quotes=[(WORDS, "Bell")])
    b = account("Herald", f'"{WORDS}," Bell said from the old palace.', quotes=[(WORDS, "Bell")])
    assert finds(story(a, b), align(), "place") == []


def test_a_quay_to_the_east_and_to_the_west() -> None:
    a, b = (
        account("Courier", "The crane fell on the east quay."),
        account("Herald", "The crane fell on the western quay."),
    )
    (found,) = (
        f for f in finds(story(a, b), align((a.statement(0), b.statement(0))), "place") if f.severity != "framing"
    )
    assert values(found) == ("east quay", "western quay")
    assert found.severity == "contradiction"


def test_the_names_of_two_countries_are_no_two_bearings_of_one() -> None:
    a, b = (
        account("Courier", "The envoy of North Veria saw the crane."),
        account("Herald", "The envoy of South Veria saw the crane."),
    )
    assert finds(story(a, b), align((a.statement(0), b.statement(0))), "place") == []


def test_two_quays_told_in_one_sentence_are_no_contradiction() -> None:
    a, b = (
        account("Courier", "The crane fell on the east quay, and then on the west quay."),
        account("Herald", "The crane fell on the western quay."),
    )
    assert finds(story(a, b), align((a.statement(0), b.statement(0))), "place") == []
