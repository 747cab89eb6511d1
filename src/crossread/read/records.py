"""JSON Lines, JSON and CSV/TSV: one article a record."""

import csv
import io
import json
from collections.abc import Iterator

from crossread.errors import ReadError

Record = tuple[str, "dict[str, object] | ReadError"]
"""Where it stands (`line 3`, `item 2`), and what stands there or why it could not be read."""

FIELDS = ("id", "outlet", "title", "byline", "published", "url", "text", "story", "language")
_DELIMITERS = ",;\t|"
_LARGEST_FIELD = 1 << 30  # characters; the csv module's own limit, 131,072, cuts off long articles


def json_records(text: str) -> Iterator[Record]:
    """Yield the records of JSON Lines, of a JSON array of objects, or of one JSON object.

    A line or item that is no object is yielded as a ReadError, and the rest is still read.
    """
    whole = _whole(text)
    if whole is None:
        # Not splitlines: JSON strings may hold U+2028 and other characters that end a line elsewhere.
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                yield f"line {number}", _parsed(line)
    elif isinstance(whole, dict):
        yield "", whole
    else:
        for number, item in enumerate(whole, 1):
            yield f"item {number}", item if isinstance(item, dict) else _no_object(item)


def _whole(text: str) -> dict[str, object] | list[object] | None:
    """Return a text that is one JSON value; None where it is not, so that each line is to be read on its own."""
    first = text.lstrip()[:1]
    if first not in ("{", "["):
        return None
    if first == "{" and isinstance(_parsed(text.lstrip().split("\n", 1)[0]), dict) and text.strip().count("\n"):
        return None  # its first line is a record
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict | list) else None


def _parsed(line: str) -> dict[str, object] | ReadError:
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        return ReadError(f"it is not JSON ({error.msg}, column {error.colno})")
    except (ValueError, RecursionError) as error:  # digits without end, nesting without end
        return ReadError(f"it is not JSON that can be read ({type(error).__name__})")
    return value if isinstance(value, dict) else _no_object(value)


def _no_object(value: object) -> ReadError:
    return ReadError(f'it is a {type(value).__name__}, not an object such as {{"outlet": "...", "text": "..."}}')


def table_records(text: str, delimiter: str | None = None) -> Iterator[Record]:
    """Yield the rows of a CSV or TSV table with a header line, as dictionaries by lower-case column name.

    The delimiter is the one under which the header names most known fields. A broken row is yielded as a ReadError,
    and the rest is still read. Raises ReadError if there is no column `text`.
    """
    delimiter = delimiter or max(_DELIMITERS, key=lambda sign: len(_known(_names(text, sign))))
    names = _names(text, delimiter)
    if "text" not in names:
        raise ReadError(
            f"no column is named 'text' (the columns are: {', '.join(names) or 'none'}); "
            "name the column of the articles' words 'text' in the first line"
        )
    yield from _rows(text, delimiter, names)


def _rows(text: str, delimiter: str, names: list[str]) -> Iterator[Record]:
    former = csv.field_size_limit(_LARGEST_FIELD)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        next(rows)
        while True:
            place = f"line {rows.line_num + 1}"
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                yield place, ReadError(f"it is not CSV ({error}); double each quotation mark inside a quoted field")
                continue
            if row:
                yield place, _row(names, row)
    finally:
        csv.field_size_limit(former)


def _row(names: list[str], row: list[str]) -> dict[str, object] | ReadError:
    if len(row) > len(names):
        return ReadError(f"it has {len(row)} fields, the first line names {len(names)}; quote fields that hold commas")
    return dict(zip(names, row, strict=False))


def _names(text: str, delimiter: str) -> list[str]:
    try:
        header = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
    except csv.Error:
        return []
    return [name.strip().lower() for name in header]


def _known(names: list[str]) -> set[str]:
    return set(names) & set(FIELDS)
