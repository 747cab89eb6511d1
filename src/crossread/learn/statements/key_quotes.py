"""Quotations against gold keys: every quotation of three words or more, with its speaker's name.

A quotation is met if one that was found between marks, on the same sentence, holds its first words; a speaker is right
if the words of one name are among the other's. The whole comparison runs, so that names are resolved as users see them.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossread.engine import compare_story
from crossread.errors import ReadError
from crossread.learn.statements.figures import Count
from crossread.learn.statements.tasks import Given
from crossread.records import Document, Quote, Span

_FEWEST_WORDS = 3  # shorter ones are not in the keys
_LEAST_PART = 3  # a span stands on a sentence of which it overlaps a third of the shorter of the two
_MORE_WORDS = 4  # that a name may have beyond the gold's
_MARKS = re.compile(r"[“”\"‘’'`]")
_UNNAMED = frozenset(
    ["the", "a", "an", "of", "mr", "ms", "mrs", "sen", "rep", "gov", "president", "and", "for", "in", "to"]
)


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """`words`: those it begins with; `place`: the characters of its sentence."""

    outlet: str
    place: tuple[int, int]
    words: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Story:
    """One story's articles and quotations."""

    documents: tuple[Document, ...]
    quotes: tuple[GoldQuote, ...]


def evaluate_keys(given: Given) -> Mapping[str, object]:
    """Return the figures of quotations, and `speakers`: the part of the gold's that were found with their speaker."""
    count, speakers = Count(), 0
    for story in read_keys(given.gold, given.stories):
        comparison = compare_story(story.documents, given.pipeline)
        outlets = {document.id: document.outlet for document in story.documents}
        got, named = score(story.quotes, comparison.quotes, outlets)
        count += got
        speakers += named
    return count.shown() | {"speakers": round(speakers / count.gold, 3) if count.gold else 0.0}


def read_keys(keys: Path, articles: Path) -> list[Story]:
    """Read the keys of a folder, and the articles that they are about from a JSON Lines file.

    Raises ReadError if a key has no articles, or there is none.
    """
    rows: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    try:
        for line in articles.read_text("utf-8").splitlines():
            if line.strip():
                row = json.loads(line)
                rows[row["story"]].append(row)
    except OSError as error:
        raise ReadError(f"the articles of the keys cannot be read: {error}; name them with --stories") from error
    found = [_story(path, rows[path.stem]) for path in sorted(keys.glob("*.json"))]
    if not found:
        raise ReadError(f"{keys} holds no keys (*.json)")
    return found


def score(gold: Sequence[GoldQuote], quotes: Sequence[Quote], outlets: Mapping[str, str]) -> tuple[Count, int]:
    """Return the counts of quotations, and of those with the right speaker; `outlets` by document id."""
    marked = [quote for quote in quotes if quote.direct]
    used: set[str] = set()
    named = 0
    for wanted in gold:
        met = next((q for q in marked if q.id not in used and _meets(q, wanted, outlets)), None)
        if met is not None:
            used.add(met.id)
            named += met.speaker is not None and same_name(wanted.speaker, met.speaker.name)
    long = sum(len(quote.span.text.split()) >= _FEWEST_WORDS for quote in marked)
    return Count(len(used), max(long, len(used)), len(used), len(gold)), named


def same_name(gold: str, found: str) -> bool:
    """Tell whether one name's words are among the other's, titles aside, or both have one surname and more."""
    wanted, got = ([w for w in re.findall(r"\w+", plain(name)) if w not in _UNNAMED] for name in (gold, found))
    if not wanted or not got or len(got) > len(wanted) + _MORE_WORDS:
        return False
    shared = set(wanted) & set(got)
    return shared in (set(wanted), set(got)) or (wanted[-1] == got[-1] and len(shared) > 1)


def plain(words: str) -> str:
    """Return the words in lower case, without accents and quotation marks, single spaces between them."""
    decomposed = unicodedata.normalize("NFKD", words)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
    return " ".join(_MARKS.sub("", bare).split())


def _meets(quote: Quote, wanted: GoldQuote, outlets: Mapping[str, str]) -> bool:
    same = outlets[quote.span.doc] == wanted.outlet and _stands_on(quote.span, wanted.place)
    return same and plain(wanted.words) in plain(quote.span.text)


def _stands_on(span: Span, place: tuple[int, int]) -> bool:
    common = min(place[1], span.end) - max(place[0], span.start)
    return common > 0 and common * _LEAST_PART >= min(place[1] - place[0], span.end - span.start)


def _story(path: Path, rows: Sequence[Mapping[str, Any]]) -> Story:
    if not rows:
        raise ReadError(f"no articles for the key {path.name}: name them with --stories")
    sentences = {row["outlet"]: row["sentences"] for row in rows}
    documents = tuple(
        Document(row["id"], row["text"], row["outlet"], title=row.get("title"), published=row.get("published"))
        for row in rows
    )
    quotes = tuple(
        GoldQuote(quote["doc"], tuple(sentences[quote["doc"]][quote["sentence"]]), quote["starts"], quote["speaker"])
        for quote in json.loads(path.read_text("utf-8"))["quotes"]
    )
    return Story(documents, quotes)
