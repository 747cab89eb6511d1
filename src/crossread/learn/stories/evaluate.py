"""Groups the articles of a gold file and scores what comes out."""

from collections.abc import Iterable, Sequence

from crossread.learn.stories.figures import b_cubed, count_copies
from crossread.learn.stories.gold import GoldArticle
from crossread.learn.stories.planted import plant
from crossread.pipeline import Pipeline
from crossread.records import Grouping, Profile


def evaluate_stories(articles: Sequence[GoldArticle], pipeline: Pipeline) -> dict[str, object]:
    """Return B-cubed figures of the articles thrown together, and how many stories there are and were found."""
    profiles = _profiles(articles, pipeline)
    home = _home(pipeline.sort.group(profiles))
    return {
        "articles": len(articles),
        "events": len({article.event for article in articles}),
        "stories": len(set(home.values())),
        "b_cubed": b_cubed([article.event for article in articles], [home[profile.doc] for profile in profiles]),
    }


def evaluate_copies(
    articles: Sequence[GoldArticle], pipeline: Pipeline, least: float, most: float, seed: int
) -> dict[str, object]:
    """Return the figures of copies: of those that the file tells, or else of copies planted among its articles.

    Copies that the articles are of each other, without any being told or planted, count neither for nor against.
    """
    told = any(article.copy_of for article in articles)
    planted = [] if told else plant(articles, least, most, seed)
    every = [*articles, *planted]
    profiles = _profiles(every, pipeline)
    ids = {article.document.source: profile.doc for article, profile in zip(every, profiles, strict=True)}
    gold = {
        ids[article.document.source]: ids[article.copy_of]
        for article in every
        if article.copy_of is not None and article.copy_of in ids
    }
    found = _copies(pipeline.sort.group(profiles))
    natural = {} if told else _copies(pipeline.sort.group(profiles[: len(articles)]))
    return {"articles": len(articles), "copies": len(gold), **count_copies({**natural, **gold}, found)}


def _profiles(articles: Iterable[GoldArticle], pipeline: Pipeline) -> list[Profile]:
    return [
        pipeline.sort.profile(pipeline.extract.extract(pipeline.annotate.annotate(article.document)))
        for article in articles
    ]


def _home(grouping: Grouping) -> dict[str, str]:
    return {document: story.id for story in grouping.stories for document in story.documents}


def _copies(grouping: Grouping) -> dict[str, str]:
    return {copy: of for story in grouping.stories for copy, of in story.copy_of.items()}
