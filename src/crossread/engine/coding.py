"""Takes articles apart one by one, without comparing them, in this process or in several."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from crossread.engine.local import Progress, code_document
from crossread.pipeline import Pipeline
from crossread.records import CodedDocument, Document, Failure

_TOGETHER = 8  # articles handed to a worker at once: sending them then costs little beside reading them
_AHEAD = 2  # batches handed out in advance for each worker: keeps all busy, and memory bounded


def code_each(
    documents: Sequence[Document],
    pipeline: Callable[[], Pipeline],
    workers: int = 1,
    progress: Progress | None = None,
) -> Iterator[CodedDocument | Failure]:
    """Annotate and extract each article, in the order given; one that fails yields its Failure instead.

    Yields each as soon as it and all before it are done. `pipeline` builds the pipeline once in each of the `workers`
    (processes); 1 works in this one. The result never depends on their number.

    Raises ResourceError if a model that a stage needs is missing.
    """
    needed = min(workers, -(-len(documents) // _TOGETHER))  # none is started that would have nothing to do
    run = _in_this_process(documents, pipeline) if needed <= 1 else _in_processes(documents, pipeline, needed)
    for document, outcome in zip(documents, run, strict=True):
        if progress:
            progress(document.source)
        yield outcome


def _in_this_process(
    documents: Sequence[Document], pipeline: Callable[[], Pipeline]
) -> Iterator[CodedDocument | Failure]:
    built = pipeline()
    for document in documents:
        yield code_document(document, built)


def _in_processes(
    documents: Sequence[Document], pipeline: Callable[[], Pipeline], workers: int
) -> Iterator[CodedDocument | Failure]:
    # "spawn": a forked copy of a process that already runs native threads may hang
    with ProcessPoolExecutor(workers, get_context("spawn"), _Worker.start, (pipeline,)) as pool:
        running: deque[Future[list[CodedDocument | Failure]]] = deque()
        for batch in _batches(documents):
            running.append(pool.submit(_Worker.run, batch))
            if len(running) == workers * _AHEAD:
                yield from running.popleft().result()
        while running:
            yield from running.popleft().result()


def _batches(documents: Sequence[Document]) -> Iterator[tuple[Document, ...]]:
    return (tuple(documents[at : at + _TOGETHER]) for at in range(0, len(documents), _TOGETHER))


class _Worker:
    """What one process keeps: its pipeline."""

    pipeline: Pipeline

    @classmethod
    def start(cls, pipeline: Callable[[], Pipeline]) -> None:
        cls.pipeline = pipeline()

    @classmethod
    def run(cls, documents: Sequence[Document]) -> list[CodedDocument | Failure]:
        return [code_document(document, cls.pipeline) for document in documents]
