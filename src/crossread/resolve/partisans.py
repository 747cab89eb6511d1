"""One of a party, or of a place: who is "the Norra Republican", and what tells that somebody is one.

"Sen. Ana Ruiz (R-Fla.)", "Ana Ruiz, Republican of Florida" and "Sen. Ana Ruiz of Florida" tell it.
"""

import re
from functools import cache

from crossread.records import Document, Mention, Span
from crossread.resolve.gazetteer import known_names
from crossread.resolve.names import Words, name_words
from crossread.resolve.sense import modifies
from crossread.resources import read_table

_PARTIES = {"R": "republican", "D": "democrat"}
_ARTICLES = ("the ", "The ")
_SEAT = re.compile(
    r",? (?:\((?P<bracket>[RDI])(?:-(?P<there>[A-Z][\w. ]{1,20}))?\)"
    r"|(?P<letter>[RDI])-(?P<where>[A-Z][\w.]{1,8})"
    r"|(?:a )?(?P<party>Republican|Democrat) (?:of|from) (?P<home>[A-Z][\w.]+(?: [A-Z]\w+)?)"
    r"|of (?P<seat>[A-Z][\w.]+(?: [A-Z]\w+)?))"
)


def seat(document: Document, name: Span) -> Words:
    """Return the words for party and region that stand behind a name of a person, folded; none if none stand there."""
    found = _SEAT.match(document.text, name.end)
    if found is None:
        return ()
    letter = found["bracket"] or found["letter"]
    party = _PARTIES.get(letter, "independent") if letter else (found["party"] or "").casefold()
    return (*filter(None, (party,)), *_region(found["there"] or found["where"] or found["home"] or found["seat"]))


def _region(text: str | None) -> Words:
    for length in (2, 1):
        words = name_words(" ".join((text or "").split()[:length]))
        known = known_names().get(words)
        if known and known.sort == "part":
            return name_words(known.key)
        if words and words[0] in _postal():
            return _postal()[words[0]]
    return ()


@cache
def _postal() -> dict[str, Words]:
    return {row["postal"].casefold(): name_words(row["name"]) for row in read_table("gazetteer/us_states.tsv")}


def one_of_them(document: Document, mention: Mention) -> Mention | None:
    """Return a name like "Norra Republican" as the description of one person that it is after "the", else None."""
    span, text = mention.span, document.text
    if (
        mention.kind != "group"
        or not _singular(span.text)
        or text[max(0, span.start - 4) : span.start] not in _ARTICLES
    ):
        return None
    if modifies(text, span):
        return None
    return Mention(document.span(span.start - 4, span.end), "person", "nominal")


@cache
def _singular(text: str) -> bool:
    last = name_words(text)[-1]
    return not last.endswith("s") and last in _people()


@cache
def _people() -> frozenset[str]:
    """Return the words for one of a party or of a part of a state."""
    parties = {form for row in read_table("gazetteer/parties.tsv") for form in row["forms"].split("|")}
    dwellers = {form for row in read_table("gazetteer/us_states.tsv") for form in row["people"].split("|")}
    return frozenset(word for form in parties | dwellers for word in name_words(form) if len(name_words(form)) == 1) - {
        "democratic",
        "gop",
        "labour",
    }
