import io
import json
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossread.errors import UsageError
from crossread.read import Metadata, Reading, read_sources

ONE = "The bridge at Ollern was closed on Monday after an inspector found a crack in it, the city said."
TWO = "The mayor of Ollern said on Tuesday that the bridge would stay closed until it had been repaired."
SPANISH = "El alcalde dijo el martes que el puente seguirá cerrado hasta que los obreros hayan podido repararlo."


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, content: str | bytes) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return name


def write_lines(name: str, *records: object) -> str:
    return write(name, "".join(json.dumps(record) + "\n" for record in records))


def messages(reading: Reading) -> list[tuple[str, str]]:
    assert all(failure.stage == "read" for failure in reading.failures)
    return [(failure.document, failure.message) for failure in reading.failures]


def only_message(reading: Reading) -> str:
    assert not reading.documents
    (failure,) = reading.failures
    return failure.message


def test_a_text_file_is_read_to_the_letter_and_its_stem_is_the_outlet() -> None:
    reading = read_sources([write("./in/echo.txt", f"  {ONE}\r\n\r\n{TWO}\r\n")])
    (document,) = reading.documents
    assert document.text == f"  {ONE}\n\n{TWO}\n"
    assert document.source == "./in/echo.txt"
    assert document.outlet == "echo"
    assert (document.title, document.published, document.story) == (None, None, None)
    assert not reading.failures


def test_paths_may_be_paths() -> None:
    assert read_sources([Path(write("a.txt", ONE))]).documents[0].source == "a.txt"


def test_a_record_tells_its_own_metadata_and_others_fields_are_ignored() -> None:
    record = {"id": "r1", "outlet": "Echo ", "title": "Two\nlines", "byline": None, "published": "1 May 2023"}
    source = write_lines("a.jsonl", {**record, "url": "https://e.example.org/x", "text": ONE, "story": 7, "extra": [1]})
    (document,) = read_sources([source]).documents
    assert document.source == "r1"
    assert (document.outlet, document.title, document.byline) == ("Echo", "Two lines", None)
    assert (document.published, document.story) == ("2023-05-01", "7")


@pytest.mark.parametrize(
    ("record", "outlet", "source"),
    [
        ({"id": "r1", "url": "https://www.echo.example.org:80/x"}, "echo.example.org", "r1"),
        ({"id": "r1", "url": "no address"}, "r1", "r1"),
        ({"id": "r1", "url": "http://[bad"}, "r1", "r1"),
        ({"id": 12}, "12", "12"),
        ({"id": "  "}, "story", "story.jsonl:1"),
        ({}, "story", "story.jsonl:1"),
    ],
)
def test_an_outlet_not_told_is_the_host_or_the_id_or_the_stem(
    record: dict[str, object], outlet: str, source: str
) -> None:
    reading = read_sources([write_lines("story.jsonl", {**record, "text": ONE}, {"id": "z", "text": TWO})])
    assert (reading.documents[0].outlet, reading.documents[0].source) == (outlet, source)


def test_tables_and_json_files_are_read() -> None:
    table = write("a.csv", f'id;text;outlet\n1;"{ONE}";Echo\n')
    tabs = write("b.tsv", f"text\toutlet\n{TWO}\tPost\n")
    whole = write("c.json", json.dumps([{"text": ONE + " Indeed."}, {"text": TWO + " Indeed."}], indent=1))
    reading = read_sources([table, tabs, whole])
    assert [document.source for document in reading.documents] == ["1", "b.tsv:2", "c.json:1", "c.json:2"]
    assert [document.outlet for document in reading.documents] == ["Echo", "Post", "c", "c"]
    assert not reading.failures


def test_metadata_comes_from_the_record_then_the_sidecar_then_the_caller() -> None:
    write_lines("in/a.jsonl", {"id": "r", "text": ONE, "outlet": "Record"})
    write("in/b.txt", TWO)
    write("in/sources.toml", '["*"]\noutlet = "Sidecar"\nbyline = "Sidecar"\npublished = 2023-05-01\n')
    given_by_caller = Metadata(outlet="Caller", byline="Caller", published="2020-01-01", title="Caller")
    record, text = read_sources(["in"], given_by_caller).documents
    assert (record.outlet, record.byline, record.title) == ("Record", "Sidecar", "Caller")
    assert (text.outlet, text.byline, text.title) == ("Sidecar", "Sidecar", "Caller")
    assert record.published == text.published == "2023-05-01"


def test_the_caller_s_date_is_read_and_a_wrong_one_is_wrong_use() -> None:
    source = write("a.txt", ONE)
    assert read_sources([source], Metadata(published="24 Jan 2019")).documents[0].published == "2019-01-24"
    with pytest.raises(UsageError, match="'03/04/2019' cannot be used: it could be"):
        read_sources([source], Metadata(published="03/04/2019"))


def test_a_folder_is_read_with_its_subfolders_in_order_and_hidden_files_are_left_out() -> None:
    for name, text in [("in/b.txt", ONE), ("in/a/c.txt", TWO), ("in/.hidden.txt", ONE), ("in/.git/x.txt", ONE)]:
        write(name, text)
    write("in/photo.jpg", b"\xff\xd8\xff")
    reading = read_sources(["in/"])
    assert [document.source for document in reading.documents] == ["in/a/c.txt", "in/b.txt"]
    ((document, message),) = messages(reading)
    assert document == "in/photo.jpg"
    assert "name the file itself to read it" in message


def test_links_that_lead_back_do_not_catch_the_reader() -> None:
    write("in/a.txt", ONE)
    Path("in/loop").symlink_to(Path("in").resolve())
    assert len(read_sources(["in"]).documents) == 1


def test_what_is_wrong_with_a_sidecar_is_told_once_and_the_articles_are_read() -> None:
    write("in/a.txt", ONE)
    write("in/b.txt", TWO)
    write("in/sources.toml", '["a.txt"]\nauthor = "X"\n["gone.txt"]\ntitle = "X"\n')
    reading = read_sources(["in/a.txt", "in/b.txt", "in/sources.toml"])
    assert len(reading.documents) == 2
    unknown, unused = messages(reading)
    assert unknown[0] == unused[0] == "in/sources.toml"
    assert "'author' is not known" in unknown[1]
    assert unused[1] == '["gone.txt"] names no file beside it'
    write("in/sources.toml", "[[[")
    reading = read_sources(["in"])
    assert len(reading.documents) == 2
    assert "it is not TOML" in messages(reading)[0][1]


@pytest.mark.parametrize(
    ("data", "source", "outlet"),
    [
        (ONE.encode(), "-", "standard input"),
        (json.dumps({"id": "r", "outlet": "Echo", "text": ONE}).encode(), "r", "Echo"),
        (f'outlet,text\nEcho,"{ONE}"\n'.encode(), "-:2", "Echo"),
        (f"<html><body><p>{ONE}</p><p>{TWO}</p></body></html>".encode("utf-16"), "-", "standard input"),
    ],
)
def test_standard_input_is_read_in_the_form_that_it_shows(data: bytes, source: str, outlet: str) -> None:
    (document,) = read_sources(["-"], stdin=io.BytesIO(data)).documents
    assert document.text.startswith(ONE)
    assert (document.source, document.outlet) == (source, outlet)


def test_the_process_s_own_standard_input_is_used_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ONE.encode())))
    assert read_sources(["-"]).documents[0].text == ONE


def test_a_file_without_a_telling_name_is_read_by_its_content() -> None:
    records = write_lines("download", {"id": "r", "text": ONE}, {"id": "s", "text": TWO})
    assert [document.source for document in read_sources([records]).documents] == ["r", "s"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "the file is empty"),
        (" \n\t", "it holds no words"),
        ("***\n\n---", "it holds no words"),
        ("Bridge closed today", "it is too short to compare: 3 words, 5 at least are needed"),
        (SPANISH, "it seems to be in Spanish; crossread reads English"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "it is a PDF; save its text as a .txt file"),
        (b"\x00\x01\x02" * 400, "it holds binary data"),
    ],
)
def test_a_file_that_cannot_be_compared_says_why_and_the_rest_is_read(content: str | bytes, message: str) -> None:
    reading = read_sources([write("a.txt", content), write("b.txt", ONE)])
    assert [document.source for document in reading.documents] == ["b.txt"]
    ((source, told),) = messages(reading)
    assert source == "a.txt"
    assert message in told


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("missing.txt", "there is no such file or folder"),
        ("https://echo.example.org/bridge", "save the page, and give the file"),
        ("nul\0character", "it cannot be reached"),
        ("x" * 5000, "it cannot be reached"),
        ("/dev/zero", "neither a file nor a folder"),
        ("", "the folder holds no file to read"),
    ],
)
def test_a_source_that_is_not_there_says_what_to_do(source: str, message: str) -> None:
    assert message in only_message(read_sources([source]))


def test_a_page_without_an_article_and_tables_without_texts_say_so() -> None:
    page = write("a.html", "<html><body><nav><a href='/'>Home</a></nav></body></html>")
    table = write("b.csv", "id,body\n1,words\n")
    header = write("c.csv", "id,text\n")
    blank = write("d.jsonl", "\n\n")
    said = dict(messages(read_sources([page, table, header, blank])))
    assert "the page holds no article" in said["a.html"]
    assert "no column is named 'text'" in said["b.csv"]
    assert "no article under it" in said["c.csv"]
    assert "nothing but white space" in said["d.jsonl"]


def test_a_file_that_may_not_be_read_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    source = write("a.txt", ONE)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert only_message(read_sources([source])) == "it may not be read: check its permissions"


def test_each_bad_record_is_told_with_its_line_and_the_others_are_read() -> None:
    lines = [
        json.dumps({"id": "good", "text": ONE}),
        "not json",
        json.dumps({"id": "no text"}),
        json.dumps({"id": "odd text", "text": ["x"]}),
        json.dumps({"id": "odd title", "title": ["x"], "text": TWO}),
        json.dumps({"id": "short", "text": "Bridge closed"}),
        json.dumps({"id": "undated", "text": TWO + " Truly.", "published": "3/4/2019"}),
    ]
    reading = read_sources([write("a.jsonl", "\n".join(lines))])
    assert [document.source for document in reading.documents] == ["good", "odd title", "undated"]
    assert reading.documents[2].published is None
    said = messages(reading)
    assert [source for source, _ in said] == ["a.jsonl", "no text", "odd text", "odd title", "short", "undated"]
    assert said[0][1].startswith("line 2: it is not JSON")
    assert said[1][1] == "a.jsonl, line 3: the record has no field 'text'"
    assert said[3][1] == "a.jsonl, line 5: its title is a list, not text, and was left out"
    assert said[5][1].startswith(
        "a.jsonl, line 7: its publication date '3/4/2019' was left out: it could be 2019-03-04"
    )


def test_what_is_given_twice_is_kept_once_and_said_so() -> None:
    source = write_lines("a.jsonl", {"id": "r", "text": ONE}, {"id": "r", "text": ONE}, {"id": "s", "text": ONE})
    reading = read_sources([source, source])
    assert [document.source for document in reading.documents] == ["r", "s"]
    assert "it is the same article as 'r', and was kept once" in messages(reading)[0][1]
    assert len(reading.failures) == 4


def test_letters_that_are_no_characters_are_replaced_one_for_one_and_said_so() -> None:
    text = ONE.replace("crack", "cr\ud800ck")
    reading = read_sources([write_lines("a.jsonl", {"id": "r\udfff", "title": "x\ud800", "text": text})])
    (document,) = reading.documents
    assert document.text == text.replace("\ud800", "\ufffd")
    assert (document.source, document.title) == ("r\ufffd", "x\ufffd")
    assert "1 characters of it could not be read" in only_failure(reading)


def only_failure(reading: Reading) -> str:
    (failure,) = reading.failures
    return failure.message


def test_nulls_and_the_marks_of_right_to_left_text_stay_to_the_letter() -> None:
    text = ONE + " \0 \u202eevil\u202c \u2066x\u2069"
    assert read_sources([write_lines("a.jsonl", {"id": "r", "text": text})]).documents[0].text == text


def test_the_user_s_language_is_believed_but_not_a_page_s() -> None:
    page = f"<html lang='en'><body><article><p>{SPANISH}</p><p>{SPANISH} {SPANISH}</p></article></body></html>"
    assert "seems to be in Spanish" in only_message(read_sources([write("a.html", page)]))
    assert "given as Spanish" in only_message(read_sources([write("b.txt", ONE)], Metadata(language="es")))
    assert read_sources([write("c.txt", SPANISH)], Metadata(language="en")).documents


def test_two_megabytes_are_read_quickly() -> None:
    text = "\n\n".join(f"{ONE} This is paragraph {number}." for number in range(18_000))
    assert len(text) > 2_000_000
    files = [write("a.txt", text), write_lines("b.jsonl", {"id": "r", "text": text})]
    began = time.monotonic()
    reading = read_sources(files)
    assert time.monotonic() - began < 2
    assert [document.text for document in reading.documents] == [text, text]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.sampled_from(["txt", "html", "jsonl", "csv", "json", "tsv", "dat", "toml"]))
def test_no_file_makes_the_reader_fail(data: bytes, suffix: str) -> None:
    reading = read_sources([write(f"a.{suffix}", data)])
    assert reading.documents or reading.failures


def test_one_article_may_belong_to_two_stories(tmp_path: Path) -> None:
    record = {"outlet": "Courier", "text": "The ferry Aldane sank off Port Meriel on Tuesday, the coastguard said."}
    lines = [{**record, "id": story, "story": story} for story in ("sinking", "sinking", "ferries")]
    path = tmp_path / "archive.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    reading = read_sources([path])
    assert [document.story for document in reading.documents] == ["sinking", "ferries"]
    assert [failure.document for failure in reading.failures] == ["sinking"]
