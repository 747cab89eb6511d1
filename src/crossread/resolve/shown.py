"""The span of a name as a reader would underline it."""

import re

from crossread.records import Document, Mention, Span
from crossread.resolve.gazetteer import abbreviations, known_names
from crossread.resolve.names import name_words

_REGION = re.compile(r", ((?:[A-Z][\w.-]+ ?){1,3})(?<! )")
_SEAT = re.compile(r" of ((?:[A-Z][\w.-]+ ?){1,3})(?<! )")
_PARTY = re.compile(r" \([A-Z](?:-[A-Z][\w. ]{1,20})?\)")
_WIDEST_GAP = 2  # characters between a title and its name: a space, or a line break in a hard-wrapped text


def shown(document: Document, mention: Mention) -> Span:
    """Return the span that names: the mention, with the title before a person, or the state after a city.

    The title or the state has to stand directly beside the name. A description in small letters ("rival") is no title.
    """
    title = mention.title or ""
    if any(word[0].isupper() for word in (*title.split()[:1], *title.split()[-1:])):
        return _with_seat(document, _with_title(document, mention, title))
    return _with_region(document, mention) if mention.kind in ("gpe", "place", "other") and not title else mention.span


def _with_seat(document: Document, span: Span) -> Span:
    """Widen a name with its title by the seat that is split off from it: "of Texas", "(R-Ohio)"."""
    party = _PARTY.match(document.text, span.end)
    if party:
        return document.span(span.start, party.end())
    following = _SEAT.match(document.text, span.end)
    if not following:
        return span
    text = following[1] if following[1] in abbreviations() else following[1].rstrip(".")
    return document.span(span.start, following.start(1) + len(text)) if _region(text) else span


def _with_region(document: Document, mention: Mention) -> Span:
    following = _REGION.match(document.text, mention.span.end)
    if not following or _region(mention.span.text):
        return mention.span
    text = following[1] if following[1] in abbreviations() else following[1].rstrip(".")
    return document.span(mention.span.start, following.start(1) + len(text)) if _region(text) else mention.span


def _region(text: str) -> bool:
    known = known_names().get(name_words(text))
    return text in abbreviations() or (known is not None and known.sort in ("part", "state"))


def _with_title(document: Document, mention: Mention, title: str) -> Span:
    earliest = max(0, mention.span.start - len(title) - _WIDEST_GAP)
    bare = document.text[earliest : mention.span.start].rstrip()
    if not bare.endswith(title):
        return mention.span
    return document.span(earliest + len(bare) - len(title), mention.span.end)
