"""Copies planted among articles: words left out or exchanged at random, another title, another outlet."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from crossread.learn.stories.gold import GoldArticle

LEAST_WORDS = 25  # of an article that is copied: of a shorter one little is left to tell a copy by
_LEFT_OUT = 1 / 3  # of the words that are touched; the others are exchanged


def plant(articles: Sequence[GoldArticle], least: float, most: float, seed: int) -> list[GoldArticle]:
    """Return a copy of each article that is long enough; between `least` and `most` of its words are kept."""
    random = Random(seed)  # noqa: S311 - no secret, and the same each time
    words = sorted({word for article in articles for word in article.document.text.split() if word.isalpha()})
    return [
        _copy(article, random.uniform(least, most), words, random)
        for article in articles
        if len(article.document.text.split()) >= LEAST_WORDS
    ]


def _copy(article: GoldArticle, kept: float, words: Sequence[str], random: Random) -> GoldArticle:
    pieces = article.document.text.split(" ")
    for place in random.sample(range(len(pieces)), round(len(pieces) * (1 - kept))):
        pieces[place] = "" if random.random() < _LEFT_OUT else random.choice(words)
    document = replace(
        article.document,
        source=f"{article.document.source}-copy",
        text=" ".join(piece for piece in pieces if piece),
        outlet=f"{article.document.outlet} too",
        title=" ".join(random.sample(words, 6)),
    )
    return GoldArticle(document, article.event, article.document.source)
