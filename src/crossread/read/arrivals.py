"""What has newly come to a folder, a file or a feed since it was last looked at."""

import time
from collections.abc import Callable, Iterator
from typing import Protocol
from urllib.parse import urlsplit

from crossread.errors import ReadError
from crossread.read.feeds import Entry, entry_article, feed_entries
from crossread.read.fetch import Fetched
from crossread.read.files import files_of
from crossread.read.html import decode_page, read_page
from crossread.read.metadata import Metadata
from crossread.read.reading import read_each
from crossread.read.settling import settle
from crossread.records import Document, Failure

_STAGE = "read"
_SETTLED = 2.0  # seconds since a file was last written: a younger one may not be whole yet
_BETWEEN = 1.0  # seconds between two pages of one feed, which mostly are of one server


class Arrivals(Protocol):
    """A place where articles arrive; `pause`: seconds after which it is worth another look."""

    @property
    def pause(self) -> float: ...

    def look(self) -> Iterator[Document | Failure]: ...


class FileArrivals:
    """New and changed files of a folder, or one file. `patient`: leave files that were just written for the next look.

    A folder that holds nothing yet is none the worse.
    """

    pause = 5.0

    def __init__(self, source: str, defaults: Metadata, *, patient: bool = True) -> None:
        self._source = source
        self._defaults = defaults
        self._patient = patient
        self._known: dict[str, tuple[int, int]] = {}

    def look(self) -> Iterator[Document | Failure]:
        """Yield what came since the last look."""
        try:
            files = [file for file in files_of(self._source) if file.problem is None]
        except ReadError as error:
            if self._known or "no file" in str(error):
                return
            yield Failure(self._source, _STAGE, str(error))
            return
        for file in files:
            try:
                state = file.path.stat()
            except OSError:
                continue  # gone again
            if self._patient and abs(time.time() - state.st_mtime) < _SETTLED:
                continue
            now = state.st_size, state.st_mtime_ns
            if self._known.get(file.source) != now:
                self._known[file.source] = now
                yield from read_each([file.source], self._defaults)


class FeedArrivals:
    """New entries of a feed at an address; pages of which the feed has a summary only are fetched with `get`."""

    pause = 300.0

    def __init__(self, url: str, defaults: Metadata, get: Callable[[str], Fetched], between: float = _BETWEEN) -> None:
        self._url = url
        self._defaults = defaults
        self._get = get
        self._between = between
        self._known: set[str] = set()

    def look(self) -> Iterator[Document | Failure]:
        """Yield what came since the last look; a page that could not be had is tried again at the next."""
        try:
            feed = self._get(self._url)
            entries = feed_entries(feed.data, feed.url)
        except ReadError as error:
            yield Failure(self._url, _STAGE, str(error))
            return
        for entry in entries:
            if entry.identity in self._known:
                continue
            outcome = self._read(entry)
            if isinstance(outcome, Document):
                self._known.add(entry.identity)
            yield outcome
        self._known &= {entry.identity for entry in entries}  # what has left the feed does not come back

    def _read(self, entry: Entry) -> Document | Failure:
        try:
            article = entry_article(entry, self._url)
            if entry.text is None:
                time.sleep(self._between)
                page = self._get(entry.identity)
                text, told = read_page(decode_page(page.data))
                told = entry.metadata.or_else(told)
                article = entry_article(Entry(entry.identity, text, told), self._url)
            return settle(article, self._defaults)[0]
        except ReadError as error:
            return Failure(entry.identity, _STAGE, str(error))


def is_address(source: str) -> bool:
    """Tell whether a source is an address of the web rather than a path."""
    try:
        return urlsplit(source).scheme.lower() in ("http", "https")
    except ValueError:
        return False
