import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.made_up_story import comparison_of, made_up_comparison, point

from crossread.records import Document
from crossread.report import to_markdown
from crossread.report.markdown.escape import escaped
from crossread.report.view.shown import on_one_line

NOTES = to_markdown(made_up_comparison())
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def test_every_footnote_stands_once_and_every_reference_has_one() -> None:
    notes = re.findall(r"^\[\^(\d+)\]: ", NOTES, re.MULTILINE)
    assert notes == [str(number) for number in range(1, len(notes) + 1)]
    referred = set(re.findall(r"\[\^(\d+)\](?!:)", NOTES))
    assert referred == set(notes)


def test_a_footnote_quotes_the_evidence_with_its_place() -> None:
    assert "Harbour Post, characters 68–86: “injuring 14 people”" in NOTES


def test_the_differing_words_are_bold() -> None:
    assert "on **Tuesday** morning" in NOTES
    assert "**Nineteen people** were hurt" in NOTES


def test_sections_are_there() -> None:
    headings = re.findall(r"^## (.+)$", NOTES, re.MULTILINE)
    assert headings == [
        "Sources",
        "Where they differ",
        "What they tell alike",
        "What one alone tells",
        "Who backs whom",
        "Timeline",
        "Quotations in several accounts",
        "Other quotations",
        "What they are called",
        "What failed",
    ]


@given(st.text(max_size=80))
def test_taking_the_escapes_away_gives_the_text_back(text: str) -> None:
    assert ESCAPE.sub(r"\1", escaped(text)) == on_one_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[a](javascript:x)",
        "![a](http://x/y.png)",
        "# no heading",
        "1. no list",
        "- no list",
        "> no quotation",
        "`no code`",
        "a | b",
        "www.example.org and https://example.org",
        "&lt;b&gt;",
        "[^1]: no note",
        "***",
        "---",
        "===",
        "$x$",
    ],
)
def test_nothing_that_acts_is_left_bare(text: str) -> None:
    bare = ESCAPE.sub("e", escaped(text))
    assert not re.search(r"[<>`|&#*\[\]$]|://|www\.", bare)
    assert not re.match(r"\d*[-+.)=]", bare)


def test_text_of_others_makes_no_line_of_its_own() -> None:
    text = "one\n\n# two\n\n<script>three()</script>\n\x1b[31m"
    document = Document("s", text, "out\nlet", "ti\n# tle")
    notes = to_markdown(comparison_of((document,), (point(1, text, "agreed", document.span(0, len(text))),)))
    assert not re.search(r"^# (two|tle)", notes, re.MULTILINE)
    assert "<script>" not in notes
    assert "\x1b" not in notes
    notes.encode("utf-8")
