"""Names as words, and spellings of one name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.resolve.names import name_words, split_suffix
from crossread.resolve.people import same_person, same_spelling

letters = st.text(alphabet="abdeghiklmnorstuvyz", min_size=2, max_size=9)
people = st.lists(letters, min_size=2, max_size=4).map(tuple)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S. Senate’s", ("us", "senate")),
        ("Kim Jong-un", ("kim", "jong", "un")),
        ("Bashar al-Assad", ("bashar", "assad")),
        ("Al Gore", ("al", "gore")),
        ("O’Rourke", ("o'rourke",)),
        ("J. R. Ruiz Jr.", ("j", "r", "ruiz", "jr")),
        ("Nikola\u00a0MÁREZ", ("nikola", "marez")),
        ("", ()),
        ("…", ()),
    ],
)
def test_words_of_a_name(text: str, words: tuple[str, ...]) -> None:
    assert name_words(text) == words


def test_a_suffix_is_no_surname() -> None:
    assert split_suffix(("ivan", "petrov", "jr")) == (("ivan", "petrov"), "jr")
    assert split_suffix(("jr",)) == (("jr",), None)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("gaddafi", "qadhafi", True),
        ("hutchison", "hutchinson", True),
        ("petrov", "petroff", True),
        ("ruiz", "ruis", False),
        ("calloway", "hathaway", False),
        ("johnson", "jackson", False),
    ],
)
def test_spellings(left: str, right: str, same: bool) -> None:
    assert same_spelling(left, right) is same
    assert same_spelling(right, left) is same


@given(people, people)
@settings(max_examples=200, deadline=None)
def test_judging_two_names_does_not_depend_on_their_order(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    assert same_person(left, right) == same_person(right, left)


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_has_words_without_white_space(text: str) -> None:
    assert all(word and not any(c.isspace() for c in word) for word in name_words(text))
