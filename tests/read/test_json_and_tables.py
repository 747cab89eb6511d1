import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.errors import ReadError
from crossread.read.records import json_records, table_records

VALUES = st.text(st.characters(codec="utf-8"), max_size=60)


def test_lines_are_read_each_on_its_own() -> None:
    good, broken = {"id": "a", "text": "One."}, '{"id": "b", "text": '
    text = f"{json.dumps(good)}\n\n{broken}\n[1]\n7\n{json.dumps(good)}\n"
    read = dict(json_records(text))
    assert read["line 1"] == read["line 6"] == good
    assert str(read["line 3"]).startswith("it is not JSON")
    assert "a list, not an object" in str(read["line 4"])
    assert "a int, not an object" in str(read["line 5"])
    assert "line 2" not in read


def test_the_separators_of_unicode_do_not_end_a_line() -> None:
    record = {"text": "one\u2028two\x85three"}
    assert list(json_records(json.dumps(record, ensure_ascii=False))) == [("", record)]
    both = "\n".join([json.dumps(record, ensure_ascii=False)] * 2)
    assert list(json_records(both)) == [("line 1", record), ("line 2", record)]


def test_an_array_and_a_single_object_are_read() -> None:
    first, second = json_records('[{"text": "x"},\n "y"]')
    assert first == ("item 1", {"text": "x"})
    assert isinstance(second[1], ReadError)
    assert list(json_records('{\n "text": "x"\n}')) == [("", {"text": "x"})]


@pytest.mark.parametrize("line", ["[" * 100_000, '{"n": ' + "9" * 10_000 + "}", '{"a":' * 50_000])
def test_hostile_json_is_a_bad_line(line: str) -> None:
    found = list(json_records('{"text": "x"}\n' + line))
    assert found[0] == ("line 1", {"text": "x"})
    assert found[1][0] == "line 2"
    assert isinstance(found[1][1], ReadError)


@settings(max_examples=100)
@given(st.lists(st.fixed_dictionaries({"id": VALUES, "text": VALUES}), min_size=2, max_size=5), st.booleans())
def test_json_lines_are_read_back(records: list[dict[str, str]], escaped: bool) -> None:
    text = "\n".join(json.dumps(record, ensure_ascii=escaped) for record in records)
    assert [content for _, content in json_records(text)] == records


@settings(max_examples=200)
@given(st.text(max_size=80) | st.from_regex(r'[\[\]{}",:0-9a\n ]{1,60}', fullmatch=True))
def test_any_text_as_json_gives_records_or_errors(text: str) -> None:
    assert all(isinstance(content, dict | ReadError) for _, content in json_records(text))


@settings(max_examples=100)
@given(
    st.lists(st.tuples(VALUES, VALUES.filter(str.strip)), min_size=1, max_size=5),
    st.sampled_from([",", ";", "\t", "|"]),
)
def test_tables_are_read_back(rows: list[tuple[str, str]], delimiter: str) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([("outlet", "text"), *rows])
    found = [content for _, content in table_records(out.getvalue())]
    assert found == [{"outlet": outlet, "text": text} for outlet, text in rows]


def test_names_of_columns_are_read_in_any_case_and_others_are_kept_out_of_the_way() -> None:
    table = 'ID, Text ,Section\n1,"One, two.",news\n'
    assert list(table_records(table)) == [("line 2", {"id": "1", "text": "One, two.", "section": "news"})]


def test_a_table_without_texts_says_what_its_columns_are() -> None:
    with pytest.raises(ReadError, match=r"no column is named 'text' \(the columns are: id, body\)"):
        list(table_records("id,body\n1,words\n"))


def test_broken_rows_are_told_with_the_line_where_they_start() -> None:
    table = 'id,text\n1,"two\nlines"\n2,a,b\n3,"x"y\n4,good\n'
    found = dict(table_records(table))
    assert found["line 2"] == {"id": "1", "text": "two\nlines"}
    assert "3 fields, the first line names 2" in str(found["line 4"])
    assert "not CSV" in str(found["line 5"])
    assert found["line 6"] == {"id": "4", "text": "good"}


def test_a_quotation_mark_that_is_never_closed_is_told() -> None:
    found = dict(table_records('id,text\n1,good\n2,"never closed\n3,lost\n'))
    assert found["line 2"] == {"id": "1", "text": "good"}
    assert isinstance(found["line 3"], ReadError)


def test_a_field_may_be_longer_than_the_csv_module_allows_and_its_limit_is_left_alone() -> None:
    before = csv.field_size_limit()
    long = "word " * 400_000
    assert list(table_records(f'id,text\n1,"{long}"\n')) == [("line 2", {"id": "1", "text": long})]
    assert csv.field_size_limit() == before
