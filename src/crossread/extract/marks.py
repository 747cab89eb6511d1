"""Quotation marks: which characters open and close a quotation, and which are apostrophes.

Marks are paired within a paragraph. A mark opens or closes by its shape where it has one (`“ ”`), by its neighbours
otherwise; the neighbours outrank the shape, because newspapers turn marks the wrong way. A quotation still open at the
end of its paragraph ends there, and goes on in the next paragraph if that one closes it. Single pass, linear.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from unicodedata import category

_DOUBLE = re.compile(r"[”»](?=[“„«])|[\"“”„«»″]+|``|''")  # one that closes, before one that opens, is no pair
_SINGLE = re.compile(r"['‘’‚‹›]")
_MARK = re.compile(rf"{_DOUBLE.pattern}|{_SINGLE.pattern}")
_GOES_ON = re.compile(r"\s*\w")
_LAST_ENDS = re.compile(r"[.!?][\"”'’)]*\s+|[\"“”]")  # of sentences and of quotations
_LONGEST_UNOPENED = 1000  # characters: so that work stays linear
_INCHES = re.compile(r"\d['’′]\d{1,2}$")
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n\s*|(?<=[.!?:;\"”’)])[^\S\n]*\n\s*")
_OPENING, _CLOSING = "“‘„«‹‚", "”’»›"
_BEFORE_OPENING = "([{-–—―/…"
_AFTER_CLOSING = ")]}-–—―/,.;:!?…"
_ELIDED = re.compile(r"(?:\d0s|em|til|tis|twas|cause|round|n)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MarkedRange:
    """Half-open character range of the words between two marks, without the marks and surrounding white space.

    `outer` is the whole range with its marks. `depth` is 0 for a quotation that stands in none other. `closed` and
    `opened` tell whether its paragraph closes and opens it. `paragraph` counts paragraphs from 0.
    """

    start: int
    end: int
    outer: tuple[int, int]
    depth: int
    opened: bool
    closed: bool
    paragraph: int


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    single: bool
    opens: bool
    closes: bool


def marked_ranges(text: str) -> list[MarkedRange]:
    """Return the ranges between quotation marks, by start, an outer one before those inside it."""
    found: list[MarkedRange] = []
    carried = False
    for number, (start, end) in enumerate(paragraphs(text)):
        ranges, carried = _paragraph(text, start, end, number, carried)
        found += ranges
    return sorted(found, key=lambda r: (r.outer[0], -r.outer[1]))


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the character range of each paragraph that holds something."""
    start = 0
    for gap in _PARAGRAPH_END.finditer(text):
        if text[start : gap.start()].strip():
            yield start, gap.start()
        start = gap.end()
    if text[start:].strip():
        yield start, len(text)


def _paragraph(text: str, start: int, end: int, number: int, carried: bool) -> tuple[list[MarkedRange], bool]:
    """Return the ranges of one paragraph and whether it leaves a quotation open; `carried`: the last one did."""
    marks = [_shape(text, found, start, end) for found in _MARK.finditer(text, start, end)]
    doubles = _righted(text, start, [mark for mark in marks if not mark.single and (mark.opens or mark.closes)])
    ranges: list[MarkedRange] = []
    if carried and doubles and not doubles[0].opens:
        ranges += _range(text, start, doubles[0].start, (start, doubles[0].end), number, opened=False)
        doubles = doubles[1:]
    paired, still_open = _doubles(text, (start, end), doubles, number)
    ranges += paired
    ranges += _singles(text, [mark for mark in marks if mark.single], ranges, number)
    return ranges, still_open


def _doubles(
    text: str, paragraph: tuple[int, int], doubles: list[_Mark], number: int
) -> tuple[list[MarkedRange], bool]:
    """Return the ranges between double marks, and whether one is left open."""
    ranges: list[MarkedRange] = []
    open_at: list[_Mark] = []
    for index, mark in enumerate(doubles):
        if open_at and mark.closes:
            opener = open_at.pop()
            if not open_at:
                ranges += _range(text, opener.end, mark.start, (opener.start, mark.end), number)
        elif not mark.opens:
            ranges += _unopened(text, paragraph, mark, number)
        elif open_at and not _nested(doubles, index):
            ranges += _range(text, open_at[-1].end, mark.start, (open_at[-1].start, mark.start), number, closed=False)
            open_at = [mark]
        else:
            open_at.append(mark)
    if open_at:
        ranges += _range(text, open_at[0].end, paragraph[1], (open_at[0].start, paragraph[1]), number, closed=False)
    return ranges, bool(open_at)


def _righted(text: str, start: int, doubles: list[_Mark]) -> list[_Mark]:
    """Return the marks, one turned the wrong way as one that opens: nothing is open, and the next one closes.

    Space, a comma or nothing stands before such a mark: She said,” the dam holds.”
    """
    opens = [mark.opens for mark in doubles]
    for index in range(len(doubles) - 1):
        before = text[max(start, doubles[index].start - 1) : doubles[index].start]
        free = not before or before.isspace() or before == "," or category(before) == "Cf"
        opens[index] |= free and not opens[index + 1] and not (index and opens[index - 1])
    return [replace(mark, opens=opening) for mark, opening in zip(doubles, opens, strict=True)]


def _unopened(text: str, paragraph: tuple[int, int], mark: _Mark, number: int) -> list[MarkedRange]:
    """Return the last sentence before a mark that nothing opens, if a comma ends it and leads to who said it."""
    start, end = paragraph
    if mark.start == start or text[mark.start - 1] != "," or not _GOES_ON.match(text, mark.end, end):
        return []
    near = max(start, mark.start - _LONGEST_UNOPENED)
    ends = [found.end() for found in _LAST_ENDS.finditer(text, near, mark.start)]
    if not ends and near > start:
        return []
    first = ends[-1] if ends else start
    return _range(text, first, mark.start, (first, mark.end), number)


def _nested(doubles: list[_Mark], index: int) -> bool:
    """Whether the mark that opens inside an open quotation is closed before the next opens, and the outer one after."""
    following = doubles[index + 1 : index + 3]
    return len(following) > 1 and all(mark.closes and not mark.opens for mark in following)


def _range(
    text: str, start: int, end: int, outer: tuple[int, int], number: int, *, opened: bool = True, closed: bool = True
) -> list[MarkedRange]:
    """Return the range without the white space and the typesetter's comma at its ends, or nothing if it is empty."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    if start == end:
        return []
    return [MarkedRange(start, end, outer, 0, opened, closed, number)]


def _singles(text: str, marks: list[_Mark], doubles: list[MarkedRange], number: int) -> list[MarkedRange]:
    """Pair single marks; one inside a double quotation has depth 1 and must close inside it."""
    found: list[MarkedRange] = []
    reached = -1
    for index, mark in enumerate(marks):
        if not mark.opens or mark.start < reached or _ELIDED.match(text, mark.end):
            continue
        around = _around(mark.start, doubles)
        limit = around.outer[1] if around else None
        closer = _single_closer(text, marks, index, limit)
        if closer is None or (around is None and _crosses(mark, closer, doubles)):
            continue
        inside = _range(text, mark.end, closer.start, (mark.start, closer.end), number)
        found += [replace(r, depth=1 if around else 0) for r in inside]
        reached = closer.end
    return found


def _around(offset: int, doubles: list[MarkedRange]) -> MarkedRange | None:
    """Return the double marks' range, one of a list by start, that the character stands in."""
    at = bisect_right(doubles, offset, key=lambda r: r.outer[0]) - 1
    return doubles[at] if at >= 0 and offset < doubles[at].outer[1] else None


def _crosses(opener: _Mark, closer: _Mark, doubles: list[MarkedRange]) -> bool:
    """Whether the single marks would enclose one double mark of a pair: then they are none, as they stand."""
    at = bisect_right(doubles, opener.start, key=lambda r: r.outer[0])
    return at < len(doubles) and doubles[at].outer[0] < closer.end


_FARTHEST_CLOSER = (
    40  # single marks looked at for a closing one: apostrophes of a long quotation fit, and work stays linear
)


def _single_closer(text: str, marks: list[_Mark], index: int, limit: int | None) -> _Mark | None:
    """Return the mark that closes the single quotation opened by `marks[index]`.

    A mark after an s and before a word may be a possessive ("the workers' rights"): it closes only if none better does.
    """
    doubtful: _Mark | None = None
    for mark in marks[index + 1 : index + _FARTHEST_CLOSER]:
        if limit is not None and mark.end > limit:
            break
        if mark.opens and not mark.closes:
            break
        if not mark.closes:
            continue
        after = text[mark.end : mark.end + 1]
        plural = text[mark.start - 1] == "s" and after.isspace()
        if not plural:
            return mark
        doubtful = doubtful or mark
    return doubtful


def _shape(text: str, found: re.Match[str], start: int, end: int) -> _Mark:
    """Tell what a mark can do from its neighbours, or from its own shape where the neighbours leave it open."""
    mark, single = found.group(), len(found.group()) == 1 and bool(_SINGLE.fullmatch(found.group()))
    before = text[found.start() - 1] if found.start() > start else " "
    after = text[found.end()] if found.end() < end else " "
    if single and before.isalnum() and after.isalnum():
        return _Mark(found.start(), found.end(), single, opens=False, closes=False)
    if not single and _INCHES.search(text, max(start, found.start() - 4), found.start()):
        return _Mark(found.start(), found.end(), single, opens=False, closes=False)
    free_before = before.isspace() or before in _BEFORE_OPENING or (before in "\"“‘'”’" and not before.isalnum())
    free_after = after.isspace() or after in _AFTER_CLOSING or after in "\"”’'“‘"
    if free_before == free_after or _turned(mark, before, after):
        opens, closes = mark[0] in _OPENING, mark[0] in _CLOSING
        if not opens and not closes:
            opens = closes = True
        return _Mark(found.start(), found.end(), single, opens, closes)
    return _Mark(found.start(), found.end(), single, opens=free_before, closes=free_after)


def _turned(mark: str, before: str, after: str) -> bool:
    """Whether a directed mark stands where both directions make sense: its own direction then counts."""
    return mark[0] in _OPENING and before in _BEFORE_OPENING and after in _AFTER_CLOSING
