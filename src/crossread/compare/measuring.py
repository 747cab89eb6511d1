"""A story's sentences, the pairs of them that are worth comparing, and what each pair has in common."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from crossread.compare.encoder import Encoded, Head, SentenceEncoder
from crossread.compare.features import Features, Matrix, Pair
from crossread.compare.passages import Passage, Passages
from crossread.compare.telling import Told
from crossread.linking import nearest, rarity, weigh
from crossread.records import ResolvedStory, Statement

BY_WORDS: Final = 20  # sentences of other documents that each chooses for the words that they share
BY_SENSE: Final = 12  # and for their vectors
MOST_SEARCHED: Final = 1000  # sentences of one document, each 3 ms to encode: 20,000 words, beyond any article
MOST_BY_SENSE: Final = 3000  # sentences; a larger story is searched by shared words alone, which grows more slowly


@dataclass(frozen=True, slots=True)
class Measured:
    """The passages that were searched, by document, then in text order, with their statements and vectors.

    Each states something; of a document beyond all measure only those that share most with others are searched.
    `pairs`: indices of passages of different documents; `rows`: a row of figures for each pair.
    """

    passages: tuple[Passage, ...]
    statements: tuple[tuple[Statement, ...], ...]
    encoded: tuple[Encoded, ...]
    pairs: tuple[Pair, ...]
    rows: Matrix

    @property
    def homes(self) -> dict[int, str]:
        """The document of each passage."""
        return {number: passage.doc for number, passage in enumerate(self.passages)}

    @property
    def keys(self) -> list[frozenset[str]]:
        """The stems of each passage's telling words."""
        return [passage.keys for passage in self.passages]

    def told(self) -> list[Told]:
        """Return each passage with the pieces that its statements stand on."""
        return [
            Told(passage, encoded, statements)
            for passage, encoded, statements in zip(self.passages, self.encoded, self.statements, strict=True)
        ]


def measure(encoder: SentenceEncoder, head: Head, resolved: ResolvedStory, sentences: Passages) -> Measured:
    """Measure what the story's sentences have in common.

    Args:
        encoder: makes vectors of the sentences.
        head: says what the vectors' likeness is worth.
        resolved: the story.
        sentences: its passages.
    """
    passages, statements = _searched(*_telling(resolved, sentences))
    encoded = _encode(encoder, passages)
    features = Features(passages, encoded, head)
    words = [reading.words for reading in features.readings]
    pairs = tuple(sorted(_by_words(passages, words) | _by_sense(passages, encoded)))
    return Measured(passages, statements, encoded, pairs, features.measure(pairs))


def _telling(
    resolved: ResolvedStory, passages: Passages
) -> tuple[tuple[Passage, ...], tuple[tuple[Statement, ...], ...]]:
    found: defaultdict[tuple[int, int], list[Statement]] = defaultdict(list)
    for coded in resolved.story.documents:
        for statement in coded.statements:
            passage = passages.at(statement.evidence[0])
            if passage is not None:
                found[passage.place].append(statement)
    telling = tuple(passage for passage in passages.all() if passage.place in found)
    return telling, tuple(tuple(found[passage.place]) for passage in telling)


def _searched(
    passages: tuple[Passage, ...], statements: tuple[tuple[Statement, ...], ...]
) -> tuple[tuple[Passage, ...], tuple[tuple[Statement, ...], ...]]:
    """Keep, of a document too long to be encoded, the sentences that share the most with one of another document.

    Their shared words are weighed by their rarity; of equal ones the first are kept.
    """
    lengths = Counter(passage.doc for passage in passages)
    if all(length <= MOST_SEARCHED for length in lengths.values()):
        return passages, statements
    keys = [passage.keys for passage in passages]
    weights = rarity(keys)
    best = [0.0] * len(passages)
    for a, b in _by_words(passages, keys):
        shared = weigh(keys[a] & keys[b], weights)
        best[a], best[b] = max(best[a], shared), max(best[b], shared)
    kept: list[int] = []
    for doc in lengths:
        own = [number for number, passage in enumerate(passages) if passage.doc == doc]
        kept += sorted(sorted(own, key=lambda number: (-best[number], number))[:MOST_SEARCHED])
    return tuple(passages[number] for number in kept), tuple(statements[number] for number in kept)


def _encode(encoder: SentenceEncoder, passages: Sequence[Passage]) -> tuple[Encoded, ...]:
    """Encode each document by itself, so that nothing depends on what it is compared with."""
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for passage in passages:
        texts[passage.doc].append(passage.span.text)
    return tuple(encoded for sentences in texts.values() for encoded in encoder.encode(sentences))


def _by_words(passages: Sequence[Passage], words: Sequence[frozenset[str]]) -> set[Pair]:
    names = [f"{number:09d}" for number in range(len(passages))]
    keys = dict(zip(names, words, strict=True))
    homes = {name: passage.doc for name, passage in zip(names, passages, strict=True)}
    return {(int(a), int(b)) for a, b in nearest(keys, homes, rarity(keys.values()), BY_WORDS)}


def _by_sense(passages: Sequence[Passage], encoded: Sequence[Encoded]) -> set[Pair]:
    """Let each passage choose those of other documents whose vectors are nearest to its own."""
    if not passages or len(passages) > MOST_BY_SENSE:
        return set()
    means = np.stack([sentence.mean for sentence in encoded])
    homes = np.unique([passage.doc for passage in passages], return_inverse=True)[1]
    chosen: set[Pair] = set()
    for number, mean in enumerate(means):
        likeness = np.where(homes == homes[number], -np.inf, means @ mean)
        for other in np.argsort(-likeness, kind="stable")[:BY_SENSE]:
            if likeness[other] > -np.inf:
                chosen.add((min(number, int(other)), max(number, int(other))))
    return chosen
