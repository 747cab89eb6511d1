"""Which part of a text is shown."""

from hypothesis import given
from hypothesis import strategies as st

from crossread.store.snippets import SHOWN, snippet, unmarked, within


def test_marks_are_the_words_between_the_signs() -> None:
    assert unmarked("a <<b c>> d <<e>>", "<<", ">>", "a b c d e") == ((2, 3), (4, 5), (8, 9))


def test_signs_of_the_text_itself_leave_no_marks() -> None:
    assert unmarked("a << <<b>>", "<<", ">>", "a << b") == ()


@given(
    words=st.lists(st.text("abcdefg", min_size=1, max_size=12), min_size=1, max_size=200),
    chosen=st.sets(st.integers(0, 199), max_size=9),
)
def test_what_is_shown_is_short_and_holds_a_mark(words: list[str], chosen: set[int]) -> None:
    text = " ".join(words)
    starts = [sum(len(word) + 1 for word in words[:number]) for number in range(len(words))]
    marks = [(starts[n], starts[n] + len(words[n])) for n in sorted(chosen) if n < len(words)]
    begin, end = snippet(text, marks)
    assert 0 <= begin < end <= len(text)
    assert end - begin <= SHOWN
    assert not marks or within(marks, (begin, end))
