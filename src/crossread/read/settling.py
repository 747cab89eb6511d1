"""An article and all that is told of it to a document, once it is fit to be compared."""

from urllib.parse import urlsplit

from crossread.errors import ReadError
from crossread.read.article import Article
from crossread.read.dates import read_date
from crossread.read.language import check_english
from crossread.read.metadata import Metadata
from crossread.read.text import REPLACEMENT
from crossread.records import Document

FEWEST_WORDS = 5  # a headline has as many; with less there is nothing to compare


def settle(article: Article, given: Metadata) -> tuple[Document, list[str]]:
    """Return the article's document, and what had to be left out or repaired in it.

    `given` is what the user tells of it; what the article's own file tells outranks that. Raises ReadError if it
    cannot be compared: it has no words, too few, or is not English.
    """
    told = article.metadata.or_else(given)
    _check_words(article.text)
    check_english(article.text, given.language if article.from_page else told.language)
    _check_length(article.text)
    published, problems = _published(told.published)
    damaged = article.text.count(REPLACEMENT)
    if damaged:
        problems.append(f"{damaged} characters of it could not be read and stand as {REPLACEMENT}; save it as UTF-8")
    document = Document(
        source=article.source,
        text=article.text,
        outlet=told.outlet or _host(told.url) or article.name,
        title=told.title,
        byline=told.byline,
        published=published,
        url=told.url,
        language=told.language,
        story=told.story,
    )
    return document, problems


def _check_words(text: str) -> None:
    if not any(character.isalnum() for character in text):
        raise ReadError("it holds no words")


def _check_length(text: str) -> None:
    words = len(text[: FEWEST_WORDS * 1000].split())
    if words < FEWEST_WORDS:
        raise ReadError(f"it is too short to compare: {words} words, {FEWEST_WORDS} at least are needed")


def _published(told: str | None) -> tuple[str | None, list[str]]:
    if told is None:
        return None, []
    try:
        return read_date(told), []
    except ReadError as error:
        return None, [f"its publication date {told!r} was left out: {error}"]


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:  # brackets that are no IPv6 address
        return None
    return host.removeprefix("www.") if host else None
