"""Gold keys: one JSON file a story, made by careful readers, and the articles that they are about.

A key names articles by outlet and places by the number of the sentence; the articles come as JSON Lines, with their
`sentences` as half-open ranges of characters.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossread.errors import ReadError
from crossread.records import Document, Span

Range = tuple[int, int]

KINDS = ("quotes", "stances", "times", "numbers")
"""What a key lists that is measured here."""

_LEAST_PART = 3  # a span stands on a sentence of which it overlaps a third of the shorter of the two
_MORE_WORDS = 4  # that a name may have beyond the gold's
_MARKS = re.compile(r"[“”\"‘’'`]")
_UNNAMED = frozenset(
    ["the", "a", "an", "of", "mr", "ms", "mrs", "sen", "rep", "gov", "president", "and", "for", "in", "to"]
)


@dataclass(frozen=True, slots=True)
class KeyedStory:
    """One story: its articles, the sentences of each outlet's, and what its key says (`key`, as its JSON is)."""

    documents: tuple[Document, ...]
    sentences: Mapping[str, Sequence[Range]]
    key: Mapping[str, Any]

    def outlet(self, span: Span) -> str:
        """Return who printed the words."""
        return next(document.outlet for document in self.documents if document.id == span.doc)

    def places(self, spans: Iterable[Span]) -> frozenset[tuple[str, int]]:
        """Return the sentences that the spans stand on, as (outlet, number)."""
        return frozenset(
            (outlet, number)
            for span in spans
            for outlet in (self.outlet(span),)
            for number, place in enumerate(self.sentences[outlet])
            if stands_on(span, place)
        )


def read_keys(keys: Path, articles: Path) -> list[KeyedStory]:
    """Read the keys of a folder, and the articles that they are about from a JSON Lines file.

    Raises ReadError if a key has no articles, or there is none.
    """
    paths = sorted(keys.glob("*.json"))
    if not paths:
        raise ReadError(f"{keys} holds no keys (*.json)")
    rows = _rows(articles)
    return [_story(path, rows.get(path.stem, ())) for path in paths]


def _rows(articles: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of a JSON Lines file by story."""
    rows: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    try:
        for line in articles.read_text("utf-8").splitlines():
            if line.strip():
                row = json.loads(line)
                rows[row["story"]].append(row)
    except OSError as error:
        raise ReadError(f"the articles of the keys cannot be read: {error}; name them with --stories") from error
    except (KeyError, TypeError, ValueError) as error:
        raise ReadError(f"{articles} holds no articles, one JSON object a line with its story: {error}") from error
    return dict(rows)


def _story(path: Path, rows: Sequence[Mapping[str, Any]]) -> KeyedStory:
    if not rows:
        raise ReadError(f"no articles for the key {path.name}: name them with --stories")
    try:
        documents = tuple(
            Document(row["id"], row["text"], row["outlet"], title=row.get("title"), published=row.get("published"))
            for row in rows
        )
        sentences = {row["outlet"]: [(start, end) for start, end in row["sentences"]] for row in rows}
    except (KeyError, TypeError, ValueError) as error:
        raise ReadError(f"an article of {path.name} lacks what a key is measured on: {error}") from error
    return KeyedStory(documents, sentences, _key(path, sentences.keys()))


def _key(path: Path, outlets: Collection[str]) -> dict[str, Any]:
    """Return what the key says.

    Raises ReadError if it is no key, or names an outlet that the story has not.
    """
    try:
        key = json.loads(path.read_text("utf-8"))
        told = {name: key.get(name, []) for name in KINDS}
        named = {one["doc"] for name in ("quotes", "times", "numbers") for one in told[name]}
        named |= {outlet for stance in told["stances"] for outlet in stance["docs"]}
    except (OSError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise ReadError(f"{path} is no key: {type(error).__name__}: {error}") from error
    if strange := named - set(outlets):
        raise ReadError(f"{path} is about outlets that its articles have not: {', '.join(sorted(strange))}")
    return {**told, **key}


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


def stands_on(span: Span, place: Range) -> bool:
    """Tell whether a span stands on a sentence: it overlaps a third of the shorter of the two."""
    common = min(place[1], span.end) - max(place[0], span.start)
    return common > 0 and common * _LEAST_PART >= min(place[1] - place[0], span.end - span.start)
