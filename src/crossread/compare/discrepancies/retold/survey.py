"""Every pair of sentences that may tell one fact otherwise, with the figures of their words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from crossread.compare.discrepancies.retold.beside import Account, Standing, word_rows
from crossread.compare.discrepancies.retold.sentence import Matrix, Sentence, sentence_of, spoken
from crossread.compare.discrepancies.scene import Pair, Scene
from crossread.compare.encoder import Encoded
from crossread.compare.passages import Passage

LEAST: Final = 0.3  # of the alignment: below it, less than a twentieth of the pairs are listed by anybody
MOST_PARTNERS: Final = 4  # of a sentence, the best
MOST_PAIRS: Final = 2000  # of a story, the best: fifty articles have fewer; it bounds the work for many more
_FEWEST_QUOTED: Final = 5  # words
# without these "state-funded" and "state funded", "workforce" and "work force" are the same words
_NO_LETTER: Final = re.compile(r"\W+")

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Side:
    """One sentence of a pair: a row of `WORD_COLUMNS` for each of its words, and how it stands among its rivals."""

    sentence: Sentence
    rows: Matrix
    standing: Standing


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A pair of sentences, measured."""

    pair: Pair
    a: Side
    b: Side


def survey(scene: Scene) -> list[Surveyed]:
    """Return the pairs worth judging, in text order."""
    chosen = _chosen([p for p in scene.pairs if _may_be(p, scene.encoded)])
    sentences = _Sentences(scene)
    standings = _standings(chosen)
    found = []
    for pair in chosen:
        a, b = sentences.of(pair.a), sentences.of(pair.b)
        of_a, of_b = _standing(standings, pair, pair.a, pair.b), _standing(standings, pair, pair.b, pair.a)
        rows_a = word_rows(a, b, sentences.account(pair.b), of_a, pair)
        rows_b = word_rows(b, a, sentences.account(pair.a), of_b, pair)
        found.append(Surveyed(pair, Side(a, rows_a, of_a), Side(b, rows_b, of_b)))
    return found


def _may_be(pair: Pair, encoded: Mapping[Place, Encoded]) -> bool:
    """Tell whether both sentences were encoded, may tell the same, and do not do so in the same words."""
    known = all(side.words and side.place in encoded for side in (pair.a, pair.b))
    likely = known and (pair.accepted or pair.confidence >= LEAST)
    return likely and _differ(pair.a, pair.b) and not _quote_alike(pair.a, pair.b)


def _differ(a: Passage, b: Passage) -> bool:
    """Tell whether one has a telling word that the other lacks, other than for who says so and for saying it."""
    return bool((_telling((a,)) ^ _telling((b,))) - _attributing(a) - _attributing(b))


def _quote_alike(a: Passage, b: Passage) -> bool:
    """Tell whether both give the same words of somebody, and either says little besides."""
    quoted = [[word for word in p.words if spoken(p, word)] for p in (a, b)]
    letters = [_NO_LETTER.sub("", "".join(word.text for word in words)).casefold() for words in quoted]
    if letters[0] != letters[1] or len(quoted[0]) < _FEWEST_QUOTED:
        return False
    telling = sum(not word.grammar for word in quoted[0])
    return all(_besides(passage) < telling for passage in (a, b))


def _besides(passage: Passage) -> int:
    """Return how many telling words stand outside quotations, those for who speaks left out."""
    attributing = _attributing(passage)
    return sum(not w.grammar and not spoken(passage, w) and w.key not in attributing for w in passage.words)


def _attributing(passage: Passage) -> frozenset[str]:
    """Return the stems of the words for speakers, and for their saying so."""
    given = [quote for quote in passage.quotes if quote.speaker is not None]
    spans = [span for quote in given for span in (*quote.cue_spans, *quote.source_spans)]
    spans += [quote.speaker.span for quote in given if quote.speaker and quote.speaker.span]
    within = (word for word in passage.words if any(s.start <= word.start < s.end for s in spans))
    return frozenset(word.key for word in within)


def _chosen(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs that are among the best of either sentence, and of those the best, in text order."""
    of: defaultdict[Place, list[int]] = defaultdict(list)
    best = sorted(range(len(pairs)), key=lambda n: (-pairs[n].confidence, n))
    kept: set[int] = set()
    for n in best:
        for place in (pairs[n].a.place, pairs[n].b.place):
            if len(of[place]) < MOST_PARTNERS:
                kept.add(n)
            of[place].append(n)
    return [pairs[n] for n in sorted([n for n in best if n in kept][:MOST_PAIRS])]


_Standings = Mapping[tuple[Place, int], Sequence[float]]


def _standings(pairs: Iterable[Pair]) -> _Standings:
    """Return the confidences of each sentence's pairs with each other article."""
    known: defaultdict[tuple[Place, int], list[float]] = defaultdict(list)
    for pair in pairs:
        known[pair.a.place, pair.b.order].append(pair.confidence)
        known[pair.b.place, pair.a.order].append(pair.confidence)
    return known


def _standing(standings: _Standings, pair: Pair, mine: Passage, other: Passage) -> Standing:
    rivals = standings[mine.place, other.order]
    return Standing(len(rivals), pair.confidence / max(rivals) if max(rivals) > 0 else 1.0)


class _Sentences:
    """The sentences of a scene and the accounts that they stand in, each made once."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._made: dict[Place, Sentence] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._actors: dict[str, frozenset[str]] = {}

    def of(self, passage: Passage) -> Sentence:
        if passage.place not in self._made:
            self._made[passage.place] = sentence_of(passage, self._scene.encoded[passage.place])
        return self._made[passage.place]

    def account(self, passage: Passage) -> Account:
        doc, passages = passage.doc, self._scene.passages.of(passage.doc)
        if doc not in self._words:
            self._words[doc] = _telling(passages)
            self._actors[doc] = frozenset(m.entity for p in passages for m in p.mentions if m.entity is not None)
        beside = [passages[n] for n in (passage.sentence - 1, passage.sentence + 1) if 0 <= n < len(passages)]
        return Account(self._words[doc], _telling(beside), self._actors[doc])


def _telling(passages: Iterable[Passage]) -> frozenset[str]:
    return frozenset[str]().union(*(passage.keys for passage in passages))
