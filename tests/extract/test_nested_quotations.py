"""Quotations inside quotations, and who speaks them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from crossread.annotate import RuleAnnotator
from crossread.extract import RuleExtractor
from crossread.records import Document, Quote


def quotes_of(text: str) -> list[Quote]:
    coded = RuleExtractor().extract(RuleAnnotator().annotate(Document("x", text, "Gazette")))
    return [quote for quote in coded.quotes if quote.direct]


def chains(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(quote.span.text, quote.speaker.chain if quote.speaker else ()) for quote in quotes_of(text)]


def test_he_in_somebody_s_words_is_somebody_else() -> None:
    text = (
        "Karl Lesko has not signed yet.\n\n“I asked him. He said, ‘I will never sign that,’” Tom Brill told the mayor."
    )
    assert chains(text)[-1] == ("I will never sign that", ("Gazette", "Tom Brill", "Karl Lesko"))


def test_a_name_in_somebody_s_words_speaks_the_inner_ones() -> None:
    text = "“As Karl Lesko said, ‘Let the dam stand,’” Tom Brill told the council."
    assert chains(text)[-1] == ("Let the dam stand", ("Gazette", "Tom Brill", "Karl Lesko"))


def test_i_in_somebody_s_words_is_that_somebody() -> None:
    text = "“They came late and I said, ‘Go home to your wives,’” Tom Brill told the council."
    assert chains(text)[-1] == ("Go home to your wives", ("Gazette", "Tom Brill"))


def test_words_set_off_in_somebody_s_words_are_that_somebody_s() -> None:
    text = "“This is the so-called ‘pact of the three towns’ again,” Tom Brill told the council."
    assert len(chains(text)) == 1


@given(st.lists(st.sampled_from(["“", "”", "‘", "’", "Ann Lee", "said", "he", "I", ".", ",", "\n\n", "the old mill"])))
def test_inner_quotations_stand_inside_outer_ones_in_order(words: list[str]) -> None:
    found = quotes_of(" ".join(words))
    places = [(quote.span.start, quote.span.end) for quote in found]
    assert places == sorted(places)
    for (_, end), (start, after) in pairwise(places):
        assert start >= end or after <= end
