"""Runs the stages over a store: what is new is read, grouped and compared, and nothing is done twice.

Each article's outcome is one transaction, and so is each day's grouping and each comparison: whenever the run is
killed, the next one goes on behind the last of them, and ends with the same store.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

from crossread.engine.coding import code_document, unforeseen
from crossread.engine.contract import Engine, Lost
from crossread.engine.regroup import Place, place_to_group, sorted_otherwise
from crossread.engine.steps import Meter, OnStep
from crossread.engine.stored import StoredStory, compare_accounts, stored_story
from crossread.errors import ResourceError
from crossread.pipeline import Pipeline
from crossread.records import CodedDocument, Comparison, Document, Failure, Grouping, Profile
from crossread.store import Store

Made = Callable[[], Pipeline]
"""Makes the pipeline: once here, and once in each worker."""


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What one run did: articles `read` and `grouped` (those of days that were grouped anew among them), stories.

    `failed`: how many articles and stories failed in it; the store keeps which, and why (`Store.failures`).
    """

    read: int
    grouped: int
    compared: int
    failed: int
    seconds: float


def run(
    store: Store,
    pipeline: Made,
    engine: Engine,
    *,
    limit: int | None = None,
    retry: bool = False,
    on_step: OnStep | None = None,
) -> RunSummary:
    """Read, group and compare what is new in a store; return what was done.

    Args:
        store: is read as it goes, so that memory does not grow with it.
        pipeline: makes the stages; picklable.
        engine: runs the articles and the stories. The store never depends on which.
        limit: read no more articles than that.
        retry: try again what failed before.
        on_step: is told each step.

    Raises ResourceError if a model that a stage needs is missing, EngineError if there are no workers, StoreError.
    """
    began = time.monotonic()
    stages = pipeline()
    regroup = sorted_otherwise(store, stages)
    number = store.begin_run(stages.made_by)
    read, unread = _read(store, pipeline, stages, engine, limit, retry, on_step)
    grouped = _group(store, stages, on_step, afresh=regroup)
    compared, uncompared = _compare(store, pipeline, stages, engine, retry, on_step)
    summary = RunSummary(read, grouped, compared, unread + uncompared, time.monotonic() - began)
    counts = {"read": read, "grouped": grouped, "compared": compared, "failed": summary.failed}
    store.end_run(number, counts)
    return summary


def _read(
    store: Store,
    pipeline: Made,
    stages: Pipeline,
    engine: Engine,
    limit: int | None,
    retry: bool,
    on_step: OnStep | None,
) -> tuple[int, int]:
    made_by = stages.read_by
    total = store.count_to_code(made_by, retry=retry)
    meter = Meter("read", total if limit is None else min(total, limit), on_step)
    if not total:
        return 0, 0
    new = islice(store.to_code(made_by, retry=retry), limit)
    failed = 0
    items = ((document, store.added(document.id)) for document in new)
    for (document, _), outcome in engine.map(partial(_reader, pipeline), items, ordered=False):
        if isinstance(outcome, Lost):
            store.save_failure(document.id, "annotate", outcome.message, made_by)
        elif isinstance(outcome, Failure):
            store.save_failure(document.id, outcome.stage, outcome.message, made_by)
        else:
            coded, profile = outcome
            store.save_coded(coded, made_by, profile)
        failed += isinstance(outcome, Lost | Failure)
        meter.advance(document.source)
    return meter.done - failed, failed


def _reader(pipeline: Made) -> Callable[[tuple[Document, str]], tuple[CodedDocument, Profile] | Failure]:
    return partial(_read_one, pipeline=pipeline())


def _read_one(item: tuple[Document, str], pipeline: Pipeline) -> tuple[CodedDocument, Profile] | Failure:
    document, seen = item
    coded = code_document(document, pipeline)
    if isinstance(coded, Failure):
        return coded
    try:
        return coded, pipeline.sort.profile(coded, seen)
    except Exception as error:  # noqa: BLE001 - one article's fault must not cost the others; it is recorded, in full
        return Failure(document.source, "group", unforeseen(error))


def _group(store: Store, stages: Pipeline, on_step: OnStep | None, *, afresh: bool) -> int:
    for coded in store.each_coded() if afresh else store.to_profile():  # what something else than a run has taken apart
        store.save_profile(stages.sort.profile(coded, store.added(coded.annotated.document.id)))
    judgements = tuple(store.judgements())
    place = Place(None) if afresh else place_to_group(store, judgements)
    meter = Meter("group", store.count_ungrouped(), on_step)
    if place is None:
        return 0
    profiles = store.profiles(place.window.since if place.window else None)
    afresh = place.window is None
    for grouping in _settled(stages.sort.stream(profiles, place.window, judgements)):
        store.save_grouping(grouping, afresh=afresh)
        afresh = False
        meter.advance(grouping.window.until if grouping.window else "", sum(len(s.documents) for s in grouping.stories))
    return meter.done


def _settled(groupings: Iterator[Grouping]) -> Iterator[Grouping]:
    """Yield the groupings, the last two as one: the last day's window is kept with the stories that stand open then.

    So a store whose window is of the last day is known to be grouped through.
    """
    held = next(groupings, None)
    if held is None:
        return
    following = next(groupings, None)
    while following is not None:
        after = next(groupings, None)
        if after is None:
            held = Grouping((*held.stories, *following.stories), following.window)
        else:
            yield held
            held = following
        following = after
    yield held


def _compare(
    store: Store, pipeline: Made, stages: Pipeline, engine: Engine, retry: bool, on_step: OnStep | None
) -> tuple[int, int]:
    total = store.count_to_compare(stages.made_by, retry=retry)
    meter = Meter("compare", total, on_step)
    if not total:
        return 0, 0
    failed = 0
    judgements = tuple(store.judgements())
    items = (stored_story(store, story, judgements) for story in store.to_compare(stages.made_by, retry=retry))
    for story, outcome in engine.map(partial(_comparer, pipeline), items, ordered=False):
        if isinstance(outcome, Comparison):
            store.save_comparison(story.id, outcome, stages.made_by)
        else:
            failed += 1
            store.save_failure(story.id, "compare", outcome.message, stages.made_by)
        meter.advance(story.label)
    return meter.done - failed, failed


def _comparer(pipeline: Made) -> Callable[[StoredStory], Comparison | Failure]:
    return partial(_compare_one, pipeline=pipeline())


def _compare_one(story: StoredStory, pipeline: Pipeline) -> Comparison | Failure:
    try:
        return compare_accounts(story, pipeline)
    except ResourceError:
        raise  # no story could do without
    except Exception as error:  # noqa: BLE001 - one story's fault must not cost the others; it is recorded, in full
        return Failure(story.id, "compare", unforeseen(error))
