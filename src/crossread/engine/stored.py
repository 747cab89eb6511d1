"""Compares the stories of a store, each with what people have judged of it."""

from dataclasses import dataclass, replace

from crossread.engine.stories import LEAST_ARTICLES, compare_grouped
from crossread.errors import NothingToCompareError
from crossread.group import copy_of
from crossread.pipeline import Pipeline
from crossread.records import CodedDocument, Comparison, Copy, Judgement
from crossread.store import Store


@dataclass(frozen=True, slots=True)
class StoredStory:
    """All that the comparison of a story of a store is made from."""

    id: str
    label: str
    documents: tuple[CodedDocument, ...]
    judgements: tuple[Judgement, ...]


def stored_story(store: Store, story: str, judgements: tuple[Judgement, ...] | None = None) -> StoredStory:
    """Return a story; `judgements` are all of the store's, where they are at hand already.

    Raises UnknownIdError if there is no such story.
    """
    documents = store.coded(store.story_documents(story))
    judged = tuple(store.judgements()) if judgements is None else judgements
    return StoredStory(story, store.grouped(story).label, documents, judged)


def compare_accounts(story: StoredStory, pipeline: Pipeline) -> Comparison:
    """Compare the accounts of a story; it is called as in the store.

    Raises ResourceError if a model that a stage needs is missing.
    """
    grouped = pipeline.group.group(story.documents)
    return compare_grouped(replace(grouped, id=story.id, label=story.label), pipeline.judged(story.judgements))


def compare_stored(store: Store, story: str, pipeline: Pipeline) -> Comparison:
    """Return the comparison of a story: what is kept where that is up to date, else made now, and kept.

    Raises UnknownIdError if there is no such story, NothingToCompareError if it has one article only.
    """
    kept = store.comparison(story) if store.up_to_date(story, pipeline.made_by) else None
    if kept is not None:
        return kept
    if len(store.story_documents(story)) < LEAST_ARTICLES:
        raise NothingToCompareError(f"the story {story} has one article only: there is nothing to compare it with")
    made = compare_accounts(stored_story(store, story), pipeline)
    store.save_comparison(story, made, pipeline.made_by)
    return made


def copies_of(store: Store, story: str) -> tuple[Copy, ...]:
    """Return what a story's articles repeat, by article: the share, and each passage in the words of both.

    Raises UnknownIdError if there is no such story.
    """
    repeats = store.grouped(story).repeats
    names = sorted({name for repeat in repeats for name in (repeat.doc, repeat.of)})
    coded = dict(zip(names, store.coded(names), strict=True))
    return tuple(copy_of(repeat, coded[repeat.doc], coded[repeat.of]) for repeat in repeats)
