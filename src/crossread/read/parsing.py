"""The bytes of one file to the articles in it."""

from collections.abc import Iterator
from pathlib import PurePath

from crossread.errors import ReadError
from crossread.read.article import Article
from crossread.read.feeds import feed_articles
from crossread.read.forms import Form, form_by_content, form_by_name, refuse_binary
from crossread.read.html import decode_page, read_page
from crossread.read.metadata import METADATA_FIELDS, Metadata, one_line
from crossread.read.records import Record, json_records, table_records
from crossread.read.text import decode, normalised
from crossread.records import Failure

STAGE = "read"
STANDARD_INPUT = "-"


def articles_in(source: str, data: bytes) -> Iterator[Article | Failure]:
    """Yield the articles in a file's bytes, and a Failure for each record that cannot be read.

    Raises ReadError if the file as a whole cannot be.
    """
    refuse_binary(data)
    form = form_by_name(source) or form_by_content(decode(data))
    if form == "text":
        yield Article(source, "", _stem(source), decode(data), Metadata())
    elif form == "html":
        text, told = read_page(decode_page(data))
        yield Article(source, "", _stem(source), text, told, from_page=True)
    elif form == "feed":
        yield from feed_articles(source, data)
    else:
        yield from _records(source, form, decode(data))


def _records(source: str, form: Form, text: str) -> Iterator[Article | Failure]:
    if not text.strip():
        raise ReadError("the file holds nothing but white space")
    tabs = PurePath(source).suffix.lower() in (".tsv", ".tab")
    records = json_records(text) if form == "json" else table_records(text, "\t" if tabs else None)
    found = False
    for record in records:
        found = True
        yield from _article(source, record)
    if not found:
        raise ReadError("the table has a first line with names, and no article under it")


def _article(source: str, record: Record) -> Iterator[Article | Failure]:
    place, content = record
    if isinstance(content, ReadError):
        yield Failure(source, STAGE, f"{place}: {content}")
        return
    text, where = content.get("text"), ", ".join(part for part in (source, place) if part)
    given = content.get("id")
    name = f"{source}:{place.rpartition(' ')[2]}" if place else source
    identity = normalised(str(given)) if isinstance(given, str | int) and str(given).strip() else name
    if not isinstance(text, str):
        said = "has no field 'text'" if text is None else "has a 'text' that is no string"
        yield Failure(identity, STAGE, f"{where}: the record {said}")
        return
    told, problems = _metadata(content)
    for problem in problems:
        yield Failure(identity, STAGE, f"{where}: {problem}")
    stem = _stem(source) if identity == name else identity
    yield Article(identity, where, stem, normalised(text), told)


def _metadata(record: dict[str, object]) -> tuple[Metadata, list[str]]:
    told: dict[str, str | None] = {}
    problems = []
    for name in METADATA_FIELDS:
        value = record.get(name)
        if value is None or isinstance(value, str | int | float):
            told[name] = None if value is None else one_line(normalised(str(value)))
        else:
            problems.append(f"its {name} is a {type(value).__name__}, not text, and was left out")
    return Metadata(**told), problems


def _stem(source: str) -> str:
    return "standard input" if source == STANDARD_INPUT else PurePath(source).stem
