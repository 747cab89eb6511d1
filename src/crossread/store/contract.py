"""The contract of a store: what the engine writes and reads, and what the faces read.

Two databases keep it, SQLite and PostgreSQL (`open_store`). What holds for every method:

- *Transactions.* Each method that writes is one transaction: it is wholly there or not at all, whenever the process is
  killed. Others may read while one writes. A store may be used from several threads, and never across a fork.
- *Memory.* What may be the whole corpus is an iterator, read in pages as it is used up; what was written meanwhile may
  or may not be met. Everything else is small, or limited.
- *Order.* Articles come in the order of a stream: by day of publication (of arrival, where nothing tells it; a date
  coarser than a day comes last), then moment, then id, as `Profile.order` has it.
- *Letters.* Whatever text goes in comes out the same, U+0000 and halves of surrogate pairs included.
- *Errors.* StoreError, with what is wrong and what to do; UnknownIdError where an id names nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from typing import Protocol, Self

from crossread.records import CodedDocument, Comparison, Document, GroupedStory, Grouping, Judgement, Profile, Window
from crossread.store.shapes import (
    ArticleEntry,
    Counts,
    Hit,
    HitKind,
    Run,
    StoredFailure,
    StoryEntry,
    StoryEvent,
    StoryFilter,
    Thing,
)


class ArticleStore(Protocol):
    """Articles as they came."""

    def add(self, document: Document) -> bool:
        """Keep an article; tell whether it is new. One with the same id changes nothing."""
        ...

    def document(self, document_id: str) -> Document:
        """Return an article. Raises UnknownIdError."""
        ...

    def documents(self, ids: Sequence[str]) -> tuple[Document, ...]:
        """Return articles in the order of the ids. Raises UnknownIdError."""
        ...

    def articles(
        self, ids: Sequence[str] | None = None, *, outlet: str | None = None, limit: int = 50, offset: int = 0
    ) -> tuple[ArticleEntry, ...]:
        """Return articles without their text: those of the ids, in their order, else the latest published first."""
        ...


class CodingStore(Protocol):
    """What single articles tell. `made_by` names the stages with their versions (`reader/1 > rules/1`)."""

    def to_code(self, made_by: str, *, retry: bool = False) -> Iterator[Document]:
        """Yield the articles that these stages have not done, in order; those that failed only with `retry`."""
        ...

    def count_to_code(self, made_by: str, *, retry: bool = False) -> int:
        """Return how many `to_code` would yield."""
        ...

    def save_coded(self, coded: CodedDocument, made_by: str, profile: Profile | None = None) -> None:
        """Keep what an article tells, and its profile where given, in the place of what was kept of it.

        Takes its failures back. Raises UnknownIdError if the article was never added.
        """
        ...

    def coded(self, ids: Sequence[str]) -> tuple[CodedDocument, ...]:
        """Return coded articles in the order of the ids. Raises UnknownIdError for one that is not coded."""
        ...

    def each_coded(self) -> Iterator[CodedDocument]:
        """Yield all coded articles, in order."""
        ...

    def save_failure(self, identity: str, stage: str, message: str, made_by: str) -> None:
        """Record that a stage failed for the article, or the story, of this id, in place of what it failed of."""
        ...

    def failures(self) -> Iterator[StoredFailure]:
        """Yield what failed and was not done since, by stage, then id."""
        ...


class GroupingStore(Protocol):
    """Profiles in, stories out."""

    def to_profile(self) -> Iterator[CodedDocument]:
        """Yield the coded articles without a profile, in order."""
        ...

    def save_profile(self, profile: Profile) -> None:
        """Keep the profile of an article. Raises UnknownIdError if the article was never added."""
        ...

    def added(self, document_id: str) -> str:
        """Return when the article was first met (ISO 8601, UTC): what `Profile.seen` wants. Raises UnknownIdError."""
        ...

    def profiles(self, since: str | None = None) -> Iterator[Profile]:
        """Yield profiles in order; with `since` (a day) those from that day on, and those without any day."""
        ...

    def count_ungrouped(self) -> int:
        """Return how many profiled articles stand in no story."""
        ...

    def first_ungrouped_day(self) -> str | None:
        """Return the first day that has a profiled article in no story; None where there is none, or none has a day."""
        ...

    def window(self, at: str | None = None) -> Window | None:
        """Return the last window, or with `at` (a day) the last whose `until` is not after it; None where none is.

        What was grouped of the days from its `until` on is grouped anew by going on from it.
        """
        ...

    def save_grouping(self, grouping: Grouping, *, afresh: bool = False) -> None:
        """Keep stories, each in the place of what was kept under its id, and the window.

        An article stands in one story: it leaves the one that it stood in, and a story without articles is no more (its
        changes are still told). Windows that end later than the one given are forgotten. `afresh`: all stories and
        windows that were kept are dropped first. Raises UnknownIdError if an article was never added.
        """
        ...

    def story_ids(self) -> Iterator[str]:
        """Yield the ids of all stories, by first day, then id."""
        ...

    def grouped(self, story_id: str) -> GroupedStory:
        """Return a story as it was grouped, for its comparison. Raises UnknownIdError."""
        ...

    def story_documents(self, story_id: str) -> tuple[str, ...]:
        """Return the ids of a story's articles, in order. Raises UnknownIdError."""
        ...


class ComparisonStore(Protocol):
    """One comparison a story. `made_by` names the whole pipeline (`Pipeline.name`)."""

    def to_compare(self, made_by: str, *, least: int = 2, retry: bool = False) -> Iterator[str]:
        """Yield the ids of stories with at least so many coded articles whose comparison is missing or out of date.

        It is out of date when the story has other articles than it had then, when one was read or taken apart anew
        and came out otherwise, when a judgement was made of the story, or when other stages would make it now. Stories
        that failed as they stand come only with `retry`.
        """
        ...

    def count_to_compare(self, made_by: str, *, least: int = 2, retry: bool = False) -> int:
        """Return how many `to_compare` would yield."""
        ...

    def save_comparison(self, story_id: str, comparison: Comparison, made_by: str) -> None:
        """Keep a comparison of a story in the place of the last; takes the story's failures back.

        Its documents must be stored and coded: only their ids are kept with it. Raises UnknownIdError.
        """
        ...

    def comparison(self, story_id: str) -> Comparison | None:
        """Return the comparison that is kept, up to date or not; None where there is none. Raises UnknownIdError."""
        ...

    def up_to_date(self, story_id: str, made_by: str) -> bool:
        """Tell whether the story has a comparison that `to_compare` would not ask for."""
        ...


class JudgementStore(Protocol):
    """Decisions of people and models: added, never edited, and kept through every rerun."""

    def judge(self, judgement: Judgement, story_id: str | None = None) -> None:
        """Add a judgement; of one pair and maker the last counts. `story_id`: the story that it was made of."""
        ...

    def judgements(self, story_id: str | None = None) -> Iterator[Judgement]:
        """Yield the judgements that count, oldest first; with `story_id` those that were made of that story."""
        ...


class RunStore(Protocol):
    """What was run."""

    def begin_run(self, made_by: str) -> int:
        """Record that a run begins; return its number."""
        ...

    def end_run(self, number: int, counts: dict[str, int]) -> None:
        """Record that the run is over, and what it did."""
        ...

    def runs(self, limit: int = 20) -> tuple[Run, ...]:
        """Return the last runs, the last first."""
        ...


class Shelf(Protocol):
    """What the faces show."""

    def stories(self, wanted: StoryFilter | None = None, *, limit: int = 50, offset: int = 0) -> tuple[StoryEntry, ...]:
        """Return stories that fit, the last published first, then by id.

        Raises UsageError if a date of the filter is none.
        """
        ...

    def count_stories(self, wanted: StoryFilter | None = None) -> int:
        """Return how many stories fit."""
        ...

    def story(self, story_id: str) -> StoryEntry:
        """Return a story. Raises UnknownIdError, whose message tells which story it joined if it did."""
        ...

    def story_history(self, story_id: str) -> tuple[StoryEvent, ...]:
        """Return what joined a story, what left it, and what it joined or came from itself, by day."""
        ...

    def search(
        self, words: str, kinds: Iterable[HitKind] = ("article",), *, limit: int = 20, offset: int = 0
    ) -> tuple[Hit, ...]:
        """Return what has all the words, the best first, kind by kind; `limit` and `offset` count within a kind.

        Words are found whatever their ending, case and accents; "words between quotation marks" stand side by side.
        Nothing else has a meaning: no query is wrong, and one without a word finds nothing. Where very many fit, the
        best of the latest are returned.
        """
        ...

    def find(self, identity: str, limit: int = 10) -> tuple[Thing, ...]:
        """Return what the id names, or, where it is only the beginning of ids, what these name."""
        ...

    def outlets(self) -> tuple[tuple[str, int], ...]:
        """Return all outlets with their number of articles, the most first."""
        ...

    def counts(self) -> Counts:
        """Return how much the store holds."""
        ...


class Store(ArticleStore, CodingStore, GroupingStore, ComparisonStore, JudgementStore, RunStore, Shelf, Protocol):
    """Everything a store does; `open_store` opens one."""

    @property
    def location(self) -> str:
        """Where it is: the path, or the address without its password."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
