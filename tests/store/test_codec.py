"""Records as bytes, and back."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.report.made_up_story import made_up_comparison
from tests.store.made_up import article, coded, profile

from crossread.errors import StoreError
from crossread.records import CodedDocument, Comparison, Document, Judgement, Profile, Quantity, Verdict
from crossread.store.codec import decode, encode

ANY = st.text(st.characters(codec=None), max_size=20)


def test_whole_records_come_back_equal() -> None:
    comparison = made_up_comparison()
    assert decode(encode(comparison), Comparison) == comparison
    assert decode(encode(profile(article())), Profile) == profile(article())


@given(
    text=st.text(st.characters(codec=None), min_size=1, max_size=80),
    value=st.floats(allow_nan=False),
    titles=st.tuples(ANY, ANY),
)
@example(text="\ud800", value=0.0, titles=("é", ""))  # half of a pair, as a key too
@settings(max_examples=100, deadline=None)
def test_whatever_they_hold_comes_back_equal(text: str, value: float, titles: tuple[str, str]) -> None:
    document = Document(titles[0], text, "Ledger", titles[1])
    made = coded(document)
    assert decode(encode(made), CodedDocument) == made
    quantity = Quantity(document.span(0, 1), value, None, titles[0], None, "exact")
    assert decode(encode(quantity), Quantity) == quantity
    names = Profile(document.id, "o", None, None, None, text, {f"n:{text}": 1}, {}, b"\x00", b"")
    assert decode(encode(names), Profile) == names
    judgement = Judgement(text, "b", Verdict.SAME, 0.5, "person:ana")
    assert decode(encode(judgement), Judgement) == judgement


@pytest.mark.parametrize("data", [b"", b"p", b"pnothing", b"w\x00", encode(Document("s", "t", "o"))[:-9]])
def test_what_is_damaged_is_told(data: bytes) -> None:
    with pytest.raises(StoreError, match=r"damaged.*crossread run"):
        decode(data, Document)


def test_another_kind_of_record_is_told() -> None:
    with pytest.raises(StoreError, match="cannot be read as a Document"):
        decode(encode(profile(article())), Document)
