import pytest

from crossread.errors import ReadError
from crossread.read.forms import form_by_content, form_by_name, refuse_binary


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.txt", "text"),
        ("dir.html/a.TXT", "text"),
        ("a.HTM", "html"),
        ("a.jsonl", "json"),
        ("a.tsv", "table"),
        ("a.pdf", None),
        ("a", None),
        (".txt", None),
    ],
)
def test_a_suffix_says_the_form(name: str, form: str | None) -> None:
    assert form_by_name(name) == form


@pytest.mark.parametrize(
    ("content", "form"),
    [
        ("<!DOCTYPE html><p>x", "html"),
        ("<?xml version='1.0'?>\n<!-- x --><html>", "html"),
        ("<b>Not</b> a page", "text"),
        ('{"id": 1, "text": "x"}', "json"),
        ('\n[{"text": "x"}]', "json"),
        ("[Reuters style] text in brackets", "text"),
        ("id,outlet,text\n1,x,y", "table"),
        ('"text";"title"\n', "table"),
        ("text", "text"),
        ("In this text, nothing is a table.", "text"),
        ("", "text"),
        ("<!--" * 20_000, "text"),
    ],
)
def test_content_says_the_form_where_no_suffix_does(content: str, form: str) -> None:
    assert form_by_content(content) == form


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7 ...", "it is a PDF; save its text as a .txt file"),
        (b"PK\x03\x04rest", "it is a ZIP archive or an office document; unpack it"),
        (b"\x89PNG\r\n\x1a\nrest", "it is a PNG image"),
        (b"\xff\xd8\xff\xe0rest", "it is a JPEG image"),
        (b"\x1f\x8b\x08rest", "it is a gzip archive"),
        (rb"{\rtf1 rest", "it is an RTF document"),
    ],
)
def test_known_binary_files_are_named_with_what_to_do(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        refuse_binary(data)


def test_text_is_not_refused() -> None:
    refuse_binary(b"Plain words, 100% of them.")
