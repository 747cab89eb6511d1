"""What form a file is in: by its name where that says it, else by its content."""

import re
from functools import cache
from pathlib import PurePath
from typing import Literal, cast

from crossread.errors import ReadError
from crossread.read.records import FIELDS
from crossread.resources import read_table

Form = Literal["text", "html", "json", "table", "feed"]

_SAMPLE = 4096  # characters or bytes that show a form
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*(?:<\?[^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b", re.DOTALL
)


def form_by_name(path: str) -> Form | None:
    """Return the form that the file's suffix says, None where it says none."""
    return cast("Form | None", _suffixes().get(PurePath(path).suffix.lower()))


def form_by_content(head: str) -> Form:
    """Return the form that the text itself shows: page, feed, JSON records, table with a known header, plain text."""
    head = head[:_SAMPLE]
    if _PAGE.match(head):
        return "html"
    if _FEED.match(head):
        return "feed"
    first_line = head.lstrip().split("\n", 1)[0]
    if head.lstrip()[:1] in ("{", "[") and '"text"' in head:
        return "json"
    names = {name.strip().strip('"').lower() for name in re.split(r"[,;\t|]", first_line)}
    return "table" if "text" in names and len(names & set(FIELDS)) > 1 else "text"


def refuse_binary(data: bytes) -> None:
    """Raise ReadError, with what to do, if the bytes start as a known kind of file that holds no plain text."""
    for signature, name, advice in _signatures():
        if data.startswith(signature):
            raise ReadError(f"it is {name}; {advice}")


@cache
def _suffixes() -> dict[str, str]:
    return {row["suffix"]: row["form"] for row in read_table("formats/suffixes.tsv")}


@cache
def _signatures() -> tuple[tuple[bytes, str, str], ...]:
    rows = read_table("formats/signatures.tsv")
    return tuple((bytes.fromhex(row["bytes"]), row["name"], row["advice"]) for row in rows)
