"""Search over articles, statements and quotations."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, func, literal, literal_column, select, text

from crossread.records import Document
from crossread.store.codec import decode
from crossread.store.index import CONFIGURATION, INDEXED, indexed, without_punctuation
from crossread.store.matching import Phrases, phrases_of, ranked, tsquery
from crossread.store.part import Part
from crossread.store.schema import articles, quotations, statements, stories, story_articles
from crossread.store.shapes import Hit, HitKind
from crossread.store.snippets import Range, snippet, unmarked, within

_TABLES: Final[dict[HitKind, Table]] = {"article": articles, "statement": statements, "quotation": quotations}
_OPENING: Final = "\ue000\ue001"  # private use: hardly ever in a text, and `unmarked` notices where they are
_CLOSING: Final = "\ue001\ue000"


class SqlSearch(Part):
    """Finds words."""

    def search(
        self, words: str, kinds: Iterable[HitKind] = ("article",), *, limit: int = 20, offset: int = 0
    ) -> tuple[Hit, ...]:
        """Return what has all the words, the best first, kind by kind."""
        wanted = phrases_of(words)
        if not wanted:
            return ()
        hits: list[Hit] = []
        with self._database.reading() as connection:
            for kind in kinds:
                best = ranked(self._database, _TABLES[kind], wanted).limit(limit).offset(offset)
                numbers = list(connection.execute(best).scalars())
                marks = self._marks(connection, _TABLES[kind], numbers, wanted)
                rows = {row.number: row for row in connection.execute(_rows(kind).where(_key(kind).in_(numbers)))}
                hits += [_hit(kind, rows[number], marks[number]) for number in numbers]
        return tuple(hits)

    def _marks(
        self, connection: Connection, table: Table, numbers: Sequence[int], wanted: Phrases
    ) -> dict[int, tuple[Range, ...]]:
        """Return where the words stand in each row's text."""
        if self._database.is_sqlite:
            return {number: self._marks_in_sqlite(connection, table, number, wanted) for number in numbers}
        signs = f"StartSel={_OPENING}, StopSel={_CLOSING}, HighlightAll=true"
        query = select(
            table.c.number,
            table.c.text,
            func.ts_headline(text(f"'{CONFIGURATION}'"), literal_column(indexed("text")), tsquery(wanted), signs).label(
                "marked"
            ),
        ).where(table.c.number.in_(numbers))
        found = {}
        for row in connection.execute(query):
            plain = without_punctuation(row.text)
            searched = row.marked + plain[len(row.marked.replace(_OPENING, "").replace(_CLOSING, "")) :]
            found[row.number] = unmarked(searched, _OPENING, _CLOSING, plain)
        return found

    def _marks_in_sqlite(self, connection: Connection, table: Table, number: int, wanted: Phrases) -> tuple[Range, ...]:
        index: ColumnElement[Any] = literal_column(f"{table.name}_index")
        place = INDEXED[table.name][1].index("text")
        query = (
            select(
                func.highlight(index, place, _OPENING, _CLOSING).label("marked"), literal_column("text").label("plain")
            )
            .select_from(text(f"{table.name}_index"))
            .where(index.op("MATCH")(literal(wanted.fts5)), literal_column("rowid") == number)
        )
        row = connection.execute(query).one()
        return unmarked(row.marked, _OPENING, _CLOSING, row.plain)


def _key(kind: HitKind) -> Any:
    return _TABLES[kind].c.number


def _rows(kind: HitKind) -> Select[Any]:
    table = _TABLES[kind]
    start = literal(0).label("start_char") if kind == "article" else table.c.start_char
    query = select(
        table.c.number,
        table.c.id,
        table.c.text,
        start,
        articles.c.id.label("document"),
        articles.c.outlet,
        articles.c.title,
        articles.c.published,
        articles.c.exact,
        stories.c.id.label("story"),
    ).select_from(table)
    if kind != "article":
        query = query.join(articles, articles.c.number == table.c.article)
    return query.outerjoin(story_articles, story_articles.c.article == articles.c.number).outerjoin(
        stories, stories.c.number == story_articles.c.story
    )


def _hit(kind: HitKind, row: Row[Any], marks: tuple[Range, ...]) -> Hit:
    begin, end = snippet(row.text, marks)
    first = row.start_char
    shown = row.text[begin:end]
    if row.exact is not None:
        shown = decode(row.exact, Document).text[first + begin : first + end]
    return Hit(
        kind=kind,
        id=row.id,
        document=row.document,
        outlet=row.outlet,
        title=row.title,
        published=row.published,
        story=row.story,
        start=first + begin,
        end=first + end,
        text=shown,
        marks=tuple((first + start, first + stop) for start, stop in within(marks, (begin, end))),
    )
