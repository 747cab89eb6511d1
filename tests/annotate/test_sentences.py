"""Sentences: what ends one, and what does not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.annotate.sentences import find_sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in find_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Dorn met Sen. Ana Lee (D-Calif.) and Gov. Rhys Poe at 3 p.m. on Tuesday.",
        "The U.S. Senate and the U.N. met Acme Inc. directors in Washington, D.C., on Jan. 5.",
        "He is No. 2 on the list, and J. K. Moss is No. 3.",
        "“Who paid for this?” she asked the council.",
        '"Stop it!" Mr. Dorn said.',
        "“We won, and we know it,” Lee said, “so there.”",
        "He said the post-Sept. 11 rules (see p. 4) apply.",
        "It grew 3.5 percent … and then fell.",
        "Prof. A. B. Ruiz, Lt. Gov. Tam Oke and Maj. Gen. Lu spoke.",
    ],
)
def test_one_sentence_stays_whole(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. They left.", ["It rained.", "They left."]),
        ("“It rained.” They left.", ["“It rained.”", "They left."]),
        ("“It rained. We left,” he said.", ["“It rained.", "We left,” he said."]),
        ("He lives in the U.S. The rest stayed.", ["He lives in the U.S.", "The rest stayed."]),
        ("They met at 5 p.m. Nobody knew.", ["They met at 5 p.m.", "Nobody knew."]),
        ("Why? Because.", ["Why?", "Because."]),
        ("He works for Acme Inc. It pays well.", ["He works for Acme Inc.", "It pays well."]),
        ("(It rained.) They left.", ["(It rained.)", "They left."]),
        ("He left [1]. She stayed.[2] They met.", ["He left [1].", "She stayed.[2]", "They met."]),
        ("He said ... Then he left.", ["He said ...", "Then he left."]),
        ('He said "yes." She said no.', ['He said "yes."', "She said no."]),
    ],
)
def test_sentences_end(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_a_line_ends_a_sentence_whether_it_is_closed_or_not() -> None:
    assert split("Bridge Closed Again\nThe bridge in Orlo was closed.\n\n• One lane\n• Two lanes") == [
        "Bridge Closed Again",
        "The bridge in Orlo was closed.",
        "• One lane",
        "• Two lanes",
    ]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    lines = [
        "The bridge over the river at Orlo was closed again this morning because",
        "the engineers who looked at it in the spring had found that two of the",
        "bolts in the northern pier were loose and that a third one was missing,",
        "so that nobody could say how long the deck would bear the weight of the",
        "buses. The mayor said so.",
    ]
    found = split("\n".join(lines))
    assert len(found) == 2
    assert found[1] == "The mayor said so."


def test_no_sentence_of_nothing() -> None:
    assert find_sentences("") == ()
    assert find_sentences(" \n\t\n ") == ()


@given(st.text(max_size=300) | st.text(alphabet="Aab .!?\n“”\"'()1…", max_size=300))
@settings(max_examples=150, deadline=None)
def test_sentences_are_ordered_and_hold_all_that_is_no_space(text: str) -> None:
    found = find_sentences(text)
    at = 0
    for start, end in found:
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


def test_time_grows_with_the_length_of_the_text_only() -> None:
    assert len(find_sentences("." * 100_000 + " A")) <= 2
    assert len(find_sentences("A. " * 20_000)) >= 1
