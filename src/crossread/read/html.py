"""A saved page to an article: the body by trafilatura, the date only where the page states one."""

import codecs
import re

from crossread.errors import ReadError
from crossread.read.metadata import Metadata, one_line
from crossread.read.page_dates import stated_date
from crossread.read.text import decode, normalised

_HEAD = 4096  # bytes in which a page declares its encoding, with room to spare (HTML asks for 1024)
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE
)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_BYLINE = re.compile(r"by\s+", re.IGNORECASE)
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def decode_page(data: bytes) -> str:
    """Return a page's markup, in the encoding that it declares unless its bytes say another.

    Raises ReadError as `decode` does.
    """
    declared = _DECLARED.search(data[:_HEAD])
    if declared and not data.startswith(_MARKS):
        try:
            return normalised(data.decode(declared[1].decode("ascii")))
        except (LookupError, UnicodeDecodeError):
            pass  # a wrong declaration is common: the bytes decide
    return decode(data)


def read_page(markup: str) -> tuple[str, Metadata]:
    """Return a page's article, paragraphs kept apart by blank lines, and what the page tells about it.

    A headline or byline that opens the body is left out there: it is metadata. The date is the one that the page
    states, never an estimate. Raises ReadError if the page holds no article.
    """
    from trafilatura import bare_extraction, load_html  # half a second, for pages only
    from trafilatura.settings import Document as Page

    markup = _XML_DECLARATION.sub("", markup)
    tree = load_html(markup)
    page = None if tree is None else bare_extraction(markup, include_comments=False, with_metadata=True)
    if tree is None or not isinstance(page, Page) or not page.text:
        raise ReadError("the page holds no article; save the article's own page, or its text as a .txt file")
    told = Metadata(
        outlet=one_line(page.sitename),
        title=one_line(page.title),
        byline=one_line(page.author),
        published=stated_date(tree, page.url),
        url=one_line(page.url),
        language=one_line(tree.get("lang") or tree.get(_XML_LANG)),
    )
    return "\n\n".join(_body(page.text.split("\n"), told)), told


def _body(blocks: list[str], told: Metadata) -> list[str]:
    blocks = [block for block in blocks if block.strip()]
    start = 0
    while start < min(2, len(blocks)) and _heads(blocks[start], told):
        start += 1
    return blocks[start:]


def _heads(block: str, told: Metadata) -> bool:
    words = one_line(block)
    return words is not None and (words == told.title or _BYLINE.sub("", words, count=1) == told.byline)
