"""What a store answers: small frozen records, ready to be shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

HitKind = Literal["article", "statement", "quotation"]
"""What `Store.search` looks through."""

ThingKind = Literal["article", "story", "statement", "quotation", "event", "stance"]
"""What an id can name."""


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article without its text.

    `published` is as the document has it; `added` (ISO 8601, UTC) is when the store first met it. `characters`: length
    of the text in code points. `story`: the id of the story that it is grouped in. `copy_of`: id of the article that it
    reprints or revises. `coded`: whether it has been read and taken apart.
    """

    id: str
    source: str
    outlet: str
    title: str | None
    published: str | None
    url: str | None
    added: str
    characters: int
    story: str | None
    copy_of: str | None
    coded: bool


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """A story with its articles, in order of publication.

    `first_published`, `last_published`: as the earliest and the latest article give them, None where none has a date.
    `actors`: the names told most. `outlets`: who printed it, sorted. `related`: ids of the stories nearest to it.
    `compared`: whether a comparison of it is stored; `contradictions`: how many that has, None where there is none.
    """

    id: str
    label: str
    first_published: str | None
    last_published: str | None
    actors: tuple[str, ...]
    outlets: tuple[str, ...]
    articles: tuple[ArticleEntry, ...]
    related: tuple[str, ...]
    compared: bool
    contradictions: int | None


@dataclass(frozen=True, slots=True)
class StoryFilter:
    """Which stories are wanted; what is None asks for nothing.

    `since`, `until` (ISO 8601 days, or coarser: `2019-01`): the time from its first article to its last meets the time
    between them, both included. `actor`, `place`: some article of it names that (whole words, whatever their case and
    accents). `outlet`:
    some article of it was printed there (the whole name, whatever its case). `text`: some article of it is found by
    these words, as by `Store.search`. `articles`: it has at least so many articles.
    """

    since: str | None = None
    until: str | None = None
    actor: str | None = None
    place: str | None = None
    outlet: str | None = None
    text: str | None = None
    articles: int = 1


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that a search found.

    `id`: of the article, statement or quotation; `document`: of the article that it stands in. `[start, end)`: the part
    of the article's text (code points) that is shown, and `text` that part, exactly. `marks`: the ranges of the words
    that were looked for, offsets into the article's text as well, in order; a hit in a title alone has none.
    """

    kind: HitKind
    id: str
    document: str
    outlet: str
    title: str | None
    published: str | None
    story: str | None
    start: int
    end: int
    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """What an id, or the beginning of one, names."""

    kind: ThingKind
    id: str
    document: str | None


@dataclass(frozen=True, slots=True)
class StoredFailure:
    """What could not be done with an article or a story: `id` is its id, `source` what a person knows it by."""

    id: str
    source: str
    stage: str
    message: str
    made_by: str
    when: str


@dataclass(frozen=True, slots=True)
class Run:
    """One run over the store: `ended` is None while it goes on, or if it was killed. `counts`: what it says it did."""

    number: int
    made_by: str
    started: str
    ended: str | None
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """What became of a story: it `joined` another (`into`), or a part of it `left` as a new one (`into`)."""

    story: str
    kind: Literal["joined", "left"]
    into: str
    day: str | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the store holds; `outlets` counts the articles of each, the most first."""

    articles: int
    coded: int
    stories: int
    comparisons: int
    statements: int
    quotations: int
    events: int
    stances: int
    judgements: int
    failures: int
    first_published: str | None
    last_published: str | None
    outlets: Mapping[str, int]
