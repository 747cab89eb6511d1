"""Articles as they came."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Row, Select, and_, select

from crossread.errors import UnknownIdError
from crossread.records import Document
from crossread.store.codec import decode, encode
from crossread.store.columns import storable
from crossread.store.part import Part, article_numbers, now, portions
from crossread.store.schema import articles, codings, repeats, stories, story_articles
from crossread.store.shapes import ArticleEntry

_DAY: Final = len("2019-01-24")
_LONGEST_MOMENT: Final = 40  # characters; ISO 8601 takes 32
_NO_DAY: Final = "9999-12-31"
_TEXTS: Final = ("source", "outlet", "title", "byline", "published", "url", "language", "text")

DOCUMENT: Final = (*(articles.c[name] for name in _TEXTS), articles.c.given_story, articles.c.exact)
"""The columns that `to_document` needs."""


def to_document(row: Row[Any]) -> Document:
    """Return the article of a row that has the columns DOCUMENT."""
    if row.exact is not None:
        return decode(row.exact, Document)
    return Document(**{name: getattr(row, name) for name in _TEXTS}, story=row.given_story)


class SqlArticles(Part):
    """Keeps articles."""

    def add(self, document: Document) -> bool:
        """Keep an article; tell whether it is new."""
        with self._database.writing() as connection:
            adding = self._database.insert(articles).values(_row(document, now()))
            new = adding.on_conflict_do_nothing(index_elements=["id"]).returning(articles.c.number)
            return connection.execute(new).first() is not None

    def document(self, document_id: str) -> Document:
        """Return an article."""
        return self.documents([document_id])[0]

    def documents(self, ids: Sequence[str]) -> tuple[Document, ...]:
        """Return articles in the order of the ids."""
        found: dict[str, Document] = {}
        with self._database.reading() as connection:
            article_numbers(connection, ids)
            for portion in portions(ids):
                query = select(articles.c.id, *DOCUMENT).where(articles.c.id.in_(portion))
                found.update((row.id, to_document(row)) for row in connection.execute(query))
        return tuple(found[identity] for identity in ids)

    def added(self, document_id: str) -> str:
        """Return when the article was first met."""
        with self._database.reading() as connection:
            when = connection.execute(select(articles.c.added).where(articles.c.id == document_id)).scalar()
        if when is None:
            raise UnknownIdError(f"the store has no article {document_id!r}")
        return str(when)

    def articles(
        self, ids: Sequence[str] | None = None, *, outlet: str | None = None, limit: int = 50, offset: int = 0
    ) -> tuple[ArticleEntry, ...]:
        """Return articles without their text."""
        if ids is not None:
            return self._of(ids)
        query = entries_query()
        if outlet is not None:
            query = query.where(articles.c.outlet == outlet)
        latest = query.order_by(articles.c.day.desc().nulls_last(), articles.c.place.desc())
        with self._database.reading() as connection:
            return tuple(to_entry(row) for row in connection.execute(latest.limit(limit).offset(offset)))

    def _of(self, ids: Sequence[str]) -> tuple[ArticleEntry, ...]:
        found: dict[str, ArticleEntry] = {}
        with self._database.reading() as connection:
            article_numbers(connection, ids)
            for portion in portions(ids):
                rows = connection.execute(entries_query().where(articles.c.id.in_(portion)))
                found.update((row.id, to_entry(row)) for row in rows)
        return tuple(found[identity] for identity in ids)


def entries_query() -> Select[Any]:
    """Return the query of articles without their text, one row an article, for `to_entry`."""
    copied = articles.alias("copied")
    return (
        select(
            *(articles.c[name] for name in ("id", "source", "outlet", "title", "published", "url", "added")),
            articles.c.characters,
            stories.c.id.label("story"),
            copied.c.id.label("copy_of"),
            codings.c.article.is_not(None).label("coded"),
        )
        .outerjoin(story_articles, story_articles.c.article == articles.c.number)
        .outerjoin(stories, stories.c.number == story_articles.c.story)
        .outerjoin(repeats, and_(repeats.c.article == articles.c.number, repeats.c.kind != "lifted"))
        .outerjoin(copied, copied.c.number == repeats.c.repeated)
        .outerjoin(codings, codings.c.article == articles.c.number)
    )


def to_entry(row: Row[Any]) -> ArticleEntry:
    """Return the article of a row of `entries_query`."""
    return ArticleEntry(
        id=row.id,
        source=row.source,
        outlet=row.outlet,
        title=row.title,
        published=row.published,
        url=row.url,
        added=row.added,
        characters=row.characters,
        story=row.story,
        copy_of=row.copy_of,
        coded=bool(row.coded),
    )


def _row(document: Document, added: str) -> dict[str, Any]:
    texts = {name: getattr(document, name) for name in _TEXTS}
    as_stored = all(text is None or storable(text) == text for text in (*texts.values(), document.story))
    moment = document.published or added
    day = moment[:_DAY] if len(moment) >= _DAY else None
    return {
        **texts,
        "id": document.id,
        "given_story": document.story,
        "characters": len(document.text),
        "sha256": document.sha256,
        "added": added,
        "day": day,
        "place": f"{day or _NO_DAY} {moment[:_LONGEST_MOMENT]} {document.id}",
        "exact": None if as_stored else encode(document),
    }
