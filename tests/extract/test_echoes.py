"""Words quoted twice in one article."""

import pytest

from crossread.extract.echoes import Said, echoes


def said(words: str, likelihood: float) -> Said:
    return Said(tuple(words.split()), likelihood)


WHOLE = said("guns are the ultimate public health crisis of our time", 0.9)


@pytest.mark.parametrize("likelihood", [0.0, 0.5, 0.69])
def test_words_whose_speaker_is_open_are_whoever_says_them_elsewhere(likelihood: float) -> None:
    assert echoes([said("the ultimate public health crisis", likelihood), WHOLE]) == {0: 1}


def test_a_speaker_who_is_likely_enough_stays() -> None:
    assert echoes([said("the ultimate public health crisis", 0.7), WHOLE]) == {}


def test_the_likeliest_speaker_of_several_is_followed_the_first_of_equals() -> None:
    short = said("the ultimate public health crisis", 0.0)
    assert echoes([short, said("the ultimate public health crisis", 0.8), WHOLE, WHOLE]) == {0: 2}


def test_nobody_less_likely_is_followed() -> None:
    assert echoes([said("the ultimate public health crisis", 0.6), said("the ultimate public health crisis", 0.5)]) == {
        1: 0
    }


@pytest.mark.parametrize(
    "words", ["public health", "the ultimate public good of nobody at all", "public the health ultimate"]
)
def test_a_few_words_in_common_are_no_echo(words: str) -> None:
    assert echoes([said(words, 0.0), WHOLE]) == {}


def test_no_words_are_no_echo() -> None:
    assert echoes([said("", 0.0), said("", 0.9)]) == {}
