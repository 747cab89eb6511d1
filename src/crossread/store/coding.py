"""What single articles tell, and what failed."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, exists, func, insert, or_, select

from crossread.errors import UnknownIdError
from crossread.records import CodedDocument, Document, Profile
from crossread.store.articles import DOCUMENT, to_document
from crossread.store.codec import decode, encode
from crossread.store.coding_rows import mention_rows, name_row, told_rows
from crossread.store.database import Database
from crossread.store.digests import story_digests
from crossread.store.paging import in_pages
from crossread.store.part import Part, article_numbers, now, portions
from crossread.store.schema import TOLD, articles, codings, failures, mentions, names, profiles, stories
from crossread.store.shapes import StoredFailure


class SqlCoding(Part):
    """Keeps what articles tell."""

    def to_code(self, made_by: str, *, retry: bool = False) -> Iterator[Document]:
        """Yield the articles that these stages have not done."""
        query = _to_code(made_by, retry).add_columns(*DOCUMENT)
        for row in in_pages(self._database, query, articles.c.place):
            yield to_document(row)

    def count_to_code(self, made_by: str, *, retry: bool = False) -> int:
        """Return how many `to_code` would yield."""
        with self._database.reading() as connection:
            return connection.execute(
                select(func.count()).select_from(_to_code(made_by, retry).subquery())
            ).scalar_one()

    def save_coded(self, coded: CodedDocument, made_by: str, profile: Profile | None = None) -> None:
        """Keep what an article tells, in the place of what was kept of it."""
        identity = coded.annotated.document.id
        content = encode(coded)
        row = {"made_by": made_by, "digest": sha256(content).hexdigest()[:16], "content": content}
        with self._database.writing() as connection:
            number = article_numbers(connection, [identity])[identity]
            self._database.replace(connection, codings, {"article": number, **row}, ["article"])
            _save_rows(connection, coded, number)
            connection.execute(delete(failures).where(failures.c.id == identity))
            if profile is None:
                connection.execute(delete(profiles).where(profiles.c.article == number))
            else:
                save_profile(self._database, connection, profile)

    def coded(self, ids: Sequence[str]) -> tuple[CodedDocument, ...]:
        """Return coded articles in the order of the ids."""
        with self._database.reading() as connection:
            return load_coded(connection, ids)

    def each_coded(self) -> Iterator[CodedDocument]:
        """Yield all coded articles."""
        query = select(articles.c.place, codings.c.content).join(codings, codings.c.article == articles.c.number)
        for row in in_pages(self._database, query, articles.c.place):
            yield decode(row.content, CodedDocument)

    def save_failure(self, identity: str, stage: str, message: str, made_by: str) -> None:
        """Record that a stage failed for an article or a story."""
        row = {"id": identity, "stage": stage, "message": message, "made_by": made_by, "recorded": now()}
        with self._database.writing() as connection:
            number = connection.execute(select(stories.c.number).where(stories.c.id == identity)).scalar()
            digests = {} if number is None else story_digests(connection, [number], made_by, least=0)
            row["digest"] = digests.get(identity, "")
            self._database.replace(connection, failures, row, ["id", "stage"])

    def failures(self) -> Iterator[StoredFailure]:
        """Yield what failed and was not done since."""
        source = func.coalesce(articles.c.source, stories.c.label, failures.c.id).label("source")
        query = (
            select(failures, source)
            .outerjoin(articles, articles.c.id == failures.c.id)
            .outerjoin(stories, stories.c.id == failures.c.id)
            .order_by(failures.c.stage, failures.c.id)
        )
        with self._database.reading() as connection:
            rows = list(connection.execute(query))
        for row in rows:
            yield StoredFailure(row.id, row.source, row.stage, row.message, row.made_by, row.recorded)


def load_coded(connection: Connection, ids: Sequence[str]) -> tuple[CodedDocument, ...]:
    """Return coded articles in the order of the ids. Raises UnknownIdError."""
    found = _of(connection, ids, codings.c.content)
    return tuple(decode(found[identity], CodedDocument) for identity in ids)


def require_coded(connection: Connection, ids: Sequence[str]) -> None:
    """Raise UnknownIdError if one of the articles is not stored, or not coded."""
    _of(connection, ids, codings.c.digest)


def _of(connection: Connection, ids: Sequence[str], column: ColumnElement[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    article_numbers(connection, ids)
    for portion in portions(ids):
        query = select(articles.c.id, column).join(codings, codings.c.article == articles.c.number)
        found.update(tuple(row) for row in connection.execute(query.where(articles.c.id.in_(portion))))
    for identity in ids:
        if identity not in found:
            raise UnknownIdError(f"the article {identity!r} has not been read yet: `crossread run` reads it")
    return found


def save_profile(database: Database, connection: Connection, profile: Profile) -> None:
    """Keep a profile within a transaction. Raises UnknownIdError."""
    number = article_numbers(connection, [profile.doc])[profile.doc]
    database.replace(connection, profiles, {"article": number, "content": encode(profile)}, ["article"])


def _to_code(made_by: str, retry: bool) -> Select[Any]:
    query = (
        select(articles.c.place)
        .outerjoin(codings, codings.c.article == articles.c.number)
        .where(or_(codings.c.article.is_(None), codings.c.made_by != made_by))
    )
    if retry:
        return query
    return query.where(~exists().where(and_(failures.c.id == articles.c.id, failures.c.made_by == made_by)))


def _save_rows(connection: Connection, coded: CodedDocument, number: int) -> None:
    rows = told_rows(coded, number)
    rows["mentions"] = mention_rows(coded, number)
    rows["names"] = [name_row(coded, number)]
    for table in (*TOLD.values(), mentions, names):
        connection.execute(delete(table).where(table.c.article == number))
        if rows[table.name]:
            connection.execute(insert(table), rows[table.name])
