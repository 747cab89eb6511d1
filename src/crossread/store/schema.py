"""The tables (docs/store.md tells what each column means).

Rows refer to an article by its `number`, which takes an eighth of the room of its id; the views (`views.py`) show ids.
Offsets count code points of the article's text, `end_char` not included.
"""

from typing import Any, Final

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table
from sqlalchemy.types import TypeEngine

from crossread.report.coding import Kind
from crossread.store.columns import Key, Number, WordList, Words

metadata = MetaData()

versions = Table(
    "crossread_schema",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("applied", Key, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Key, nullable=False, unique=True),
    Column("source", Words, nullable=False),
    Column("outlet", Words, nullable=False),
    Column("title", Words),
    Column("byline", Words),
    Column("published", Words),
    Column("url", Words),
    Column("language", Words),
    Column("given_story", Words),
    Column("text", Words, nullable=False),
    Column("characters", Integer, nullable=False),
    Column("sha256", Key, nullable=False),
    Column("added", Key, nullable=False),
    Column("day", Key, index=True),
    Column("place", Key, nullable=False, unique=True),  # in the stream: day, moment, id
    Column("exact", LargeBinary),  # the document encoded, where a text above could not be stored to the letter
    Index("articles_by_outlet", "outlet", postgresql_using="hash"),  # whose other indexes refuse long keys
)


def _of_article(*, key: bool = False) -> Column[int]:
    reference = ForeignKey("articles.number", ondelete="CASCADE")
    return Column("article", Integer, reference, primary_key=key, autoincrement=False, nullable=False, index=not key)


def _words_of_it(*, missing: bool = False) -> tuple[Column[Any], ...]:
    """Return where in its article something stands, and the words there; with `missing` that may be unknown."""
    return (
        Column("start_char", Integer, nullable=missing),
        Column("end_char", Integer, nullable=missing),
        Column("text", Words, nullable=missing),
    )


codings = Table(
    "codings",
    metadata,
    _of_article(key=True),
    Column("made_by", Words, nullable=False, index=True),
    Column("digest", Key, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

profiles = Table("profiles", metadata, _of_article(key=True), Column("content", LargeBinary, nullable=False))

names = Table(
    "names",
    metadata,
    _of_article(key=True),
    Column("actors", WordList, nullable=False),
    Column("places", WordList, nullable=False),
)

mentions = Table(
    "mentions",
    metadata,
    Column("number", Integer, primary_key=True),
    _of_article(),
    *_words_of_it(),
    Column("kind", Key, nullable=False),
    Column("form", Key, nullable=False),
    Column("title", Words),
    Column("chain", Integer),
)


def _told(name: str, *columns: Column[Any]) -> Table:
    """Return a table of what articles tell: where it stands, then what it is."""
    return Table(
        name,
        metadata,
        Column("number", Integer, primary_key=True),
        _of_article(),
        Column("id", Key, nullable=False, index=True),
        *_words_of_it(),
        Column("spans", WordList, nullable=False),
        *columns,
    )


def _columns(kind: type[TypeEngine[Any]], *names: str) -> list[Column[Any]]:
    return [Column(name, kind) for name in names]


def _who_says() -> list[Column[Any]]:
    return [Column("speaker", Words), Column("chain", WordList)]


statements = _told(
    "statements",
    *_columns(Words, "subject", "property", "value", "raw_value", "polarity", "certainty"),
    Column("confidence", Number),
    Column("made_by", Words),
    *_who_says(),
)
quotations = _told("quotations", *_columns(Words, "form", "cue"), *_who_says())
events = _told(
    "events",
    *_columns(Words, "root", "mode"),
    Column("context", WordList),
    *_columns(Words, "modality", "polarity", "date", "place"),
    *_columns(WordList, "actor", "actor_country", "actor_sector"),
    *_columns(WordList, "recipient", "recipient_country", "recipient_sector"),
    *_columns(Number, "people", "killed", "hurt", "arrested", "protesting"),
    *_who_says(),
)
stances = _told(
    "stances",
    *_columns(Words, "holder", "holder_country", "side", "act", "target", "target_country", "since"),
    *_who_says(),
)
times = _told("times", *_columns(Words, "value", "form", "anchor", "precision"), Column("alternatives", WordList))
quantities = _told("quantities", *_columns(Number, "value", "high"), *_columns(Words, "unit", "of_what", "bound"))

TOLD: Final[dict[Kind, Table]] = {
    "statement": statements,
    "quotation": quotations,
    "event": events,
    "stance": stances,
    "time": times,
    "quantity": quantities,
}
RENAMED: Final = {"start": "start_char", "end": "end_char", "of": "of_what", "number": "people"}
"""Names of columns (`crossread extract`) that SQL keeps for itself, or that mean something else here."""

stories = Table(
    "stories",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Key, nullable=False, unique=True),
    Column("label", Words, nullable=False),
    Column("first_published", Words),
    Column("last_published", Words),
    Column("first_day", Key),
    Column("last_day", Key),
    Column("articles", Integer, nullable=False),
    Column("actors", WordList, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Index("stories_by_last_day", "last_day", "id"),
)

story_articles = Table(
    "story_articles",
    metadata,
    _of_article(key=True),
    Column("story", Integer, ForeignKey("stories.number", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Index("story_articles_by_story", "story", "position"),
)

repeats = Table(
    "repeats",
    metadata,
    _of_article(key=True),
    Column("repeated", Integer, ForeignKey("articles.number", ondelete="CASCADE"), primary_key=True),
    Column("kind", Key, nullable=False),
    Column("share", Number, nullable=False),
    Index("repeats_by_repeated", "repeated"),
)

related_stories = Table(
    "related_stories",
    metadata,
    Column("story", Integer, ForeignKey("stories.number", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("related", Key, nullable=False),
)

story_changes = Table(
    "story_changes",
    metadata,
    Column("story", Key, primary_key=True),
    Column("kind", Key, primary_key=True),
    Column("into_story", Key, primary_key=True),
    Column("day", Key),
    Index("story_changes_by_into", "into_story"),
)

windows = Table(
    "windows",
    metadata,
    Column("until_day", Key, primary_key=True),
    Column("since_day", Key, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

comparisons = Table(
    "comparisons",
    metadata,
    Column("story", Key, primary_key=True),  # the story's id: a comparison outlives a grouping made afresh
    Column("digest", Key, nullable=False),
    Column("made_by", Words, nullable=False),
    Column("made", Key, nullable=False),
    Column("documents", WordList, nullable=False),
    Column("points", Integer, nullable=False),
    Column("discrepancies", Integer, nullable=False),
    Column("contradictions", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
)


def _of_comparison() -> Column[str]:
    return Column("story", Key, ForeignKey("comparisons.story", ondelete="CASCADE"), nullable=False, index=True)


points = Table(
    "points",
    metadata,
    Column("number", Integer, primary_key=True),
    _of_comparison(),
    Column("id", Key, nullable=False),
    Column("label", Words, nullable=False),
    Column("kind", Key, nullable=False),
    Column("status", Key, nullable=False),
    Column("independent_sources", Integer, nullable=False),
    Column("outlets", WordList, nullable=False),
    Column("absent_from", WordList, nullable=False),
    Column("statements", WordList, nullable=False),
)

discrepancy_sides = Table(
    "discrepancy_sides",
    metadata,
    Column("number", Integer, primary_key=True),
    _of_comparison(),
    Column("id", Key, nullable=False),
    Column("kind", Key, nullable=False),
    Column("severity", Key, nullable=False),
    Column("about", Words, nullable=False),
    Column("confidence", Number, nullable=False),
    Column("may_be_update", Boolean, nullable=False),
    Column("side", Integer, nullable=False),
    _of_article(),
    Column("value", Words, nullable=False),
    *_words_of_it(missing=True),
)

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("a", Words, nullable=False),
    Column("b", Words, nullable=False),
    Column("verdict", Key, nullable=False),
    Column("confidence", Number, nullable=False),
    Column("made_by", Words, nullable=False),
    Column("story", Words, index=True),
    Column("made", Key, nullable=False),
)

failures = Table(
    "failures",
    metadata,
    Column("id", Key, primary_key=True),
    Column("stage", Key, primary_key=True),
    Column("message", Words, nullable=False),
    Column("made_by", Words, nullable=False),
    Column("digest", Key, nullable=False),  # of what it failed on: a story that has changed since is tried again
    Column("recorded", Key, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("made_by", Words, nullable=False),
    Column("started", Key, nullable=False),
    Column("ended", Key),
    Column("counts", Words, nullable=False),
)
