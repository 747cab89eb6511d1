"""Sources in, documents out: what can be read is read, what cannot is told."""

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from crossread.errors import ReadError, UsageError
from crossread.read.article import Article
from crossread.read.dates import read_date
from crossread.read.files import File, files_of, read_bytes
from crossread.read.judgements import JUDGEMENTS
from crossread.read.metadata import Metadata
from crossread.read.parsing import STAGE, STANDARD_INPUT, articles_in
from crossread.read.settling import settle
from crossread.read.shelf import Shelf
from crossread.read.sidecar import SIDECAR
from crossread.records import Document, Failure


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, in the order it was given, and what could not be, each with the reason and what to do."""

    documents: tuple[Document, ...]
    failures: tuple[Failure, ...]


def read_sources(
    sources: Sequence[str | Path], defaults: Metadata | None = None, stdin: BinaryIO | None = None
) -> Reading:
    """Read articles from files, folders and standard input (`-`).

    What an article's own file tells outranks the `sources.toml` beside it, and that the `defaults`. An outlet that
    nothing tells is the host of the article's address, or else the file's stem (for a record, its id). `stdin` is read
    instead of the process's standard input, where it is given.

    Raises UsageError if `defaults.published` is no date. Whatever is wrong with a source is a Failure of the reading,
    and the rest is still read.
    """
    defaults = _checked(defaults or Metadata())
    reader = _Reader(defaults, stdin)
    for source in sources:
        reader.read(str(source))
    return Reading(tuple(reader.documents), tuple(reader.failures))


def read_each(
    sources: Sequence[str | Path], defaults: Metadata | None = None, stdin: BinaryIO | None = None
) -> Iterator[Document | Failure]:
    """Yield what `read_sources` returns, file by file, so that memory holds one file at a time.

    The same article in two files comes twice. Raises UsageError if `defaults.published` is no date.
    """
    defaults = _checked(defaults or Metadata())
    reader = _Reader(defaults, stdin)
    for source in sources:
        for _ in reader.steps(str(source)):
            yield from reader.taken()


def _checked(defaults: Metadata) -> Metadata:
    if defaults.published is None:
        return defaults
    try:
        return replace(defaults, published=read_date(defaults.published))
    except ReadError as error:
        raise UsageError(f"the publication date {defaults.published!r} cannot be used: {error}") from error


class _Reader:
    """Collects the documents and the failures of one reading."""

    def __init__(self, defaults: Metadata, stdin: BinaryIO | None) -> None:
        self.defaults = defaults
        self.stdin = stdin
        self.shelf = Shelf(self.fail)
        self.documents: list[Document] = []
        self.twins: defaultdict[str, list[Document]] = defaultdict(list)
        self.failures: list[Failure] = []

    def read(self, source: str) -> None:
        """Read one source as it was given; a `sources.toml` among files is no article, and read with them."""
        for _ in self.steps(source):
            pass

    def steps(self, source: str) -> Iterator[None]:
        """Read one source as `read` does, pausing after each file."""
        try:
            if source == STANDARD_INPUT:
                self._keep(articles_in(source, self._standard_input()), self.defaults)
            elif Path(source).name not in (SIDECAR, JUDGEMENTS):
                for file in files_of(source):
                    self._file(file)
                    yield
        except ReadError as error:
            self.fail(source, str(error))
        yield

    def taken(self) -> list[Document | Failure]:
        """Return what was read since this was last asked, and keep it no longer."""
        taken: list[Document | Failure] = [*self.documents, *self.failures]
        self.documents.clear()
        self.failures.clear()
        self.twins.clear()
        return taken

    def fail(self, source: str, message: str) -> None:
        """Record what could not be done."""
        self.failures.append(Failure(source, STAGE, message))

    def _file(self, file: File) -> None:
        if file.problem is not None:
            self.fail(file.source, file.problem)
            return
        given = self.shelf.metadata(file.path).or_else(self.defaults)
        try:
            self._keep(articles_in(file.source, read_bytes(file.path)), given)
        except ReadError as error:
            self.fail(file.source, str(error))

    def _standard_input(self) -> bytes:
        data = (self.stdin or sys.stdin.buffer).read()
        if not data:
            raise ReadError("nothing came through standard input")
        return data

    def _keep(self, articles: Iterator[Article | Failure], given: Metadata) -> None:
        for article in articles:
            if isinstance(article, Failure):
                self.failures.append(article)
                continue
            try:
                document, problems = settle(article, given)
            except ReadError as error:
                problems = [f"{error}"]
            else:
                problems += self._shelve(document)
            for problem in problems:
                self.fail(article.source, article.located(problem))

    def _shelve(self, document: Document) -> list[str]:
        twins = self.twins[document.id]
        for twin in twins:
            # one article may belong to two stories, which are then compared apart
            if document.story == twin.story or None in (document.story, twin.story):
                return [f"it is the same article as {twin.source!r}, and was kept once"]
        twins.append(document)
        self.documents.append(document)
        return []
