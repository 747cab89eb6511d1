"""The same words in two mouths; one event on two days; one speech in two places."""

from tests.compare.accounts import account, align, finds, story, values

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
