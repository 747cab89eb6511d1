"""Feeds: what stands whole in them is read; of the rest it is told where it is."""

from pathlib import Path

import pytest

from crossread.errors import ReadError
from crossread.read import read_sources
from crossread.read.feeds import feed_entries

SENTENCE = "The ferry Aldane sank off Port Meriel on Tuesday, and the coastguard rescued its crew within the hour. "
WHOLE = f"<p>{SENTENCE}" + "".join(
    f"Passenger number {n} told the Ledger of a loud noise, of {n} lifeboats, and of a long wait. " for n in range(9)
)


def rss(*items: str) -> bytes:
    channel = "<title>The Harbour Ledger</title><link>https://ledger.test/</link>" + "".join(items)
    head = '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    return f"{head}<channel>{channel}</channel></rss>".encode()


def item(number: int, body: str = "") -> str:
    link = f"<link>https://ledger.test/{number}</link>"
    date = "<pubDate>Tue, 06 May 2031 09:30:00 +0200</pubDate>"
    title = "<title>Ferry sinks &amp; all are saved</title>"
    return f"<item>{title}{link}{date}<description>Short.</description>{body}</item>"


def whole(number: int) -> str:
    return item(number, f"<content:encoded><![CDATA[{WHOLE}]]></content:encoded>")


def test_a_whole_article_is_read_with_what_the_feed_tells_of_it(tmp_path: Path) -> None:
    (tmp_path / "ledger.rss").write_bytes(rss(whole(1)))
    (document,) = read_sources([tmp_path]).documents
    assert document.text.startswith(SENTENCE.strip())
    assert "<p>" not in document.text
    assert (document.outlet, document.title) == ("The Harbour Ledger", "Ferry sinks & all are saved")
    assert (document.url, document.published) == ("https://ledger.test/1", "2031-05-06T07:30:00+00:00")


def test_a_summary_is_no_article_and_that_is_told(tmp_path: Path) -> None:
    (tmp_path / "ledger.xml").write_bytes(rss(item(1), whole(2)))
    reading = read_sources([tmp_path / "ledger.xml"])
    assert [document.url for document in reading.documents] == ["https://ledger.test/2"]
    (failure,) = reading.failures
    assert failure.document == "https://ledger.test/1"
    assert "--fetch" in failure.message


def test_an_atom_feed_is_known_by_its_content(tmp_path: Path) -> None:
    entry = (
        '<entry><title>Ferry sinks</title><link href="/1"/><id>x:1</id><published>2031-05-06T07:30:00Z</published>'
        f'<author><name>Ada Finch</name></author><content type="html"><![CDATA[{WHOLE}]]></content></entry>'
    )
    feed = f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title>{entry}</feed>'
    (tmp_path / "feed").write_text(feed, "utf-8")
    (document,) = read_sources([tmp_path / "feed"]).documents
    assert (document.outlet, document.byline) == ("Wire", "Ada Finch")


def test_addresses_are_read_against_the_feed_s_own() -> None:
    (entry,) = feed_entries(rss("<item><title>A</title><link>/news/1</link></item>"), "https://ledger.test/rss.xml")
    assert entry.identity == "https://ledger.test/news/1"
    assert entry.text is None


@pytest.mark.parametrize("data", [b"<?xml version='1.0'?><invoice/>", b"<rss", b"plain words", b"\xff\xfe\x00"])
def test_what_is_no_feed_is_told(data: bytes) -> None:
    with pytest.raises(ReadError, match="neither"):
        feed_entries(data)


def test_entities_do_not_grow_without_end() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "x">{levels}]>'.encode()
    entries = feed_entries(bomb + rss("<item><title>&e9;</title><link>https://a.test/</link></item>")[21:])
    assert all(len(entry.metadata.title or "") < 1000 for entry in entries)
