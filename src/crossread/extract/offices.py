"""Offices: who holds which, from titles before names and appositions after them."""

from collections.abc import Iterator

from crossread.extract.cast import Cast
from crossread.extract.reading import Reading
from crossread.extract.word_classes import word_class
from crossread.records import Mention, Span, Statement, content_id

HOLDS_OFFICE = "holds office"
_CONFIDENCE = 0.6
_LONGEST_OFFICE = 14  # words of an apposition; a longer one is a clause


def find_offices(cast: Cast, made_by: str) -> Iterator[Statement]:
    """Yield one statement for each office that a person is given, the first time it is given."""
    told: set[tuple[str, str]] = set()
    for mention in cast.people:
        for office, evidence in _offices(cast.reading, mention):
            name = cast.full_name(mention)
            key = (name, office.lower())
            if key in told:
                continue
            told.add(key)
            doc = evidence.doc
            identity = content_id("st", doc, evidence.start, evidence.end, name, HOLDS_OFFICE, office)
            yield Statement(
                identity,
                doc,
                name,
                HOLDS_OFFICE,
                office,
                office,
                None,
                "positive",
                "certain",
                _CONFIDENCE,
                made_by,
                (evidence,),
            )


def _offices(reading: Reading, mention: Mention) -> Iterator[tuple[str, Span]]:
    document = reading.annotated.document
    if mention.title and not _courtesy(mention.title):
        start = reading.text.rfind(
            mention.title, max(0, mention.span.start - len(mention.title) - 2), mention.span.start
        )
        if start >= 0:
            yield mention.title, document.span(start, mention.span.end)
    after = reading.word_after(mention.span.end)
    if after + 1 >= len(reading.forms) or reading.forms[after] != ",":
        return
    end = _apposition_end(reading, after + 1)
    if end is not None:
        office = reading.span(after + 1, end)
        yield office.text.removeprefix("the ").removeprefix("a "), document.span(mention.span.start, office.end)


def _courtesy(title: str) -> bool:
    word = title.lower().rstrip(".")
    return word in word_class("title_male") | word_class("title_female") or word == "dr"


def _apposition_end(reading: Reading, word: int) -> int | None:
    """Return where a description of a role that begins at the word ends, or None if none begins there."""
    chunk = reading.chunk_of[word]
    if chunk is None or chunk.start != word or not _role(reading, chunk.head):
        return None
    _, end = reading.sentence_of(word)
    stop = chunk.end
    while stop < end and stop - word < _LONGEST_OFFICE and reading.lower[stop] in ("of", "for", "at", "in"):
        following = reading.chunk_of[stop + 1] if stop + 1 < end else None
        if following is None:
            break
        stop = following.end
    closes = stop >= end or reading.forms[stop] in (",", ".", ";", ")", "—", "–")
    return stop if closes else None


def _role(reading: Reading, head: int) -> bool:
    return reading.lower[head] in word_class("role_noun") and reading.forms[head][0].islower()
