from hypothesis import given
from hypothesis import strategies as st

from crossread.report.view.marks import Mark, lines, segments, within

LENGTH = 60
offsets = st.integers(min_value=0, max_value=LENGTH)
marks = st.lists(st.builds(Mark, offsets, offsets, st.integers(min_value=1, max_value=9), st.booleans()), max_size=12)


@given(marks, st.lists(offsets, max_size=6), offsets, offsets)
def test_segments_are_the_range_without_gap_or_overlap(given: list[Mark], places: list[int], a: int, b: int) -> None:
    start, end = min(a, b), max(a, b)
    row = list(segments(start, end, given, places))
    covered = [offset for segment in row for offset in range(segment.start, segment.end)]
    assert covered == list(range(start, end))
    assert all(segment.start < segment.end for segment in row)


@given(marks)
def test_a_segment_lies_under_exactly_the_marks_that_cover_its_characters(given: list[Mark]) -> None:
    for segment in segments(0, LENGTH, given):
        for offset in range(segment.start, segment.end):
            covering = {mark for mark in given if mark.start <= offset < mark.end}
            assert set(segment.marks) == covering


@given(marks)
def test_every_mark_closes_once_at_its_end(given: list[Mark]) -> None:
    closed = [(mark, segment.end) for segment in segments(0, LENGTH, given) for mark in segment.closed]
    assert sorted(closed) == sorted((mark, mark.end) for mark in {mark for mark in given if mark.start < mark.end})


@given(marks, st.lists(offsets, max_size=6))
def test_a_segment_begins_wherever_evidence_starts(given: list[Mark], places: list[int]) -> None:
    starts = {mark.start for mark in given if mark.start < mark.end} | {place for place in places if place < LENGTH}
    row = list(segments(0, LENGTH, given, places))
    assert {segment.start for segment in row if segment.begins} == starts


def test_marks_are_cut_to_the_range() -> None:
    row = list(segments(10, 20, [Mark(5, 15, 1), Mark(15, 40, 2)]))
    assert [(segment.start, segment.end, [mark.number for mark in segment.marks]) for segment in row] == [
        (10, 15, [1]),
        (15, 20, [2]),
    ]


def test_an_empty_range_has_no_segment() -> None:
    assert list(segments(7, 7, [Mark(0, 20, 1)])) == []


@given(st.text(alphabet="ab \n\u0301🚢", max_size=40))
def test_lines_hold_all_that_is_not_white_space(text: str) -> None:
    kept = "".join(text[start:end] for start, end in lines(text))
    assert kept.replace(" ", "") == text.replace(" ", "").replace("\n", "")


@given(marks, st.lists(offsets, max_size=8, unique=True))
def test_marks_are_put_into_every_range_they_touch(given: list[Mark], cuts: list[int]) -> None:
    edges = sorted(cuts)
    ranges = list(zip(edges[::2], edges[1::2], strict=False))
    found = within(given, ranges)
    for (start, end), inside in zip(ranges, found, strict=True):
        wanted = [mark for mark in sorted(given) if mark.start < end and start < mark.end]
        assert [mark for mark in inside if mark.start < mark.end] == [m for m in wanted if m.start < m.end]
