"""Runs a pipeline on this machine, in this process or in several.

A failure of one article costs that article: it is recorded, and the others are still compared. The result never depends
on the number of workers.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from itertools import islice
from multiprocessing import get_context

from crossread.errors import NothingToCompareError, ResourceError
from crossread.pipeline import Annotator, Pipeline
from crossread.records import AnnotatedDocument, CodedDocument, Comparison, Document, Failure, Generator
from crossread.version import VERSION

Progress = Callable[[str], None]
"""Called with an article's source, or a story's name, each time one is done."""

LEAST_ARTICLES = 2  # one account alone has nothing to be compared with
_AHEAD = 2  # stories handed out in advance for each worker: keeps all busy, and memory bounded


def annotate_each(
    documents: Sequence[Document], annotator: Annotator, progress: Progress | None = None
) -> Iterator[AnnotatedDocument | Failure]:
    """Annotate each article, in the order given; one that cannot be read through yields its Failure instead.

    Raises ResourceError if a model that the annotator needs is missing.
    """
    for document in documents:
        yield _annotate(document, annotator)
        if progress:
            progress(document.source)


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
        outcome = _code(document, pipeline)
        if isinstance(outcome, Failure):
            failed.append(outcome)
        else:
            coded.append(outcome)
        if progress:
            progress(document.source)
    if len(coded) < LEAST_ARTICLES:
        raise NothingToCompareError(_nothing(coded, failed))
    comparison = pipeline.compare.compare(pipeline.resolve.resolve(pipeline.group.group(coded)))
    return replace(
        comparison,
        generator=_generator(pipeline, comparison.generator.models),
        failures=tuple(sorted({*failed, *comparison.failures})),
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
    run = _in_this_process(stories, pipeline) if workers == 1 else _in_processes(stories, pipeline, workers)
    for name, outcome in run:
        if progress:
            progress(name)
        yield name, outcome


def _in_this_process(
    stories: Mapping[str, Sequence[Document]], pipeline: Callable[[], Pipeline]
) -> Iterator[tuple[str, Comparison | Failure]]:
    built = pipeline()
    for name, documents in stories.items():
        yield name, _compare_or_fail(name, documents, built)


def _in_processes(
    stories: Mapping[str, Sequence[Document]], pipeline: Callable[[], Pipeline], workers: int
) -> Iterator[tuple[str, Comparison | Failure]]:
    waiting = iter(stories.items())
    # "spawn": a forked copy of a process that already runs native threads may hang
    with ProcessPoolExecutor(workers, get_context("spawn"), _Worker.start, (pipeline,)) as pool:
        running: list[tuple[str, Future[Comparison | Failure]]] = []
        for name, documents in islice(waiting, workers * _AHEAD):
            running.append((name, pool.submit(_Worker.run, name, documents)))
        while running:
            name, future = running.pop(0)
            yield name, future.result()
            for next_name, documents in islice(waiting, 1):
                running.append((next_name, pool.submit(_Worker.run, next_name, documents)))


class _Worker:
    """What one process keeps: its pipeline."""

    pipeline: Pipeline

    @classmethod
    def start(cls, pipeline: Callable[[], Pipeline]) -> None:
        cls.pipeline = pipeline()

    @classmethod
    def run(cls, name: str, documents: Sequence[Document]) -> Comparison | Failure:
        return _compare_or_fail(name, documents, cls.pipeline)


def _compare_or_fail(name: str, documents: Sequence[Document], pipeline: Pipeline) -> Comparison | Failure:
    try:
        return compare_story(documents, pipeline)
    except NothingToCompareError as error:
        return Failure(name, "compare", str(error))
    except ResourceError:
        raise  # no story could do without
    except Exception as error:  # noqa: BLE001 - one story's fault must not cost the others; it is recorded, in full
        return Failure(name, "compare", _unforeseen(error))


def _code(document: Document, pipeline: Pipeline) -> CodedDocument | Failure:
    annotated = _annotate(document, pipeline.annotate)
    if isinstance(annotated, Failure):
        return annotated
    try:
        return pipeline.extract.extract(annotated)
    except Exception as error:  # noqa: BLE001 - one article's fault must not cost the others; it is recorded, in full
        return Failure(document.source, "extract", _unforeseen(error))


def _annotate(document: Document, annotator: Annotator) -> AnnotatedDocument | Failure:
    try:
        return annotator.annotate(document)
    except ResourceError:
        raise  # no article could do without
    except Exception as error:  # noqa: BLE001 - one article's fault must not cost the others; it is recorded, in full
        return Failure(document.source, "annotate", _unforeseen(error))


def _unforeseen(error: Exception) -> str:
    return f"{type(error).__name__}: {error}. This is a fault of crossread; please report it with the article."


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
