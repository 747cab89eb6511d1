"""The sample story, its key, and where in its articles a span of a comparison points."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

STORY = Path(__file__).parents[3] / "examples" / "vessin"
ARTICLES = STORY / "articles.jsonl"
KEY = STORY / "key.json"

Place = tuple[str, int]
"""An outlet and the number of a sentence in its article, counted from 0."""

WIDEST = 3  # sentences; evidence that spans more points at nothing


def load_articles() -> dict[str, dict[str, Any]]:
    """Return the articles by outlet."""
    lines = ARTICLES.read_text("utf-8").splitlines()
    return {article["outlet"]: article for article in map(json.loads, lines)}


def load_key() -> dict[str, Any]:
    """Return the key."""
    key: dict[str, Any] = json.loads(KEY.read_text("utf-8"))
    return key


@dataclass(frozen=True)
class Places:
    """Translates spans of one comparison, as JSON, into places."""

    sentences: dict[str, list[list[int]]]
    outlet_of: dict[str, str]

    @classmethod
    def of(cls, comparison: dict[str, Any], articles: dict[str, dict[str, Any]]) -> "Places":
        """Return the places of a comparison of these articles."""
        sentences = {outlet: article["sentences"] for outlet, article in articles.items()}
        return cls(sentences, {document["id"]: document["outlet"] for document in comparison["documents"]})

    def of_span(self, span: dict[str, Any]) -> set[Place]:
        """Return the places that share half of the sentence or of the span; none if they are too many."""
        outlet, start, end = self.outlet_of[span["doc"]], span["start"], span["end"]
        touched = {
            (outlet, number)
            for number, (first, last) in enumerate(self.sentences[outlet])
            if 2 * (min(last, end) - max(first, start)) >= min(last - first, end - start)
        }
        return touched if len(touched) <= WIDEST else set()

    def of_spans(self, spans: Iterable[dict[str, Any]]) -> set[Place]:
        """Return the places of all the spans."""
        return set().union(*map(self.of_span, spans))


def places_in_key(evidence: dict[str, list[int]]) -> set[Place]:
    """Return the places that the key names as `{outlet: [sentence numbers]}`."""
    return {(outlet, number) for outlet, numbers in evidence.items() for number in numbers}


def links(places: set[Place]) -> set[frozenset[Place]]:
    """Return the pairs of places of different outlets."""
    return {frozenset(pair) for pair in combinations(sorted(places), 2) if pair[0][0] != pair[1][0]}


def by_outlet(places: set[Place]) -> dict[str, set[int]]:
    """Return the sentence numbers by outlet."""
    found: dict[str, set[int]] = defaultdict(set)
    for outlet, number in places:
        found[outlet].add(number)
    return found
