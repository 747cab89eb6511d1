"""What has newly come to a folder or a feed is met once."""

import os
from pathlib import Path

from tests.read.test_feeds import SENTENCE, item, rss, whole

from crossread.errors import ReadError
from crossread.read import FeedArrivals, Fetched, FileArrivals, Metadata
from crossread.records import Document, Failure

FEED = "https://ledger.test/rss.xml"
PAGE = f"<html><head><title>Ferry sinks</title></head><body><article><p>{SENTENCE * 3}</p></article></body></html>"


def names(found: list[Document | Failure]) -> list[str]:
    return [outcome.source.rpartition("/")[2] for outcome in found if isinstance(outcome, Document)]


def aged(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    os.utime(path, (1_000_000_000, 1_000_000_000))


def test_new_and_changed_files_are_met_once(tmp_path: Path) -> None:
    arrivals = FileArrivals(str(tmp_path), Metadata())
    assert list(arrivals.look()) == []
    aged(tmp_path / "a.txt", SENTENCE)
    assert names(list(arrivals.look())) == ["a.txt"]
    assert list(arrivals.look()) == []
    aged(tmp_path / "b.txt", SENTENCE * 2)
    aged(tmp_path / "a.txt", SENTENCE * 3)
    assert names(list(arrivals.look())) == ["a.txt", "b.txt"]


def test_a_file_that_is_being_written_is_left_for_later(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE, "utf-8")
    assert list(FileArrivals(str(tmp_path), Metadata()).look()) == []
    assert names(list(FileArrivals(str(tmp_path), Metadata(), patient=False).look())) == ["a.txt"]


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    (failure,) = FileArrivals(str(tmp_path / "none"), Metadata()).look()
    assert isinstance(failure, Failure)


class Web:
    """Addresses and what stands there; what does not stand there cannot be fetched."""

    def __init__(self, **pages: bytes) -> None:
        self.pages = {FEED: pages.pop("feed", b"")} | {f"https://ledger.test/{n[1:]}": p for n, p in pages.items()}
        self.asked: list[str] = []

    def get(self, url: str) -> Fetched:
        self.asked.append(url)
        if url not in self.pages:
            raise ReadError("the server answers 404")
        return Fetched(url, None, self.pages[url])


def test_entries_are_met_once_and_pages_fetched_only_where_the_feed_has_a_summary() -> None:
    web = Web(feed=rss(item(1), whole(2)), p1=PAGE.encode())
    arrivals = FeedArrivals(FEED, Metadata(), web.get, between=0)
    assert names(list(arrivals.look())) == ["1", "2"]
    assert list(arrivals.look()) == []
    assert web.asked == [FEED, "https://ledger.test/1", FEED]


def test_a_page_that_could_not_be_had_is_tried_again() -> None:
    web = Web(feed=rss(item(1)))
    arrivals = FeedArrivals(FEED, Metadata(), web.get, between=0)
    (failure,) = arrivals.look()
    assert isinstance(failure, Failure)
    web.pages["https://ledger.test/1"] = PAGE.encode()
    (document,) = arrivals.look()
    assert isinstance(document, Document)
    assert document.published == "2031-05-06T07:30:00+00:00"
    assert document.url == "https://ledger.test/1"
