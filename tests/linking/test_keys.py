"""What differs in writing only has one key."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.linking import fold, stem


@pytest.mark.parametrize(
    ("left", "right"),
    [("Márez", "MAREZ"), ("the  “Tide”", 'The "tide"'), ("it’s", "it's"), ("2031–32", "2031-32"), ("a\u00a0b", "a b")],
)
def test_ways_of_writing_fold_together(left: str, right: str) -> None:
    assert fold(left) == fold(right)


def test_digits_and_words_stay_apart() -> None:
    assert fold("Day 2") != fold("Day 21")


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=40))
@settings(max_examples=150, deadline=None)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="abcdeginrsty", max_size=12))
@settings(max_examples=100, deadline=None)
def test_a_stem_begins_its_word_and_is_not_too_short(word: str) -> None:
    assert word.startswith(stem(word))
    assert len(stem(word)) >= min(3, len(word))
