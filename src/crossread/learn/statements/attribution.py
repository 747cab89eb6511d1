"""Task `attribution`: which words are said or thought (contents), by whom (sources), by which words it is told (cues).

Gold: PolNeAR as JSON Lines. Counted in words: a word is right if the gold, too, has it in such a role.
"""

from collections.abc import Iterable, Mapping

from crossread.learn.statements.attribution_train import train
from crossread.learn.statements.figures import Count
from crossread.learn.statements.polnear import GoldArticle, Range, read_polnear
from crossread.learn.statements.tasks import Given
from crossread.learn.statements.words import TextWords
from crossread.records import Quote, Span

__all__ = ["evaluate", "score", "train"]

ROLES = ("content", "source", "cue")


def evaluate(given: Given) -> Mapping[str, object]:
    """Return precision, recall and F1 of words, for contents, sources and cues."""
    totals = dict.fromkeys(ROLES, Count())
    for article in read_polnear(given.gold):
        coded = given.pipeline.extract.extract(given.pipeline.annotate.annotate(article.document))
        for role, count in score(article, coded.quotes).items():
            totals[role] += count
    return {role: total.shown() for role, total in totals.items()}


def score(article: GoldArticle, quotes: Iterable[Quote]) -> dict[str, Count]:
    """Count the words of each role in one article."""
    words = TextWords(article.document.text)
    said = [quote for quote in quotes if quote.kind != "scare"]
    found: dict[str, list[Range]] = {
        "content": [_range(quote.span) for quote in said],
        "source": [_range(span) for quote in said for span in quote.source_spans],
        "cue": [_range(span) for quote in said for span in quote.cue_spans],
    }
    gold: dict[str, list[Range]] = {
        "content": [part for attribution in article.attributions for part in attribution.content],
        "source": [part for attribution in article.attributions for part in attribution.source],
        "cue": [part for attribution in article.attributions for part in attribution.cue],
    }
    contents = words.within(found["content"])  # the gold is flat: no word of a content is a source or cue as well
    counts = {role: _count(words.within(gold[role]), words.within(found[role]) - contents) for role in ROLES[1:]}
    return {"content": _count(words.within(gold["content"]), contents)} | counts


def _range(span: Span) -> Range:
    return span.start, span.end


def _count(gold: frozenset[int], found: frozenset[int]) -> Count:
    right = len(gold & found)
    return Count(right, len(found), right, len(gold))
