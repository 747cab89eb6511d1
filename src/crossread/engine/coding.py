"""Takes articles apart one by one; a fault costs the article that it lies in, and is told."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from crossread.engine.contract import Engine, Lost
from crossread.engine.local import InProcessEngine, LocalEngine
from crossread.errors import ResourceError
from crossread.pipeline import Annotator, Pipeline
from crossread.records import AnnotatedDocument, CodedDocument, Document, Failure

Progress = Callable[[str], None]
"""Called with an article's source, or a story's name, each time one is done."""


def local_engine(workers: int) -> Engine:
    """Return an engine of so many processes; one works in this process, with nothing to start."""
    return InProcessEngine() if workers <= 1 else LocalEngine(workers)


def annotate_each(
    documents: Iterable[Document], annotator: Annotator, progress: Progress | None = None
) -> Iterator[AnnotatedDocument | Failure]:
    """Annotate each article, in the order given; one that cannot be read through yields its Failure instead.

    Raises ResourceError if a model that the annotator needs is missing.
    """
    for document in documents:
        yield annotate_document(document, annotator)
        if progress:
            progress(document.source)


def code_each(
    documents: Iterable[Document],
    pipeline: Callable[[], Pipeline],
    workers: int = 1,
    progress: Progress | None = None,
) -> Iterator[CodedDocument | Failure]:
    """Annotate and extract each article, in the order given; one that fails yields its Failure instead.

    Yields each as soon as it and all before it are done. `pipeline` builds the pipeline once in each of the `workers`
    (processes); 1 works in this one. The result never depends on their number.

    Raises ResourceError if a model that a stage needs is missing.
    """
    with local_engine(workers) as engine:
        for document, outcome in engine.map(partial(coder, pipeline), documents):
            if progress:
                progress(document.source)
            yield Failure(document.source, "annotate", outcome.message) if isinstance(outcome, Lost) else outcome


def coder(pipeline: Callable[[], Pipeline]) -> Callable[[Document], CodedDocument | Failure]:
    """Return the function that takes one article apart: a Task of an engine."""
    return partial(code_document, pipeline=pipeline())


def code_document(document: Document, pipeline: Pipeline) -> CodedDocument | Failure:
    """Annotate and extract one article; return its Failure if that cannot be done.

    Raises ResourceError if a model that a stage needs is missing.
    """
    annotated = annotate_document(document, pipeline.annotate)
    if isinstance(annotated, Failure):
        return annotated
    try:
        return pipeline.extract.extract(annotated)
    except Exception as error:  # noqa: BLE001 - one article's fault must not cost the others; it is recorded, in full
        return Failure(document.source, "extract", unforeseen(error))


def annotate_document(document: Document, annotator: Annotator) -> AnnotatedDocument | Failure:
    """Annotate one article; return its Failure if that cannot be done.

    Raises ResourceError if a model that the annotator needs is missing.
    """
    try:
        return annotator.annotate(document)
    except ResourceError:
        raise  # no article could do without
    except Exception as error:  # noqa: BLE001 - one article's fault must not cost the others; it is recorded, in full
        return Failure(document.source, "annotate", unforeseen(error))


def unforeseen(error: Exception) -> str:
    """Say of an error that nobody foresaw what it is and what to do."""
    return f"{type(error).__name__}: {error}. This is a fault of crossread; please report it with the article."
