"""Who speaks, against names that the project has of articles of PolNeAR, and that taught nothing.

The trees that choose speakers have learned from PolNeAR's own attributions, of these articles as well.
"""

from collections.abc import Mapping

from crossread.learn.statements.keys import same_name
from crossread.learn.statements.speaker_table import Part, named_articles
from crossread.learn.statements.tasks import Given


def evaluate(given: Given) -> Mapping[str, object]:
    """Return how many quotations between marks have the right speaker; `given.gold` is PolNeAR's `train.jsonl`.

    `measure` counts the articles that are kept for this alone, `weigh` those on which two weights were chosen.
    """
    return {part: _part(given, part) for part in ("measure", "weigh")}


def _part(given: Given, part: Part) -> Mapping[str, object]:
    articles = gold = found = right = 0
    for article, speakers in named_articles(given.gold, part):
        coded = given.pipeline.extract.extract(given.pipeline.annotate.annotate(article.document))
        names = {quote.span.start: quote.speaker.name for quote in coded.quotes if quote.direct and quote.speaker}
        articles += 1
        gold += len(speakers)
        found += sum(start in names for start in speakers)
        right += sum(start in names and same_name(name, names[start]) for start, name in speakers.items())
    return {
        "articles": articles,
        "quotations": gold,
        "given_to_somebody": found,
        "right": round(right / max(1, gold), 3),
    }
