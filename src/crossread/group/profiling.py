"""An article's profile: what grouping needs of it."""

import re
from collections import Counter
from collections.abc import Iterator
from zlib import crc32

import numpy as np

from crossread.group.label import lead_line
from crossread.group.wording import wording
from crossread.linking import fold, stem
from crossread.records import CodedDocument, Mention, Profile
from crossread.resources import read_terms

LEAD_CHARACTERS = 600  # the title and about three sentences say what the event is
MOST_WORDS = 20_000  # of wording that are kept: a longer text is a book, and its beginning tells which
MOST_KEYS = 400  # of a kind; a news article has fewer
MOST_NAMES = 12  # actors that are shown
_SHORTEST_WORD = 3
_WORD = re.compile(r"\w+(?:'\w+)?")
_DAY = len("2019-01-24")
_ACTORS = ("person", "org", "gpe", "group")
_PLACES = ("gpe", "place")


def profile(source: CodedDocument, seen: str | None = None) -> Profile:
    """Return the profile of an article; `seen` (ISO 8601) is when it was first met, if that is known."""
    document = source.annotated.document
    words = wording(source)
    hashes = np.array([crc32(word.encode("utf-8", "surrogatepass")) for word in words.words[:MOST_WORDS]], dtype="<u4")
    named = [mention for mention in source.annotated.mentions if mention.form == "name"]
    return Profile(
        doc=document.id,
        outlet=document.outlet,
        title=document.title,
        published=document.published,
        seen=seen,
        lead=lead_line(source),
        keys=dict(_keys(source, named)),
        names=dict(_most(Counter(m.span.text for m in named if m.kind in _ACTORS), MOST_NAMES)),
        wording=hashes.tobytes(),
        quoted=np.packbits(np.array(words.quoted[:MOST_WORDS], dtype=bool)).tobytes(),
    )


def _keys(source: CodedDocument, named: list[Mention]) -> Iterator[tuple[str, int]]:
    document = source.annotated.document
    lead = f"{document.title or ''} {document.text[:LEAD_CHARACTERS]}"
    kinds = {
        "n": Counter(_name(mention) for mention in named if mention.kind not in _PLACES),
        "p": Counter(fold(mention.span.text) for mention in named if mention.kind in _PLACES),
        "d": Counter(time.value for time in source.annotated.times if time.value and len(time.value) == _DAY),
        "a": Counter(event.type for event in source.events),
        "w": stems(f"{document.title or ''}\n{document.text}"),
        "l": stems(lead),
    }
    for kind, counts in kinds.items():
        for key, count in _most(counts, MOST_KEYS):
            if key:
                yield f"{kind}:{key}", count


def _name(mention: Mention) -> str:
    """Return the words under which a name is met again: of a person the last, since articles go on with it."""
    words = fold(mention.span.text).removesuffix("'s").split()
    return words[-1] if words and mention.kind == "person" else " ".join(words)


def stems(text: str) -> Counter[str]:
    """Return how often a text has each stem of a word that is no grammar word."""
    grammar = read_terms("lexicons/en/grammar_words.txt")
    found: Counter[str] = Counter()
    for word, count in Counter(_WORD.findall(fold(text))).items():
        if len(word) >= _SHORTEST_WORD and word not in grammar:
            found[stem(word)] += count
    return found


def _most(counts: Counter[str], most: int) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))[:most]
