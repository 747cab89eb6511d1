"""Every sentence is encoded once, in a window that shows a little of what stands before it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.compare.encoder import CONTEXT, LONGEST, WINDOW, windows

START, END = 1, 2


@settings(max_examples=60)
@given(st.lists(st.integers(1, LONGEST), max_size=40))
def test_each_sentence_lies_whole_in_one_window(lengths: list[int]) -> None:
    sentences = [tuple(range(100 * n, 100 * n + length)) for n, length in enumerate(lengths, 1)]
    found = list(windows(sentences, START, END))
    assert [number for window in found for number, _, _ in window.sentences] == list(range(len(sentences)))
    for window in found:
        assert window.pieces[0] == START
        assert window.pieces[-1] == END
        assert len(window.pieces) <= max(WINDOW, CONTEXT + LONGEST) + 1
        for number, first, end in window.sentences:
            assert window.pieces[first:end] == sentences[number]


def test_a_window_opens_with_the_sentences_before_it() -> None:
    sentences = [tuple(range(100 * n, 100 * n + 30)) for n in range(1, 8)]
    second = list(windows(sentences, START, END))[1]
    number, first, _ = second.sentences[0]
    assert second.pieces[1:first] == sentences[number - 1]
