"""A span quotes exactly; an id is a hash of content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.records import Document, Span, any_overlap, content_id


@given(st.text(min_size=1), st.data())
def test_a_span_quotes_exactly(text: str, data: st.DataObject) -> None:
    document = Document("a.txt", text, "Courier")
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = document.span(start, end)
    assert span.text == text[span.start : span.end]
    assert span.doc == document.id


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2), (0, 6)])
def test_a_span_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        Document("a.txt", "12345", "Courier").span(start, end)


def test_the_id_follows_the_content_and_not_the_source() -> None:
    here = Document("here/a.txt", "The bridge is closed.", "Courier", published="2031-05-02")
    there = Document("there/b.txt", "The bridge is closed.", "Courier", published="2031-05-02")
    assert here.id == there.id
    assert here.sha256 == there.sha256


@pytest.mark.parametrize("field", ["outlet", "title", "published", "url", "text"])
def test_the_id_differs_where_the_content_does(field: str) -> None:
    known = {"outlet": "Courier", "title": "Bridge", "published": "2031-05-02", "url": None, "text": "Closed."}
    other = Document("a.txt", **{**known, field: "other"})  # type: ignore[arg-type]
    assert Document("a.txt", **known).id != other.id  # type: ignore[arg-type]


def test_parts_of_an_id_do_not_run_together() -> None:
    assert content_id("x", "ab", "c") != content_id("x", "a", "bc")


def test_text_with_lone_surrogates_has_an_id() -> None:
    assert Document("a.txt", "broken \ud800 text", "Courier").id.startswith("d-")


@pytest.mark.parametrize(
    ("other", "covers", "overlaps"),
    [((2, 5), True, True), ((0, 3), False, True), ((5, 7), False, False), ((1, 5), True, True), ((4, 6), False, True)],
)
def test_spans_cover_and_overlap(other: tuple[int, int], covers: bool, overlaps: bool) -> None:
    text = "0123456789"
    span, second = Span("d", 1, 5, text[1:5]), Span("d", *other, text[slice(*other)])
    assert span.covers(second) is covers
    assert span.overlaps(second) is overlaps
    assert not span.overlaps(Span("e", *other, text[slice(*other)]))


def test_spans_overlap_if_one_of_either_shares_a_character() -> None:
    document = Document("a.txt", "Two cranes had failed.", "Courier")
    two, cranes, tail = document.span(0, 3), document.span(4, 10), document.span(9, 14)
    assert any_overlap((two, cranes), (tail,))
    assert not any_overlap((two,), (cranes, tail))
    assert not any_overlap((two,), ())
