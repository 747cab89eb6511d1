"""Where, within evidence, the words stand that make the difference."""

import re
from collections.abc import Collection, Iterable, Sequence
from difflib import SequenceMatcher

from crossread.records import Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_PARTS = re.compile(r"[,;/…]|\.\.\.|\band\b")
_WORDS_COMPARED = 400  # longer evidence is not compared word by word: the comparison is quadratic at worst

Range = tuple[int, int]


def value_in(value: str, evidence: Sequence[Span]) -> tuple[tuple[Range, ...], ...]:
    """Return, for each span, the ranges of the document where the value, or else its parts, stand as written."""
    found = tuple(_occurrences(value, span) for span in evidence)
    if any(found):
        return found
    parts = [part.strip() for part in _PARTS.split(value)]
    return tuple(tuple(place for part in parts if part for place in _occurrences(part, span)) for span in evidence)


def own_words(span: Span, others: Iterable[Span]) -> tuple[Range, ...]:
    """Return the ranges of words that none of the other spans has; nothing where none of them is shared at all."""
    theirs = {word.casefold() for other in others for word in _WORD.findall(other.text)}
    words = list(_WORD.finditer(span.text))
    own = [word for word in words if word[0].casefold() not in theirs]
    if len(own) == len(words):
        return ()
    return tuple((span.start + word.start(), span.start + word.end()) for word in own)


def trimmed(
    marked: Sequence[Sequence[Range]], evidence: Sequence[Span], others: Iterable[Span]
) -> tuple[tuple[Range, ...], ...]:
    """Return the marks of each span without the words at their ends that the other spans have too.

    All of them as they are where nothing would be left.
    """
    theirs = {word.casefold() for other in others for word in _WORD.findall(other.text)}
    left = tuple(
        tuple(narrow for mark in marks if (narrow := _trim(mark, span, theirs)) is not None)
        for marks, span in zip(marked, evidence, strict=True)
    )
    return left if any(left) else tuple(tuple(marks) for marks in marked)


def _trim(mark: Range, span: Span, theirs: Collection[str]) -> Range | None:
    start, end = mark
    words = list(_WORD.finditer(span.text, start - span.start, end - span.start))
    own = [number for number, word in enumerate(words) if word[0].casefold() not in theirs]
    if not words:
        return mark
    if not own:
        return None
    first, last = words[own[0]], words[own[-1]]
    opens = start if own[0] == 0 else span.start + first.start()
    closes = end if own[-1] == len(words) - 1 else span.start + last.end()
    return opens, closes


def changed_words(span: Span, model: Span) -> tuple[Range, ...]:
    """Return the ranges where the span's wording departs from the model's, word by word.

    Method: Ratcliff and Obershelp's matching (Python's difflib), over case-folded words.
    """
    words, theirs = (list(_WORD.finditer(text))[:_WORDS_COMPARED] for text in (span.text, model.text))
    matcher = SequenceMatcher(
        None, [word[0].casefold() for word in theirs], [word[0].casefold() for word in words], autojunk=False
    )
    return tuple(
        (span.start + words[low].start(), span.start + words[high - 1].end())
        for operation, _, _, low, high in matcher.get_opcodes()
        if operation in {"replace", "insert"}
    )


def _occurrences(words: str, span: Span) -> tuple[Range, ...]:
    """Find the words in the span, whatever the case and the white space between them."""
    pieces = words.split()
    if not pieces:
        return ()
    left = r"(?<!\w)" if pieces[0][0].isalnum() else ""
    right = r"(?!\w)" if pieces[-1][-1].isalnum() else ""
    pattern = left + r"\s+".join(re.escape(piece) for piece in pieces) + right
    return tuple(
        (span.start + match.start(), span.start + match.end())
        for match in re.finditer(pattern, span.text, re.IGNORECASE)
    )
