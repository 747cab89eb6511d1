"""Gold times in the form of TimeML: a folder of `.tml` files, searched through with its folders.

TimeML 1.2.1 (Pustejovsky et al. 2003): the text of an article is the text of its element TEXT, its date of publication
the TIMEX3 in DCT; `type` and `value` of a TIMEX3 are as TIDES and ISO 8601 have them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from crossread.errors import ReadError
from crossread.records import Document

DAY_LENGTH = len("1998-11-20")


@dataclass(frozen=True, slots=True)
class GoldTime:
    """One TIMEX3: half-open range of characters, and its value."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class GoldTimes:
    """An article with its times, in text order."""

    document: Document
    times: tuple[GoldTime, ...]


def read_timeml(path: Path) -> Iterator[GoldTimes]:
    """Yield the articles of a file, or of a folder by name.

    Raises ReadError if there is none, or one cannot be read.
    """
    files = [path] if path.is_file() else sorted(path.rglob("*.tml"))
    if not files:
        raise ReadError(f"{path} holds no TimeML (*.tml)")
    for file in files:
        try:
            # the parser of the standard library loads nothing from elsewhere; gold files are the user's own
            root = ElementTree.parse(file).getroot()  # noqa: S314
        except (OSError, ElementTree.ParseError) as error:
            raise ReadError(f"{file} cannot be read as TimeML: {error}") from error
        yield _article(file, root)


def _article(file: Path, root: ElementTree.Element) -> GoldTimes:
    body, created = root.find("TEXT"), root.find("./DCT/TIMEX3")
    if body is None or created is None:
        raise ReadError(f"{file} has no TEXT or no DCT with a TIMEX3")
    pieces: list[str] = []
    times: list[GoldTime] = []
    _collect(body, 0, pieces, times)
    published = created.get("value", "")[:DAY_LENGTH]
    document = Document(str(file), "".join(pieces), "gold", published=published or None)
    return GoldTimes(document, tuple(sorted(times, key=lambda time: (time.start, time.end))))


def _collect(element: ElementTree.Element, start: int, pieces: list[str], times: list[GoldTime]) -> int:
    """Append the element's text and times; return where it ends. TIMEX3 without words are left out."""
    end = start + _append(element.text, pieces)
    for child in element:
        end = _collect(child, end, pieces, times)
        end += _append(child.tail, pieces)
    if element.tag == "TIMEX3" and end > start:
        times.append(GoldTime(start, end, element.get("value", "")))
    return end


def _append(text: str | None, pieces: list[str]) -> int:
    pieces.append(text or "")
    return len(text or "")
