"""A saved page to an article: the body by trafilatura, the date only where the page states one."""

import codecs
import logging
import re
from typing import Any

from crossread.errors import ReadError
from crossread.read.metadata import Metadata, one_line
from crossread.read.page_dates import stated_date
from crossread.read.text import decode, normalised

_HEAD = 4096  # bytes in which a page declares its encoding, with room to spare (HTML asks for 1024)
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE
)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# The HTML standard: these names mean Windows-1252, which fills the gaps of Latin-1 with quotation marks and dashes.
_AS_BROWSERS_READ = dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii"), "cp1252")
_EXTRACTION: dict[str, Any] = {
    "include_comments": False,
    "with_metadata": True,
    "date_extraction_params": {"extensive_search": False},  # its date is an estimate, and not used
}
_QUIET = logging.NullHandler()
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_BYLINE = re.compile(r"by\s+", re.IGNORECASE)
_FEWEST_WORDS = 20  # a page's menus and notices leave fewer; the shortest news in brief has more
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def decode_page(data: bytes) -> str:
    """Return a page's markup: by its byte order mark, as UTF-8 where it is that, else in the encoding it declares.

    Raises ReadError as `decode` does.
    """
    declared = _DECLARED.search(data[:_HEAD])
    if declared and not data.startswith(_MARKS) and not _is_utf8(data):
        name = declared[1].decode("ascii").lower()
        try:
            return normalised(data.decode(_AS_BROWSERS_READ.get(name, name)))
        except (LookupError, UnicodeError):
            pass  # a wrong declaration is common: the bytes decide
    return decode(data)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def read_page(markup: str) -> tuple[str, Metadata]:
    """Return a page's article, paragraphs kept apart by blank lines, and what the page tells about it.

    A headline or byline that opens the body is left out there: it is metadata. The date is the one that the page
    states, never an estimate. Raises ReadError if the page holds no article.
    """
    from trafilatura import bare_extraction, load_html  # half a second, for pages only
    from trafilatura.settings import Document as Page

    logging.getLogger("trafilatura").addHandler(_QUIET)  # what it says to itself is told as our own error
    markup = _XML_DECLARATION.sub("", markup)
    tree = load_html(markup)
    page = None if tree is None else bare_extraction(markup, **_EXTRACTION)
    if tree is None or not isinstance(page, Page) or len((page.text or "").split()) < _FEWEST_WORDS:
        raise ReadError("the page holds no article; save the article's own page, or its text as a .txt file")
    told = Metadata(
        outlet=one_line(page.sitename),
        title=one_line(page.title),
        byline=one_line(page.author),
        published=stated_date(tree, page.url),
        url=one_line(page.url),
        language=one_line(tree.get("lang") or tree.get(_XML_LANG)),
    )
    return "\n\n".join(_body((page.text or "").split("\n"), told)), told


def _body(blocks: list[str], told: Metadata) -> list[str]:
    blocks = [block for block in blocks if block.strip()]
    start = 0
    while start < min(2, len(blocks)) and _heads(blocks[start], told):
        start += 1
    return blocks[start:]


def _heads(block: str, told: Metadata) -> bool:
    words = one_line(block)
    return words is not None and (words == told.title or _BYLINE.sub("", words, count=1) == told.byline)
