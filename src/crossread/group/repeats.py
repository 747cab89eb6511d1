"""Which articles of a stream repeat which, verified word by word on their profiles."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

import numpy as np

from crossread.group.fingerprints import runs
from crossread.group.hashed import Unpacked
from crossread.group.live import Article
from crossread.group.passages import Shingles, shingles
from crossread.group.rarity import Hashes
from crossread.group.shared_words import reach
from crossread.group.verdict import verdict
from crossread.records import Repeat

Found = list[tuple[int, Repeat]]
"""Numbers of the articles that one repeats, each with how."""


def find_repeats(
    articles: Iterable[Article],
    proposals: Mapping[int, Sequence[int]],
    known: Mapping[int, Article],
    same_matter: Callable[[Article, Article], bool],
) -> Iterator[tuple[Article, Found]]:
    """Yield each article that repeats others, with these; one whole copy at most, and passages lifted besides.

    Args:
        articles: those of the day.
        proposals: numbers of earlier articles, for each by its number.
        known: the articles that may be proposed, by number.
        same_matter: whether two articles tell the same besides the words they share: notices and forms stand in many.
    """
    firsts = _Firsts(known)
    for article in articles:
        found = []
        for first in _near(article, proposals.get(article.number, ()), known, firsts):
            repeat = _repeat(article, first, firsts)
            if repeat:
                found.append((first.number, repeat))
        found.sort(key=lambda one: (-one[1].share, one[0]))
        kept = [(number, repeat) for number, repeat in _best(found) if same_matter(known[number], article)]
        if kept:
            yield article, kept


class _Firsts:
    """What is looked up of the articles that others may repeat, each made once."""

    def __init__(self, known: Mapping[int, Article]) -> None:
        self.words: Callable[[int], Unpacked] = cache(lambda number: known[number].wording.unpacked())
        self.shingles: Callable[[int], Shingles] = cache(lambda number: shingles(self.words(number).words))
        self.runs: Callable[[int], Hashes] = cache(lambda number: np.sort(runs(known[number].wording.array)))


def _near(
    article: Article, proposed: Sequence[int], known: Mapping[int, Article], firsts: _Firsts
) -> Iterator[Article]:
    """Yield the articles proposed of which enough words may be repeated to be worth comparing word by word."""
    own = runs(article.wording.array) if proposed else None
    for first in (known[number] for number in proposed if number in known):
        same_outlet = article.wording.outlet == first.wording.outlet
        words = len(article.wording.hashes) // 4
        if own is not None and reach(own, firsts.runs(first.number)).may_repeat(words, same_outlet):
            yield first


def _repeat(later: Article, first: Article, firsts: _Firsts) -> Repeat | None:
    same_outlet = later.wording.outlet == first.wording.outlet
    words = later.wording.unpacked()
    found = verdict(words, firsts.words(first.number), firsts.shingles(first.number), same_outlet)
    if found is None:
        return None
    passages = tuple((p.left, p.left_end, p.right, p.right_end) for p in found.passages)
    return Repeat(later.id, first.id, found.share, found.kind, passages)


def _best(found: Found) -> Iterator[tuple[int, Repeat]]:
    for number, repeat in found:
        yield number, repeat
        if repeat.kind != "lifted":
            return
