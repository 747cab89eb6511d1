import json
import logging
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.errors import ReadError
from crossread.read.html import decode_page, read_page
from crossread.read.metadata import Metadata

FIRST = (
    "The bridge at Ollern was closed on Monday after an inspector found a crack in its northern pier, the city said."
)
SECOND = (
    "“We will not gamble with lives,” said the mayor, Tova Reske, who expects the repairs to take until the spring."
)


def page(head: str = "", body: str = "", lang: str = "") -> str:
    article = f"<article>{body}<p>{FIRST}</p><p>{SECOND}</p></article>"
    return f"<!doctype html><html{lang}><head>{head}</head><body><nav><a href='/'>Home</a></nav>{article}</body></html>"


def test_paragraphs_are_kept_apart_and_navigation_is_left_out() -> None:
    text, told = read_page(page())
    assert text == f"{FIRST}\n\n{SECOND}"
    assert told == Metadata()


def test_what_the_page_tells_is_read() -> None:
    head = (
        "<title>Bridge closed | The Ollern Echo</title>"
        "<meta property='og:title' content='Bridge closed'><meta property='og:site_name' content='The Ollern Echo'>"
        "<meta name='author' content='By Una Marsh'>"
        "<meta property='article:published_time' content='2023-05-01T10:30:00+02:00'>"
        "<link rel='canonical' href='https://ollern-echo.example.org/bridge'>"
    )
    text, told = read_page(page(head, "<h1>Bridge closed</h1><p>By Una Marsh</p>", " lang='en-GB'"))
    assert told == Metadata(
        outlet="The Ollern Echo",
        title="Bridge closed",
        byline="Una Marsh",
        published="2023-05-01T10:30:00+02:00",
        url="https://ollern-echo.example.org/bridge",
        language="en-GB",
    )
    assert text == f"{FIRST}\n\n{SECOND}", "headline and byline are metadata"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<meta name='pubdate' content='20230501'>", ""),
        ("<meta itemprop='datePublished' content='2023-05-01'>", ""),
        ("", "<header><time datetime='2023-05-01'>Monday</time></header>"),
        ("", "<h1>Bridge</h1><time datetime='2023-05-01T00:00'>Monday</time>"),
        ("", "<time class='updated' datetime='2023-05-09'>Now</time><time datetime='2023-05-01'>Monday</time>"),
        ("", "<span class='published-date'>Published: 1 May 2023</span>"),
        ("<link rel='canonical' href='https://echo.example.org/2023/5/1/bridge'>", ""),
        (
            f"<script type='application/ld+json'>{json.dumps({'@graph': [{'datePublished': '2023-05-01'}]})}</script>",
            "",
        ),
    ],
)
def test_a_date_is_read_wherever_the_page_states_it(head: str, body: str) -> None:
    published = read_page(page(head, body))[1].published
    assert published is not None
    assert published.startswith("2023-05-01")


@pytest.mark.parametrize(
    "head",
    [
        "<meta name='date' content='03/04/2023'>",
        "<meta name='date' content='today'>",
        "<script type='application/ld+json'>{broken</script>",
        f"<script type='application/ld+json'>{'[' * 5000}</script>",
        "<meta name='copyright' content='2023'>",
    ],
)
def test_no_date_is_made_up(head: str) -> None:
    assert read_page(page(head, "<p>© 2024 The Echo. Seen on 2023-04-30 by many.</p>"))[1].published is None


@pytest.mark.parametrize(
    "markup",
    ["", "   ", "<html></html>", "<html><body><nav><a href='/'>Home</a></nav></body></html>", "<!-- nothing -->", "\0"],
)
def test_a_page_without_an_article_says_so(markup: str) -> None:
    with pytest.raises(ReadError, match="the page holds no article"):
        read_page(markup)


def test_an_xml_declaration_is_no_hindrance() -> None:
    assert read_page("<?xml version='1.0' encoding='utf-8'?>" + page())[0].startswith(FIRST)


def test_the_declared_encoding_is_used_unless_the_bytes_speak_against_it() -> None:
    markup = "<html><head><meta charset='{}'></head><body><p>Škoda, “cheap”.</p></body></html>"
    for declared, written in [
        ("windows-1250", "windows-1250"),
        ("iso-8859-1", "cp1252"),
        ("ascii", "utf-8"),
        ("no-such", "utf-8"),
        ("rot13", "cp1252"),
        ("latin-1", "utf-8"),
        ("latin-1", "utf-8-sig"),
        ("utf-8", "utf-16"),
        ("utf-8", "cp1252"),
    ]:
        assert "Škoda, “cheap”." in decode_page(markup.format(declared).encode(written)), (declared, written)


def test_a_long_page_is_read_in_time() -> None:
    markup = page(body="".join(f"<p>{number}. {FIRST}</p>\n" for number in range(2_000)))
    assert len(markup) > 220_000
    began = time.monotonic()
    assert read_page(markup)[0].count(FIRST) == 2_001
    assert time.monotonic() - began < 8


def test_a_page_nested_without_end_holds_no_article() -> None:
    with pytest.raises(ReadError, match="no article"):
        read_page("<div>" * 50_000 + FIRST)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*"<>/!-ap='&;\0\n\ud800", "<p>", "<article>", FIRST, "<script>"]), max_size=40))
def test_no_markup_raises_anything_but_our_own_error(pieces: list[str]) -> None:
    try:
        text, _ = read_page("".join(pieces))
    except ReadError:
        return
    assert text


def test_the_library_s_own_complaints_do_not_reach_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ReadError):
        read_page("")
    assert capsys.readouterr() == ("", "")
    assert logging.getLogger("trafilatura").hasHandlers()
