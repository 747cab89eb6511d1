"""The span of a name as a reader would underline it."""

import re
from collections.abc import Mapping

from crossread.records import Document, Mention, Span
from crossread.resolve.gazetteer import abbreviations, described_kinds, known_names
from crossread.resolve.names import name_words
from crossread.resolve.sense import modifies
from crossread.resources import read_terms

_REGION = re.compile(r", (?=[A-Z])")
_SEAT = re.compile(r" of (?=[A-Z])")
_CAPITALS = re.compile(r"[A-Z][\w.-]*")
_LONGEST_REGION = 30  # characters
_CAPITAL_DISTRICT = re.compile(r", D\.C\.?(?!\w)")
_ARTICLES = ("the ", "The ")
_ALL_THE_SAME = frozenset({"other", "some", "many", "fellow", "few", "several", "real", "likely", "same", "only"})
_OF = re.compile(r" of (?:the )?")
_HOMES = frozenset({"gpe", "org", "place"})
_ACCUSING = re.compile(
    r"\b(?:accus|assur|clear|convict|convinc|inform|persuad|remind|strip|suspect|warn)(?:e[ds]?|s|ing)? $"
)
"""Verbs after which "of" tells of what, not of where, somebody is: "accused Ana Ruiz of …"."""
_LONGEST_BEFORE = 60  # characters of the words before a group's name
_SEVERAL = frozenset({"sens", "reps", "govs", "profs", "messrs", "drs"})
_WIDEST_GAP = 2  # characters between a title and its name: a space, or a line break in a hard-wrapped text


def shown(document: Document, mention: Mention) -> Span:
    """Return the span that names: the mention, with the title before a person, or the state after a city.

    The title or the state has to stand directly beside the name. A description in small letters ("rival") is no title.
    """
    title = mention.title or ""
    if any(word[0].isupper() for word in (*title.split()[:1], *title.split()[-1:])):
        return _with_seat(document, mention.span if _of_several(title) else _with_title(document, mention, title))
    return _with_region(document, mention) if mention.kind in ("gpe", "place", "other") and not title else mention.span


def _of_several(title: str) -> bool:
    """Tell whether a title is that of all in a list: "Senators Ruiz of Norra and Moss of Tarsk"."""
    last = title.split()[-1].rstrip(".").casefold()
    return last in _SEVERAL or described_kinds().get(last) == "group"


def with_article(document: Document, mention: Mention, span: Span) -> Span:
    """Widen the span of a body's or place's name by "the", where the name ends the phrase that the article opens.

    In "the Senate floor" and "the U.S. economy" the article is another noun's.
    """
    if mention.kind == "group":
        return _with_modifiers(document, span)
    if mention.kind == "person" or document.text[max(0, span.start - 4) : span.start] not in _ARTICLES:
        return span
    return span if modifies(document.text, span) else document.span(span.start - 4, span.end)


def with_home(document: Document, mention: Mention, span: Span, names: Mapping[int, Mention]) -> Span:
    """Widen the span of a person's name by whom or where they are of: "Ana Ruiz of Port Meriel", "… of the Navy".

    `names`: the mentions by name of the article, by their first character.
    """
    of = _OF.match(document.text, span.end) if mention.kind == "person" else None
    home = names.get(of.end()) if of else None
    if (
        home is None
        or home.kind not in _HOMES
        or _ACCUSING.search(document.text[max(0, span.start - _LONGEST_BEFORE) : span.start])
    ):
        return span
    return document.span(span.start, home.span.end)


def _with_modifiers(document: Document, span: Span) -> Span:
    """Widen a group's name by what makes a smaller group of it: "33 Democrats", "congressional Republicans"."""
    start = span.start
    *words, last = document.text[max(0, start - _LONGEST_BEFORE) : start].split(" ")
    for word in reversed(words[1:] if not last else ()):
        low = word.casefold()
        if not (low.isdigit() or (low in read_terms("gazetteer/role_modifiers.txt") and low not in _ALL_THE_SAME)):
            break
        start -= len(word) + 1
    return document.span(start, span.end)


def _with_seat(document: Document, span: Span) -> Span:
    """Widen a name with its title by the seat that is split off from it: "of Texas"."""
    end = _region_end(document.text, _SEAT, span.end)
    return document.span(span.start, end) if end else span


def _with_region(document: Document, mention: Mention) -> Span:
    district = _CAPITAL_DISTRICT.match(document.text, mention.span.end)
    if district:
        return document.span(mention.span.start, district.end())
    end = _region_end(document.text, _REGION, mention.span.end)
    return document.span(mention.span.start, end) if end and not _region(mention.span.text) else mention.span


def _region_end(text: str, opening: re.Pattern[str], at: int) -> int | None:
    """Return where the region ends that an opening introduces at this place, the longest name first."""
    following = opening.match(text, at)
    words = list(_CAPITALS.finditer(text, following.end(), following.end() + _LONGEST_REGION)) if following else []
    while following and words:
        name = text[following.end() : words[-1].end()]
        written = name if name in abbreviations() else name.rstrip(".")
        if _region(written):
            return following.end() + len(written)
        words.pop()
    return None


def _region(text: str) -> bool:
    known = known_names().get(name_words(text))
    return text in abbreviations() or (known is not None and known.sort in ("part", "state"))


def _with_title(document: Document, mention: Mention, title: str) -> Span:
    earliest = max(0, mention.span.start - len(title) - _WIDEST_GAP)
    bare = document.text[earliest : mention.span.start].rstrip()
    if not bare.endswith(title):
        return mention.span
    return document.span(earliest + len(bare) - len(title), mention.span.end)
