"""What the finders look at: the sentences of a story, and which of them tell the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crossread.compare.alignment import Alignment, Link
from crossread.compare.encoder import Encoded
from crossread.compare.parties import Parties
from crossread.compare.passages import Passage, Passages
from crossread.records import Label, ResolvedStory, Statement


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences of different documents; `a` stands in the document given earlier.

    `confidence`, in [0, 1]: that they tell a common fact. `accepted`: the alignment says so.
    """

    a: Passage
    b: Passage
    confidence: float
    accepted: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """All that a finder may ask. `pairs` are in text order; `encoded`: the vectors of the sentences, by their place."""

    resolved: ResolvedStory
    passages: Passages
    parties: Parties
    labels: tuple[Label, ...]
    pairs: tuple[Pair, ...]
    encoded: Mapping[tuple[int, int], Encoded]


def pair_up(alignment: Alignment, passages: Passages) -> tuple[Pair, ...]:
    """Return the pairs of sentences that the alignment's links join, each once, with the best link's confidence."""
    best: dict[tuple[tuple[int, int], tuple[int, int]], Pair] = {}
    for links, accepted in ((alignment.links, True), (alignment.near, False)):
        for link in links:
            for pair in _pairs(link, passages, accepted):
                key = pair.a.place, pair.b.place
                if key not in best or (pair.accepted, pair.confidence) > (best[key].accepted, best[key].confidence):
                    best[key] = pair
    return tuple(pair for _, pair in sorted(best.items()))


def _pairs(link: Link, passages: Passages, accepted: bool) -> Iterable[Pair]:
    for a in _sentences(link.a, passages):
        for b in _sentences(link.b, passages):
            first, second = (a, b) if a.place < b.place else (b, a)
            yield Pair(first, second, link.confidence, accepted)


def _sentences(statement: Statement, passages: Passages) -> list[Passage]:
    found = (passages.at(span) for span in statement.evidence[:1])
    return [passage for passage in found if passage is not None and not passage.endless]
