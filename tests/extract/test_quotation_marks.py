from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.extract.marks import marked_ranges


def words(text: str) -> list[str]:
    return [text[r.start : r.end] for r in marked_ranges(text)]


def outermost(text: str) -> list[str]:
    return [text[r.start : r.end] for r in marked_ranges(text) if not r.depth]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"The dam holds," Lee said.', ["The dam holds"]),
        ("“The dam holds,” Lee said.", ["The dam holds"]),
        ("‘The dam holds,’ Lee said.", ["The dam holds"]),
        ("'The dam holds,' Lee said.", ["The dam holds"]),
        ('"The dam," he said, "will hold."', ["The dam", "will hold."]),
        ("“Is it safe?“ he asked. “Nobody knows.”", ["Is it safe?", "Nobody knows."]),
        ('He called it "no risk ", and left.', ["no risk"]),
        ('“The dam holds," he said.', ["The dam holds"]),
        ('""The dam holds," he said.', ["The dam holds"]),
        ("``The dam holds,'' he said.", ["The dam holds"]),
    ],
)
def test_marks_of_every_kind_are_paired(text: str, expected: list[str]) -> None:
    assert outermost(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The workers' rights and the town's dam aren't safe.",
        "It was the '90s, and rock 'n' roll filled the boys' rooms.",
        "Lee’s neighbours’ houses didn’t flood in ’05.",
    ],
)
def test_apostrophes_are_no_marks(text: str) -> None:
    assert words(text) == []


def test_a_possessive_does_not_close_a_single_quotation() -> None:
    assert outermost("'The workers' rights are gone,' Lee said.") == ["The workers' rights are gone"]


def test_a_nested_quotation_keeps_the_outer_one_whole() -> None:
    text = "“He told me, ‘Run for the hills,’ and left,” Lee said."
    assert [(text[r.start : r.end], r.depth) for r in marked_ranges(text)] == [
        ("He told me, ‘Run for the hills,’ and left", 0),
        ("Run for the hills", 1),
    ]


def test_an_unclosed_quotation_ends_with_its_paragraph_and_goes_on_in_the_next() -> None:
    text = "“The dam will hold.\n\n“It always has,” Lee said.\n\nNobody answered."
    ranges = marked_ranges(text)
    assert [text[r.start : r.end] for r in ranges] == ["The dam will hold.", "It always has"]
    assert [r.closed for r in ranges] == [False, True]


def test_a_paragraph_without_an_opening_mark_may_close_the_quotation_before() -> None:
    text = "“The dam will hold.\n\nIt always has.” Nobody answered."
    assert outermost(text) == ["The dam will hold.", "It always has."]


def test_a_lost_mark_does_not_swallow_the_rest_of_the_text() -> None:
    text = '"The dam will hold.\n\nThe mayor left.\n\n"It broke," Lee said.'
    assert outermost(text) == ["The dam will hold.", "It broke"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("” … the dam will hold,” Lee said.", ["… the dam will hold"]),
        ("\u202a”The dam holds!” wrote Ann Lee.", ["The dam holds!"]),
        ("She said,” the dam holds.”", ["the dam holds."]),
    ],
)
def test_a_mark_turned_the_wrong_way_opens_what_the_next_one_closes(text: str, expected: list[str]) -> None:
    assert outermost(text) == expected


def test_words_that_no_mark_opens_are_their_last_sentence_if_a_comma_leads_to_who_said_them() -> None:
    text = "The dam broke. Nobody was warned,” Lee said. “We are ashamed.”"
    assert outermost(text) == ["Nobody was warned", "We are ashamed."]
    assert outermost("The dam, which he called safe”, broke.\n\nThe mayor left.”") == []


def test_a_mark_that_closes_and_one_that_opens_may_stand_side_by_side() -> None:
    assert outermost("“It holds.”“It broke,” Lee said.") == ["It holds.", "It broke"]


def test_inches_close_nothing() -> None:
    assert outermost("“He is like 6’2”, and she is 5'11\",” Lee said.") == ["He is like 6’2”, and she is 5'11\""]


@given(st.text(alphabet="ab s.,2\n\"'“”‘’-—?", max_size=120))
@settings(max_examples=200, deadline=None)
def test_ranges_lie_inside_the_text_in_order_and_hold_something(text: str) -> None:
    ranges = marked_ranges(text)
    assert [r.outer[0] for r in ranges] == sorted(r.outer[0] for r in ranges)
    for r in ranges:
        assert 0 <= r.outer[0] <= r.start < r.end <= r.outer[1] <= len(text)
        assert text[r.start : r.end].strip() == text[r.start : r.end]
    top = [r for r in ranges if not r.depth]
    assert all(a.outer[1] <= b.outer[0] for a, b in pairwise(top))
