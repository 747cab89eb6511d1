"""The same verbs as the command line, in Python."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from crossread.engine import Progress, code_each, compare_stories, compare_story
from crossread.pipeline import Pipeline, default_pipeline
from crossread.read import Metadata, Reading, read_known, read_sources
from crossread.read.text import normalised
from crossread.records import CodedDocument, Comparison, Document, Failure

Source = str | Path | Document
"""A path to a file or folder, `-` for standard input, or an article that is already a Document."""


def read(sources: Iterable[Source], *, outlet: str | None = None, published: str | None = None) -> Reading:
    """Read articles from files, folders and records: text, HTML, JSON Lines, CSV.

    `outlet` and `published` (ISO 8601) hold for articles whose source does not tell them. What cannot be read stands in
    the result's `failures`; nothing is lost silently. Articles given as Documents come first; as in files, half of a
    surrogate pair in their text becomes U+FFFD.

    Raises UsageError if `published` is no date.
    """
    given = list(sources)
    documents = [_writable(source) for source in given if isinstance(source, Document)]
    paths = [source for source in given if not isinstance(source, Document)]
    reading = read_sources(paths, Metadata(outlet=outlet, published=published))
    return Reading((*documents, *reading.documents), reading.failures)


def compare(
    sources: Iterable[Source],
    *,
    outlet: str | None = None,
    published: str | None = None,
    known: str | Path | None = None,
    pipeline: Pipeline | None = None,
    progress: Progress | None = None,
) -> Comparison:
    """Compare articles as accounts of one story, whatever their `story` field says.

    `known`: a table of names that the user knows (docs/input.md); entities then carry its ids.

    Raises UsageError if `published` is no date or the table holds something else, NothingToCompareError if fewer than
    two articles can be read.
    """
    table = read_known(known) if known is not None else ()
    reading = read(sources, outlet=outlet, published=published)
    return compare_read(reading, pipeline=(pipeline or default_pipeline()).knowing(table), progress=progress)


def compare_read(reading: Reading, *, pipeline: Pipeline | None = None, progress: Progress | None = None) -> Comparison:
    """Compare what was read, as `compare` does; the comparison also states the failures of reading.

    Raises NothingToCompareError if fewer than two articles can be read through.
    """
    return compare_story(reading.documents, pipeline or default_pipeline(), reading.failures, progress)


def extract(
    sources: Iterable[Source],
    *,
    outlet: str | None = None,
    published: str | None = None,
    workers: int = 1,
    pipeline: Callable[[], Pipeline] = default_pipeline,
    progress: Progress | None = None,
) -> Iterator[CodedDocument | Failure]:
    """Take articles apart, without comparing them: events, statements, stances, quotations, times, quantities.

    What cannot be read comes first, as Failures; then each article, in the order given, or its Failure. Each of the
    `workers` (processes) builds the `pipeline` once. With dictionaries of one's own:

        dictionaries = crossread.read_dictionaries(actors=["our.actors.txt"], agents=["our.agents.txt"])
        pipeline = functools.partial(crossread.default_pipeline, "reader", dictionaries)

    Raises UsageError if `published` is no date.
    """
    reading = read(sources, outlet=outlet, published=published)
    yield from reading.failures
    yield from code_each(reading.documents, pipeline, workers, progress)


def compare_by_story(
    documents: Sequence[Document],
    *,
    workers: int = 1,
    pipeline: Callable[[], Pipeline] = default_pipeline,
    progress: Progress | None = None,
) -> Iterator[tuple[str, Comparison | Failure]]:
    """Compare each group of articles with one `story`, in the order in which the stories first appear.

    A story that cannot be compared yields a Failure. Articles without a story are left out. Each of the `workers`
    (processes) builds the `pipeline` once.
    """
    stories: dict[str, list[Document]] = {}
    for document in documents:
        if document.story is not None:
            stories.setdefault(document.story, []).append(_writable(document))
    return compare_stories(stories, pipeline, workers, progress)


def _writable(document: Document) -> Document:
    """Return the document as a file would give it, if its text is none that a file can hold."""
    try:
        document.text.encode("utf-8")
    except UnicodeEncodeError:
        return replace(document, text=normalised(document.text))
    return document
