"""Those who are named after others: "the Obama administration", "Mueller's office", "a senior US official".

The name in such a description is somebody else's, or a party's or a state's; who acts is the one described.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crossread.records import AnnotatedDocument, CodedDocument, Mention, MentionKind, Span
from crossread.resolve.gazetteer import described_kinds
from crossread.resolve.names import Words, name_words
from crossread.resolve.sense import is_verb
from crossread.resolve.shown import shown
from crossread.resources import read_terms

_FOLLOWING = re.compile(r"(?P<own>['’]s?)?(?:[ \n](?P<word>[^\W\d_][\w-]*))")
_MOST_BETWEEN = 3  # words between the name and the noun: "House Republican campaign committee"
_LONGEST_BEFORE = 60  # characters of the words before the name


@dataclass(frozen=True, slots=True)
class Compound:
    """A description, the first name in it, and the words that tell who is meant, from the name to the noun."""

    mention: Mention
    name: Mention
    words: Words


def compounds(coded: CodedDocument) -> list[Compound]:
    """Return the descriptions with a name in them, in text order, each place once.

    Those of the annotator, and those that the extractor took for somebody who speaks or acts, keep their spans; the
    rest run from the name to the noun.
    """
    annotated = coded.annotated
    names = [mention for mention in annotated.mentions if mention.form == "name"]
    given = [mention for mention in annotated.mentions if mention.form == "nominal"]
    given += [made for span in _parties(coded) if (made := _nominal(span))]
    given += [made for name in names for made in _following(annotated, name)]
    starts = [name.span.start for name in names]
    beginnings = frozenset(starts)
    found: dict[int, Compound] = {}
    for mention in given:
        first = bisect_left(starts, mention.span.start)
        titular = mention.span.end + 1 in beginnings  # "Ruiz lawyer Tom Moss" tells of Moss
        inside = first < len(starts) and names[first].span.end < mention.span.end
        if inside and not titular and annotated.document.text[names[first].span.end] != "-":  # "the Norra-based firm"
            found.setdefault(
                mention.span.end, Compound(mention, names[first], _telling(annotated, names[first], mention))
            )
    return sorted(found.values(), key=lambda compound: (compound.mention.span.start, compound.mention.span.end))


def _telling(annotated: AnnotatedDocument, name: Mention, mention: Mention) -> Words:
    """Return the words from the name on; of a person's name, the last one."""
    words = name_words(name.span.text)
    behind = name_words(annotated.document.text[name.span.end : mention.span.end].lstrip("'’s"))
    return (*(words[-1:] if name.kind == "person" else words), *behind)


def _parties(coded: CodedDocument) -> Iterator[Span]:
    """Yield the words that the extractor took for speakers and for holders of a stance."""
    for quote in coded.quotes:
        if quote.speaker and quote.speaker.span:
            yield quote.speaker.span
    for stance in coded.stances:
        for party in (stance.holder, stance.target):
            if party.span:
                yield party.span


def _nominal(span: Span) -> Mention | None:
    kind = _kind(span.text)
    return Mention(span, kind, "nominal") if kind and "," not in span.text else None


def _kind(text: str) -> MentionKind | None:
    words = text.split()
    return described_kinds().get(words[-1]) if len(words) > 1 else None


def _following(annotated: AnnotatedDocument, name: Mention) -> Iterable[Mention]:
    """Return the name with the noun for somebody behind it, if there is one, and with the small words before it."""
    document, at, end = annotated.document, name.span.end, 0
    kind: MentionKind = "person"
    for place in range(_MOST_BETWEEN + 1):
        match = _FOLLOWING.match(document.text, at)
        word = match["word"] if match else ""
        if not match or (match["own"] and place) or _closes(word):
            break
        at = match.end()
        if word.casefold() in described_kinds():
            end, kind = at, described_kinds()[word.casefold()]
        elif end:
            break
    if not end:
        return ()
    span = document.span(_opening(document.text, shown(document, name).start), end)
    return (Mention(span, kind, "nominal"),)


def _opening(text: str, start: int) -> int:
    """Return where the small words before a description begin: "a senior" before "US official"."""
    first = max(0, start - _LONGEST_BEFORE)
    *words, last = text[first:start].split(" ")
    for word in reversed(words[1 if first else 0 :] if not last else ()):
        low = word.casefold()
        if low not in _ARTICLES and low not in read_terms("gazetteer/role_modifiers.txt"):
            break
        start -= len(word) + 1
        if low in _ARTICLES:
            break
    return start


def _closes(word: str) -> bool:
    return word.casefold() in read_terms("lexicons/en/grammar_words.txt") or is_verb(word.casefold())


_ARTICLES = frozenset({"a", "an", "the", "one", "another"})
