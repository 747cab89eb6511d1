"""Words and their dictionary forms."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.annotate.lemmas import lemma
from crossread.annotate.sentences import find_sentences
from crossread.annotate.words import find_words


def words(text: str) -> list[str]:
    found = find_words(text, find_sentences(text))
    return [text[a:b] for a, b in zip(found.start, found.end, strict=True)]


def test_words_are_cut_at_spaces_marks_and_the_possessive() -> None:
    assert words("Lt. Ana Lee's “plan” isn't new.") == [
        "Lt.",
        "Ana",
        "Lee",
        "'s",
        "“",
        "plan",
        "”",
        "is",
        "n't",
        "new",
        ".",
    ]


def test_each_word_knows_its_sentence() -> None:
    found = find_words("One two.\nThree.", ((0, 8), (9, 15)))
    assert found.sentence == (0, 0, 0, 1, 1)
    assert not found.has_syntax


def test_a_long_run_without_spaces_is_cut_but_lost_nowhere() -> None:
    text = "x" * 1000
    assert "".join(words(text)) == text


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_words_hold_all_that_is_no_space(text: str) -> None:
    found = find_words(text, find_sentences(text))
    inside: set[int] = set()
    for start, end in zip(found.start, found.end, strict=True):
        assert text[start:end].strip()
        inside.update(range(start, end))
    assert all(letter.isspace() or index in inside for index, letter in enumerate(text))
    assert list(found.start) == sorted(found.start)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("said", "say"),
        ("went", "go"),
        ("stopped", "stop"),
        ("parties", "party"),
        ("voted", "vote"),
        ("women", "woman"),
        ("talks", "talk"),
        ("crashes", "crash"),
        ("was", "be"),
        ("Orlo", "Orlo"),
        ("calling", "call"),
    ],
)
def test_dictionary_forms(word: str, expected: str) -> None:
    assert lemma(word) == expected


def test_initials_before_a_hyphen_are_a_word() -> None:
    assert words("The U.S.-backed rebels, D-N.Y.") == ["The", "U.S.", "-", "backed", "rebels", ",", "D", "-", "N.Y."]
