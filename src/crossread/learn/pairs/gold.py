"""Keys of stories: which sentences of which outlets tell the same fact."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from crossread.errors import ReadError
from crossread.records import Document, Span

Place = tuple[str, int]
"""An outlet and the number of one of its sentences."""

LinkOfPlaces = tuple[Place, Place]
"""Two places of different outlets, sorted."""

LEAST_PART = 3  # a span touches a sentence that it overlaps by a third of the shorter of the two
MOST_TOUCHED = 3  # sentences; a longer span points at nothing


@dataclass(frozen=True, slots=True)
class Proposition:
    """One fact in a reader's own words, and the places of the sentences that state it.

    `words`: empty where they were too near to those of the articles to be kept.
    """

    words: str
    places: frozenset[Place]

    @property
    def shared(self) -> bool:
        """Whether several outlets tell it."""
        return len({outlet for outlet, _ in self.places}) > 1


@dataclass(frozen=True, slots=True)
class GoldStory:
    """The articles of one story, the character ranges of each outlet's sentences, and what its reader found told.

    `further`: what each of any further readers found told.
    """

    id: str
    documents: tuple[Document, ...]
    sentences: Mapping[str, tuple[tuple[int, int], ...]]
    propositions: tuple[Proposition, ...]
    further: tuple[tuple[Proposition, ...], ...] = ()

    @property
    def facts(self) -> tuple[frozenset[Place], ...]:
        """The places of what several outlets tell."""
        return tuple(proposition.places for proposition in self.propositions if proposition.shared)

    @property
    def alone(self) -> tuple[frozenset[Place], ...]:
        """The places of what one outlet tells alone."""
        return tuple(proposition.places for proposition in self.propositions if not proposition.shared)

    @property
    def links(self) -> frozenset[LinkOfPlaces]:
        """All links of all facts."""
        return links_among(self.propositions)

    def touched(self, outlet: str, span: Span) -> frozenset[Place]:
        """Return the sentences that a span stands on; none if it runs over too many."""
        found = [
            number
            for number, (start, end) in enumerate(self.sentences[outlet])
            if (common := min(end, span.end) - max(start, span.start)) > 0
            and common * LEAST_PART >= min(end - start, span.end - span.start)
        ]
        return frozenset((outlet, number) for number in found) if len(found) <= MOST_TOUCHED else frozenset()


def links_of(places: Iterable[Place]) -> frozenset[LinkOfPlaces]:
    """Return the pairs of places of different outlets."""
    return frozenset((a, b) for a, b in combinations(sorted(places), 2) if a[0] != b[0])


def links_among(propositions: Iterable[Proposition]) -> frozenset[LinkOfPlaces]:
    """Return the links of all propositions."""
    return frozenset(link for proposition in propositions for link in links_of(proposition.places))


def read_gold(keys: Path, stories: Path) -> tuple[GoldStory, ...]:
    """Read every key of a folder, with the articles that a JSON Lines file holds for it, sorted by story.

    Raises ReadError if there is no key, or a key without articles.
    """
    articles = _articles(stories)
    found = tuple(_story(path, articles.get(path.stem, {})) for path in sorted(keys.glob("*.json")))
    if not found:
        raise ReadError(f"{keys} holds no keys (*.json)")
    return found


def _articles(stories: Path) -> Mapping[str, Mapping[str, Mapping[str, object]]]:
    found: defaultdict[str, dict[str, Mapping[str, object]]] = defaultdict(dict)
    for line in stories.read_text("utf-8").splitlines():
        if line.strip():
            article = json.loads(line)
            found[article["story"]][article["outlet"]] = article
    return found


def _story(path: Path, articles: Mapping[str, Mapping[str, object]]) -> GoldStory:
    if not articles:
        raise ReadError(f"no articles for the key {path.name}")
    key = json.loads(path.read_text("utf-8"))
    return GoldStory(
        id=path.stem,
        documents=tuple(_document(article) for _, article in sorted(articles.items())),
        sentences={outlet: tuple(_ranges(article)) for outlet, article in articles.items()},
        propositions=(
            *(Proposition(fact["say"], _places(fact["evidence"])) for fact in key["facts"]),
            *(Proposition(only["say"], _places({only["doc"]: only["sentences"]})) for only in key["only"]),
        ),
    )


def _document(article: Mapping[str, object]) -> Document:
    title, published = article.get("title"), article.get("published")
    return Document(
        source=str(article["id"]),
        text=str(article["text"]),
        outlet=str(article["outlet"]),
        title=str(title) if title else None,
        published=str(published) if published else None,
    )


def _ranges(article: Mapping[str, object]) -> Iterator[tuple[int, int]]:
    sentences = article["sentences"]
    if isinstance(sentences, list):
        yield from ((int(start), int(end)) for start, end in sentences)


def _places(evidence: Mapping[str, Iterable[int]]) -> frozenset[Place]:
    return frozenset((outlet, number) for outlet, numbers in evidence.items() for number in numbers)
