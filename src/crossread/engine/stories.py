"""Compares stories: the articles of one given as one, or each of several."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from crossread.engine.coding import Progress, code_document, local_engine, unforeseen
from crossread.engine.contract import Lost
from crossread.errors import NothingToCompareError, ResourceError
from crossread.pipeline import Pipeline
from crossread.records import CodedDocument, Comparison, Document, Failure, Generator, Story
from crossread.version import VERSION

LEAST_ARTICLES = 2  # one account alone has nothing to be compared with
_STAGE = "compare"


def compare_story(
    documents: Sequence[Document],
    pipeline: Pipeline,
    failures: Sequence[Failure] = (),
    progress: Progress | None = None,
) -> Comparison:
    """Compare articles as accounts of one story.

    `failures` are those of reading, which the comparison then states beside its own.

    Raises NothingToCompareError if fewer than two articles can be read through; its message lists why. Raises
    ResourceError if a model that a stage needs is missing.
    """
    coded: list[CodedDocument] = []
    failed = list(failures)
    for document in documents:
        outcome = code_document(document, pipeline)
        if isinstance(outcome, Failure):
            failed.append(outcome)
        else:
            coded.append(outcome)
        if progress:
            progress(document.source)
    if len(coded) < LEAST_ARTICLES:
        raise NothingToCompareError(_nothing(coded, failed))
    return compare_grouped(pipeline.group.group(coded), pipeline, failed)


def compare_grouped(story: Story, pipeline: Pipeline, failures: Iterable[Failure] = ()) -> Comparison:
    """Compare the accounts of a story whose articles are read and grouped; `failures` are stated beside its own.

    Raises ResourceError if a model that a stage needs is missing.
    """
    comparison = pipeline.compare.compare(pipeline.resolve.resolve(story))
    return replace(
        comparison,
        generator=_generator(pipeline, comparison.generator.models),
        failures=tuple(sorted({*failures, *comparison.failures})),
    )


def compare_stories(
    stories: Mapping[str, Sequence[Document]],
    pipeline: Callable[[], Pipeline],
    workers: int = 1,
    progress: Progress | None = None,
) -> Iterator[tuple[str, Comparison | Failure]]:
    """Compare each story, in the order given; a story that fails yields its Failure instead.

    `pipeline` builds the pipeline once in each worker, so that models are loaded once. `workers` is the number of
    processes; 1 works in this one.
    """
    with local_engine(workers) as engine:
        for (name, _), outcome in engine.map(partial(_comparer, pipeline), stories.items()):
            if progress:
                progress(name)
            yield name, Failure(name, _STAGE, outcome.message) if isinstance(outcome, Lost) else outcome


def _comparer(
    pipeline: Callable[[], Pipeline],
) -> Callable[[tuple[str, Sequence[Document]]], Comparison | Failure]:
    return partial(_compare_or_fail, pipeline=pipeline())


def _compare_or_fail(named: tuple[str, Sequence[Document]], pipeline: Pipeline) -> Comparison | Failure:
    name, documents = named
    try:
        return compare_story(documents, pipeline)
    except NothingToCompareError as error:
        return Failure(name, _STAGE, str(error))
    except ResourceError:
        raise  # no story could do without
    except Exception as error:  # noqa: BLE001 - one story's fault must not cost the others; it is recorded, in full
        return Failure(name, _STAGE, unforeseen(error))


def _nothing(coded: Sequence[CodedDocument], failures: Sequence[Failure]) -> str:
    if coded:
        only = coded[0].annotated.document.source
        what = f"only one article could be read ({only}): give at least two that tell the same event"
    else:
        what = "no article could be read"
    return "\n".join([what, *(f"  {failure.document}: {failure.message}" for failure in failures)])


def _generator(pipeline: Pipeline, models: Mapping[str, str]) -> Generator:
    stages = (pipeline.annotate, pipeline.extract, pipeline.group, pipeline.resolve, pipeline.compare)
    named = dict(stage.name.rsplit("/", 1) for stage in stages if "/" in stage.name)
    return Generator("crossread", VERSION, pipeline.name, {**models, **named})
