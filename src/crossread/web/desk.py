"""What the workbench does with a store; pages and the JSON API both come here."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from urllib.parse import urlencode, urlsplit

from crossread.engine import InProcessEngine, Step, compare_story, run
from crossread.engine.stored import compare_stored
from crossread.engine.stories import compare_grouped
from crossread.errors import ReadError, UnknownIdError, UsageError
from crossread.pipeline import Pipeline, default_pipeline
from crossread.read import Metadata, fetch, read_sources
from crossread.records import Comparison, Document
from crossread.store import Store
from crossread.web.jobs import Job, Jobs, Tell
from crossread.web.judging import Word, judged
from crossread.web.render import Stories
from crossread.web.settings import Settings

MOST_CHOSEN = 200  # articles compared by choice
SELECTIONS_KEPT = 16  # comparisons of chosen articles: they are made again when asked for again
_PAGE_SUFFIX = ".html"


@dataclass(frozen=True, slots=True)
class Given:
    """An article as a person gave it: a file's name and bytes, and what they know about it."""

    name: str
    data: bytes
    outlet: str | None = None
    title: str | None = None
    published: str | None = None


class Desk:
    """A store, and the work on it."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self.store = store
        self.settings = settings
        self.jobs = Jobs()
        self.pages = Stories()
        self._chosen: dict[tuple[str, ...], Comparison] = {}
        self._lock = Lock()

    @cached_property
    def _pipeline(self) -> Pipeline:
        return default_pipeline(self.settings.annotator)

    def pipeline(self) -> Pipeline:
        """Return the stages, with what people have judged so far."""
        return self._pipeline.judged(tuple(self.store.judgements()))

    def fresh(self, story: str) -> bool:
        """Tell whether the story's comparison is up to date."""
        return self.store.up_to_date(story, self._pipeline.made_by)

    def compare(self, story: str) -> Job:
        """Start to compare a story, or to compare it anew."""

        def work(tell: Tell) -> str:
            tell("compare", 0, 1)
            compare_stored(self.store, story, self.pipeline())
            tell("compare", 1, 1)
            return f"/stories/{story}"

        return self.jobs.start("Compare a story", work)

    def selection(self, ids: Sequence[str]) -> Comparison | None:
        """Return the comparison of chosen articles, if it was made since the workbench started."""
        return self._chosen.get(_key(ids))

    def compare_chosen(self, ids: Sequence[str]) -> Job:
        """Start to compare chosen articles. Raises UsageError if there are too few or too many, UnknownIdError."""
        key = _key(ids)
        if not 2 <= len(key) <= MOST_CHOSEN:
            raise UsageError(f"choose from 2 to {MOST_CHOSEN} articles: {len(key)} chosen")
        documents = self.store.documents(key)

        def work(tell: Tell) -> str:
            comparison = self._compare_documents(documents, tell)
            with self._lock:
                self._chosen[key] = comparison
                for old in list(self._chosen)[:-SELECTIONS_KEPT]:
                    del self._chosen[old]
            return selection_address(key)

        return self.jobs.start("Compare chosen articles", work)

    def _compare_documents(self, documents: Sequence[Document], tell: Tell) -> Comparison:
        pipeline = self.pipeline()
        try:
            coded = self.store.coded([document.id for document in documents])
        except UnknownIdError:  # one was not read yet: all are read now, without waiting for a run over the store
            done = iter(range(1, len(documents) + 1))
            return compare_story(
                documents, pipeline, progress=lambda _: tell("read", next(done, len(documents)), len(documents))
            )
        tell("compare", 0, 1)
        return compare_grouped(pipeline.group.group(coded), pipeline)

    def judge(self, story: str, word: Word, one: str, other: str | None) -> None:
        """Keep what a person says of a story's comparison. Raises UsageError, UnknownIdError."""
        comparison = self.store.comparison(story)
        if comparison is None:
            raise UsageError("this story was not compared yet")
        before = tuple(self.store.judgements(story))
        for judgement in judged(comparison, word, one, other, self.settings.person, before):
            self.store.judge(judgement, story)

    def add(self, given: Sequence[Given], url: str | None = None) -> Job:
        """Keep articles, and start to read, group and compare what is new.

        Raises UsageError if nothing was given or nothing of it can be read, or if an address is given and not allowed.
        """
        files = [one for one in given if one.data.strip()]
        if url:
            files.append(self._fetched(url))
        documents: list[Document] = []
        problems: list[str] = []
        for one in files:
            read, failed = _read(one)
            documents += read
            problems += failed
        if not documents:
            raise UsageError("; ".join(problems) or "give a file, a text or an address")
        for document in documents:
            self.store.add(document)
        return self.jobs.start("Read what was added", partial(self._run, documents[0].id))

    def _fetched(self, url: str) -> Given:
        if not self.settings.fetch:
            raise UsageError("fetching addresses is off: start `crossread serve` with --fetch")
        try:
            found = fetch(url)
        except ReadError as error:
            raise UsageError(f"{url}: {error}") from error
        return Given((urlsplit(found.url).hostname or "page") + _PAGE_SUFFIX, found.data)

    def _run(self, document: str, tell: Tell) -> str:
        def on_step(step: Step) -> None:
            tell(step.stage, step.done, step.total)

        run(self.store, partial(default_pipeline, self.settings.annotator), InProcessEngine(), on_step=on_step)
        [entry] = self.store.articles([document])
        return f"/stories/{entry.story}" if entry.story else "/"

    def close(self) -> None:
        """End the work and let go of the store."""
        self.jobs.close()
        self.store.close()


def selection_address(ids: Sequence[str], suffix: str = "") -> str:
    """Return the permalink of a selection."""
    return f"/compare{suffix}?{urlencode([('doc', one) for one in _key(ids)])}"


def _key(ids: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def _read(given: Given) -> tuple[list[Document], list[str]]:
    """Read what was given as the command line reads a file of that name; nothing of the name but its suffix is used."""
    suffix = Path(given.name).suffix.lower()
    safe = suffix if suffix.removeprefix(".").isalnum() and suffix.isascii() else ".txt"
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"given{safe}"
        path.write_bytes(given.data)
        reading = read_sources(
            [path], Metadata(outlet=given.outlet or Path(given.name).stem, published=given.published)
        )
    documents = [
        Document(
            source=given.name,
            text=document.text,
            outlet=document.outlet,
            title=document.title or given.title,
            byline=document.byline,
            published=document.published,
            url=document.url,
            language=document.language,
        )
        for document in reading.documents
    ]
    return documents, [f"{given.name}: {failure.message}" for failure in reading.failures]
