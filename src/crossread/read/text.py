"""Bytes to text, to the letter: only CR LF becomes LF. A lone CR stays, so that offsets into the file hold."""

import codecs
import re

from charset_normalizer import from_bytes

from crossread.errors import ReadError

REPLACEMENT = "\ufffd"

# UTF-32 first: its little-endian mark starts with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65_536  # bytes that tell text from other data
_BINARY_SHARE = 0.02  # of control characters: text holds a stray one at most
_UTF16_SHARE = 0.7  # of zero high bytes: English in UTF-16 has nearly all of them zero
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# What English news in Windows-1252 holds above ASCII: typographic marks, currency, letters of western names.
_WESTERN = re.compile("[\x00-\x7f€‚„…‘’“”•–—™ £©«®°±²³·»¼½¾¿¡§ÀÁÂÄÅÆÇÈÉÊËÍÎÑÖØÚÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüýŠŽšžŒœ]*")


def decode(data: bytes) -> str:
    """Return the text of a file's bytes without its byte order mark, newlines normalised.

    Certain signs come first (a byte order mark, valid UTF-8, UTF-16's zero bytes, nothing but common Windows-1252);
    charset-normalizer judges the rest. Raises ReadError if the bytes are no text or in no known encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return normalised(data[len(mark) :].decode(encoding, "replace"))
    wide = _utf16_without_mark(data[:_SAMPLE])
    if wide:
        return normalised(data.decode(wide, "replace"))
    sample = data[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > max(1, _BINARY_SHARE * len(sample)):
        raise ReadError("it holds binary data, no text; give the article as a text, HTML, JSON Lines or CSV file")
    return normalised(_utf8(data) or _other(data))


def normalised(text: str) -> str:
    """Return the text with CR LF as LF, pairs of surrogates joined, and each lone surrogate as U+FFFD."""
    text = text.replace("\r\n", "\n")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        pass
    damaged = data.decode("utf-8", "replace")
    return damaged if len(_MULTIBYTE.findall(data)) > damaged.count(REPLACEMENT) else None


def _other(data: bytes) -> str:
    try:
        western = data.decode("cp1252")
    except UnicodeDecodeError:
        western = ""
    if western and _WESTERN.fullmatch(western):
        return western
    best = from_bytes(data).best()
    if best is None:
        raise ReadError("its encoding is not known; save it as UTF-8")
    return str(best)


def _utf16_without_mark(sample: bytes) -> str | None:
    pairs = len(sample) // 2
    if len(sample) % 2 or not pairs:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd >= _UTF16_SHARE * pairs and not even:
        return "utf-16-le"
    return "utf-16-be" if even >= _UTF16_SHARE * pairs and not odd else None
