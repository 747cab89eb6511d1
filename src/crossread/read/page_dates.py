"""When a page says that its article came out: stated dates only, so that nothing hangs on a guess or on the clock."""

import json
import re
from collections.abc import Iterator
from typing import Any

from crossread.errors import ReadError
from crossread.read.dates import read_date

# Where pages state when an article first came out, the most certain first.
_META = (
    "//meta[@property='article:published_time' or @name='article:published_time']/@content",
    "//*[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
)
_OTHER = (
    "//meta[@name='pubdate' or @name='publishdate' or @name='publish-date' or @name='date' or @name='DC.date.issued'"
    " or @name='dc.date.issued' or @name='parsely-pub-date' or @name='sailthru.date']/@content",
    "//time[@pubdate]/@datetime",
    "//header//time/@datetime",
    "(//p)[1]/preceding::time[not(contains(@class, 'updat') or contains(@class, 'modif'))]/@datetime",
    "//*[contains(@class, 'publish') or contains(@class, 'dateline')]//time/@datetime",
    "//*[contains(@class, 'publish') or contains(@class, 'date')]/text()",
)
_JSON_LD = "//script[@type='application/ld+json']/text()"
_URL_DATE = re.compile(r"/(\d{4})/(\d{1,2})/(\d{1,2})/")
_DEEPEST = 6  # levels of JSON-LD in which an article stands; a page may nest it in a graph
_SHOWN = re.compile(r"^\s*(?:first\s+)?(?:published|posted)\s*(?:on|at)?\s*:?\s*", re.IGNORECASE)


def stated_date(tree: Any, url: str | None) -> str | None:
    """Return the first full date that the page states for its article, ISO 8601, or None.

    `tree` is the page as lxml parsed it; `url` the page's own address, whose path may hold the date.
    """
    return next(_dates(_stated(tree, url)), None)


def _stated(tree: Any, url: str | None) -> Iterator[str]:
    for path in _META:
        yield from tree.xpath(path)
    for script in tree.xpath(_JSON_LD):
        yield from _linked_data(script)
    for path in _OTHER:
        yield from (_SHOWN.sub("", words) for words in tree.xpath(path))
    found = _URL_DATE.search(url or "")
    if found:
        yield "-".join((found[1], found[2].zfill(2), found[3].zfill(2)))


def _dates(candidates: Iterator[str]) -> Iterator[str]:
    for words in candidates:
        try:
            yield read_date(words)
        except ReadError:
            continue


def _linked_data(script: str) -> Iterator[str]:
    try:
        data = json.loads(script)
    except (ValueError, RecursionError):
        return
    yield from _published(data, _DEEPEST)


def _published(data: object, depth: int) -> Iterator[str]:
    if depth == 0:
        return
    if isinstance(data, dict):
        if isinstance(data.get("datePublished"), str):
            yield data["datePublished"]
        for value in data.values():
            yield from _published(value, depth - 1)
    elif isinstance(data, list):
        for value in data:
            yield from _published(value, depth - 1)
