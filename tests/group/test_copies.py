"""Who repeats whom: copies, revisions and lifted passages, and nothing that is none."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.group.made_up_articles import BRIDGE, SAME_BRIDGE, SCHOOL, article, key

from crossread.group import CopyGrouper
from crossread.group.copies import find_copies
from crossread.records import CodedDocument, Copy


def edited(text: str, every: int) -> str:
    """Replace one word in `every`."""
    words = text.split(" ")
    return " ".join("otherwise" if number % every == 0 else word for number, word in enumerate(words, 1))


def only(*documents: CodedDocument) -> Copy:
    (copy,) = find_copies(documents)
    return copy


def test_a_reprint_is_a_copy_of_the_first() -> None:
    first, second = article(BRIDGE, "Courier"), article(f"By our staff.\n\n{BRIDGE}\n\nWith agency.", "Echo", "Closed!")
    copy = only(first, second)
    assert (copy.doc, copy.of, copy.kind) == (key(second), key(first), "copy")
    assert copy.share > 0.9


@pytest.mark.parametrize("every", [20, 10, 7, 5])
def test_a_lightly_edited_copy_is_found(every: int) -> None:
    copy = only(article(BRIDGE, "Courier"), article(edited(BRIDGE, every), "Echo"))
    assert copy.kind == "copy"
    assert copy.share < 1


def test_paragraphs_in_another_order_are_found() -> None:
    moved = "\n\n".join(reversed(BRIDGE.split("\n\n")))
    assert only(article(BRIDGE, "Courier"), article(moved, "Echo")).share > 0.9


def test_publication_tells_which_was_first() -> None:
    late, early = article(BRIDGE, "Courier", published="2031-05-03"), article(BRIDGE, "Echo", published="2031-05-02")
    assert only(late, early).of == only(early, late).of == key(early)


def test_the_same_moment_in_two_zones_is_no_order() -> None:
    west = article(BRIDGE, "Courier", published="2031-05-02T23:30:00-05:00")
    east = article(BRIDGE, "Echo", published="2031-05-03T01:00:00+03:00")
    assert only(west, east).of == key(east)  # an hour and a half before midnight in the west is later


def test_without_dates_the_one_given_first_is_first() -> None:
    one, two = article(BRIDGE, "Courier"), article(BRIDGE, "Echo", published="2031-05-02")
    assert only(one, two).of == key(one)
    assert only(two, one).of == key(two)


def test_a_later_version_of_the_same_outlet_is_a_revision() -> None:
    old = article(BRIDGE, "Courier", published="2031-05-02T08:00:00+00:00")
    new = article(BRIDGE + "\n\nThe ferry broke down at noon.", "COURIER", published="2031-05-02T12:00:00+00:00")
    copy = only(new, old)
    assert (copy.kind, copy.doc) == ("revision", key(new))


def test_a_lifted_paragraph_is_shown_with_its_words() -> None:
    lifted = BRIDGE.split("\n\n")[2]
    first, second = article(BRIDGE, "Courier"), article(f"{SCHOOL}\n\n{lifted}\n\n{SCHOOL[::-1]}", "Echo")
    copy = only(first, second)
    assert (copy.kind, copy.doc) == ("lifted", key(second))
    ((here, there),) = copy.passages
    assert here.doc == key(second)
    assert there.doc == key(first)
    assert here.text.split() == there.text.split()
    assert here.text.split()[0] == "Shopkeepers"


def test_the_same_quotation_in_two_accounts_is_nothing_lifted() -> None:
    statement = '"' + " ".join(f"word{number}" for number in range(60)) + '"'
    first, second = article(f"{BRIDGE} {statement}", "Courier"), article(f"{SAME_BRIDGE} {statement}", "Echo")
    assert find_copies((first, second)) == ()


def test_two_accounts_of_one_event_are_no_copies() -> None:
    assert find_copies((article(BRIDGE, "Courier"), article(SAME_BRIDGE, "Echo"))) == ()


def test_digits_count() -> None:
    daily = "On day {} the strikers of Halvern stood at the gate, {} of them, and sang until {} in the evening."
    first, second = (article(daily.format(*numbers), "Courier") for numbers in [(2, 40, 8), (21, 400, 9)])
    copies = find_copies((first, second))
    assert all(copy.share < 1 for copy in copies)


def test_a_copy_of_a_copy_is_traced_to_the_nearer() -> None:
    first = article(BRIDGE, "Courier", published="2031-05-01")
    second = article(edited(BRIDGE, 9), "Echo", published="2031-05-02")
    third = article(edited(BRIDGE, 9) + " Read more.", "Post", published="2031-05-03")
    assert {(copy.doc, copy.of) for copy in find_copies((third, second, first))} == {
        (key(second), key(first)),
        (key(third), key(second)),
    }


def test_short_and_empty_articles_are_nobodys_copies() -> None:
    assert find_copies((article("Bridge shut.", "Courier"), article("Bridge shut.", "Echo"))) == ()
    assert find_copies(()) == ()


@given(st.permutations(range(4)))
@settings(max_examples=12, deadline=None)
def test_with_dates_the_order_given_does_not_matter(order: list[int]) -> None:
    texts = [BRIDGE, edited(BRIDGE, 8), SAME_BRIDGE, BRIDGE.replace("Monday", "Tuesday")]
    documents = [article(text, f"Outlet {day}", published=f"2031-05-0{day}") for day, text in enumerate(texts, 1)]
    given = [documents[number] for number in order]
    assert set(find_copies(given)) == set(find_copies(documents))


@given(st.integers(0, 2**16))
@settings(max_examples=15, deadline=None)
def test_passages_quote_exactly_and_shares_are_shares(seed: int) -> None:
    shuffler = random.Random(seed)  # noqa: S311
    words = BRIDGE.split()
    cut = sorted(shuffler.sample(range(len(words)), 4))
    text = " ".join([*words[cut[0] : cut[1]], "something", "else", *words[cut[2] : cut[3]]])
    documents = (article(BRIDGE, "Courier"), article(text, "Echo"))
    texts = {key(document): document.annotated.document.text for document in documents}
    for copy in find_copies(documents):
        assert 0 <= copy.share <= 1
        for span in (span for pair in copy.passages for span in pair):
            assert texts[span.doc][span.start : span.end] == span.text


def test_two_hundred_reprints_are_grouped_quickly() -> None:
    documents = [article(f"Number {number}. {BRIDGE}", f"Outlet {number}") for number in range(200)]
    story = CopyGrouper().group(documents)
    assert len(story.copies) == 199
    assert {copy.of for copy in story.copies} == {key(documents[0])}


def test_a_long_post_that_two_articles_print_makes_neither_a_copy() -> None:
    """It is half of each, in one piece; a reprint with as many words edited is copied through and through."""
    post = " ".join(f"post{number}" for number in range(95))
    own = [" ".join(f"{name}{number}" for number in range(105)) for name in ("first", "second")]
    copy = only(article(f"{own[0]} {post}", "Courier"), article(f"{post} {own[1]}", "Echo"))
    assert copy.kind == "lifted"
    assert copy.share == pytest.approx(95 / 200)
