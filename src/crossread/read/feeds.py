"""RSS and Atom feeds: the articles that stand in them whole, and the addresses of those that do not."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from io import BytesIO
from pathlib import PurePath
from typing import Any
from urllib.parse import urljoin

from crossread.errors import ReadError
from crossread.read.article import Article
from crossread.read.html import read_page
from crossread.read.metadata import Metadata, one_line
from crossread.read.text import normalised
from crossread.records import Failure

FEWEST_WORDS = 100  # a feed's summary of an article has fewer, a whole article hardly ever
_STAGE = "read"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed has of one article: `text` is the whole of it, None where the feed has a summary at most."""

    identity: str
    text: str | None
    metadata: Metadata


def feed_articles(source: str, data: bytes) -> Iterator[Article | Failure]:
    """Yield the articles that stand whole in a feed, and a Failure for each of the others.

    Raises ReadError if the bytes are no feed.
    """
    for entry in feed_entries(data):
        if entry.text is None:
            why = "the feed has its summary only: save the page itself, or let `crossread watch --fetch` fetch it"
            yield Failure(entry.identity, _STAGE, f"{source}: {why}")
        else:
            yield entry_article(entry, source)


def entry_article(entry: Entry, source: str) -> Article:
    """Return the article of an entry that has its text; `source` is where the feed came from."""
    return Article(entry.identity, source, PurePath(source).stem, entry.text or "", entry.metadata)


def feed_entries(data: bytes, base: str = "") -> tuple[Entry, ...]:
    """Return a feed's entries in its order; `base` is its own address, against which theirs are read.

    Raises ReadError if the bytes are no feed, or feedparser is not installed.
    """
    try:
        import feedparser
    except ImportError as error:
        raise ReadError('it is a feed, and reading feeds needs: pip install "crossread[feeds]"') from error
    parsed = feedparser.parse(BytesIO(data))  # of a string it would fetch the address, or open the file
    if not parsed.version:
        raise ReadError("it is XML, but neither an RSS nor an Atom feed")
    outlet = _words(parsed.feed.get("title"))
    return tuple(_entry(found, outlet, base) for found in parsed.entries if _identity(found))


def _entry(found: Any, outlet: str | None, base: str) -> Entry:
    url = urljoin(base, found.get("link") or "") or None
    told = Metadata(
        outlet=outlet,
        title=_words(found.get("title")),
        byline=_words(found.get("author")),
        published=_moment(found),
        url=one_line(url),
    )
    return Entry(url or _identity(found), _whole(found), told)


def _identity(found: Any) -> str:
    return str(found.get("link") or found.get("id") or found.get("title") or "")


def _whole(found: Any) -> str | None:
    markups = [content.get("value") or "" for content in found.get("content", ())]
    markups.append(found.get("summary") or "")
    markup = max(markups, key=len)
    if len(markup.split()) < FEWEST_WORDS:
        return None
    try:
        text, _ = read_page(f"<html><body><article>{markup}</article></body></html>")
    except ReadError:
        return None
    return text if len(text.split()) >= FEWEST_WORDS else None


def _words(value: object) -> str | None:
    return one_line(normalised(unescape(str(value)))) if value else None


def _moment(found: Any) -> str | None:
    """Return when it was published, ISO 8601; feedparser gives it in UTC."""
    parsed: time.struct_time | None = found.get("published_parsed") or found.get("updated_parsed")
    try:
        return datetime(*parsed[:6], tzinfo=UTC).isoformat() if parsed else None
    except ValueError:
        return None
