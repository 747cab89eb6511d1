"""Rows of what an article tells: every column is named, and no text can harm the file it is written to."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.records import (
    AnnotatedDocument,
    CodedDocument,
    Document,
    Event,
    Failure,
    Party,
    Quantity,
    Quote,
    Speaker,
    Stance,
    Statement,
    Time,
    Toll,
    Words,
)
from crossread.report.coding import KINDS, Kind, Row, RowFormat, columns_of, failure_row, heading, row_line, rows_of

TEXT = "Police in Maren arrested 12 dockers on Monday. The union backs Ada Quell, it said."


def coded(text: str = TEXT) -> CodedDocument:
    document = Document("maren.txt", text, "Maren Post", published="2031-05-07", story="docks")
    first, second = document.span(0, 45), document.span(47, 81)
    union = Speaker("the union", document.span(47, 56), None, ("Maren Post", "the union"))
    when = Time(document.span(36, 45), "2031-05-05", "date", "2031-05-07", "day")
    count = Quantity(document.span(25, 35), 12.0, None, "people", "dockers", "exact")
    event = Event(
        "e-1",
        "COERCE",
        "arrest",
        (Party("Police", document.span(0, 6), None, None, "COP"),),
        (Party("dockers"), Party("a boy", None, None, "MRN", "CVL")),
        "2031-05-05",
        "Maren",
        12.0,
        "positive",
        "happened",
        None,
        (first,),
        ("legal",),
        Toll(arrested=12.0),
    )
    statement = Statement(
        "st-1", document.id, "union", "backs", "Ada Quell", "Ada Quell", union, "positive", "certain", 0.7, "rules/1",
        (second,),
    )  # fmt: skip
    stance = Stance("s-1", Party("union"), "for", Party("Ada Quell"), "backs", None, union, (second, first))
    quote = Quote("q-1", document.span(47, 73), "indirect", "said", union)
    annotated = AnnotatedDocument(
        document, ((0, 46), (47, 82)), Words((), (), (), ()), (), (), (when,), (count,), "rules/1"
    )
    return CodedDocument(annotated, (quote,), (statement,), (event,), (stance,))


def test_every_kind_has_a_row_with_its_evidence() -> None:
    document = coded().annotated.document
    rows = list(rows_of(coded(), KINDS))
    assert [row["kind"] for row in rows] == ["event", "statement", "stance", "quotation", "time", "quantity"]
    for row in rows:
        assert row["document"] == document.id
        assert isinstance(row["start"], int)
        assert isinstance(row["end"], int)
        assert document.text[row["start"] : row["end"]] == row["text"]


def test_only_the_kinds_asked_for() -> None:
    assert [row["kind"] for row in rows_of(coded(), ["time"])] == ["time"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_columns_of_a_kind_are_those_of_its_rows(kind: Kind) -> None:
    failed = failure_row(Failure("maren.txt", "read", "it is empty"))
    rows = [failed] if kind == "failure" else list(rows_of(coded(), [kind]))
    for row in rows:
        assert set(row) <= set(columns_of([kind]))
        assert kind == "failure" or set(row) == set(columns_of([kind]))


def test_an_event_has_its_parties_by_position_and_its_toll() -> None:
    (row,) = rows_of(coded(), ["event"])
    assert (row["actor"], row["actor_sector"]) == (["Police"], ["COP"])
    assert (row["recipient"], row["recipient_country"]) == (["dockers", "a boy"], [None, "MRN"])
    assert (row["arrested"], row["killed"], row["context"]) == (12, None, ["legal"])
    (line,) = csv.reader([row_line(row, columns_of(["event"]), RowFormat.CSV)])
    cells = dict(zip(columns_of(["event"]), line, strict=True))
    assert (cells["recipient"], cells["recipient_country"], cells["killed"]) == ("dockers;a boy", ";MRN", "")


def test_json_lines_hold_each_row_whole() -> None:
    rows = list(rows_of(coded(), KINDS))
    assert heading(columns_of(KINDS), RowFormat.JSONL) == ""
    assert [json.loads(row_line(row, columns_of(KINDS), RowFormat.JSONL)) for row in rows] == rows


@pytest.mark.parametrize("start", ["=", "+", "-", "@", " =", "\t=", "\r", "\n"])
@pytest.mark.parametrize("form", [RowFormat.CSV, RowFormat.TSV])
def test_no_cell_of_text_is_a_formula(start: str, form: RowFormat) -> None:
    line = row_line({"kind": start + "1+1", "start": -3}, ("kind", "start"), form)
    assert line.lstrip('"').startswith("'")
    assert line.rstrip().endswith("-3")


def test_numbers_no_float_can_hold_are_left_out() -> None:
    article = coded()
    (count,) = article.annotated.quantities
    huge = Quantity(count.span, float("inf"), None, None, None, "exact")
    annotated = AnnotatedDocument(
        article.annotated.document, ((0, 46),), Words((), (), (), ()), (), (), (), (huge,), "rules/1"
    )
    (row,) = rows_of(CodedDocument(annotated, (), (), (), ()), ["quantity"])
    assert row["value"] is None
    assert "Infinity" not in row_line(row, columns_of(["quantity"]), RowFormat.JSONL)


@given(st.lists(st.text(), min_size=1, max_size=3), st.sampled_from([RowFormat.CSV, RowFormat.TSV]))
def test_any_text_makes_one_row_that_can_be_read_back(texts: list[str], form: RowFormat) -> None:
    columns = [f"c{number}" for number in range(len(texts))]
    row: Row = dict(zip(columns, texts, strict=True))
    line = row_line(row, columns, form)
    line.encode("utf-8")
    if form is RowFormat.TSV:
        assert line.count("\n") == 1
        assert line.count("\t") == len(columns) - 1
        assert len(line.splitlines()) == 1
    else:
        (cells,) = csv.reader(io.StringIO(line, newline=""))
        assert len(cells) == len(columns)
