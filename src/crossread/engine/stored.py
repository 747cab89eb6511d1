"""Compares one story of a store, where that was not done yet."""

from dataclasses import replace

from crossread.engine.stories import LEAST_ARTICLES, compare_grouped
from crossread.errors import NothingToCompareError
from crossread.pipeline import Pipeline
from crossread.records import Comparison
from crossread.store import Store


def compare_stored(store: Store, story: str, pipeline: Pipeline) -> Comparison:
    """Return the comparison of a story: what is kept where that is up to date, else made now, and kept.

    Raises UnknownIdError if there is no such story, NothingToCompareError if it has one article only.
    """
    kept = store.comparison(story) if store.up_to_date(story, pipeline.name) else None
    if kept is not None:
        return kept
    documents = store.story_documents(story)
    if len(documents) < LEAST_ARTICLES:
        raise NothingToCompareError(f"the story {story} has one article only: there is nothing to compare it with")
    grouped = pipeline.group.group(store.coded(documents))
    made = compare_grouped(replace(grouped, id=story, label=store.grouped(story).label), pipeline)
    store.save_comparison(story, made, pipeline.name)
    return made
