"""What a person looks for, as a condition on a full-text index: words only, whatever signs stand between them."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Any, Final, Literal

from sqlalchemy import Select, Table, func, literal, literal_column, select, text
from sqlalchemy.sql.elements import ColumnElement

from crossread.store.columns import storable
from crossread.store.database import Database
from crossread.store.index import CONFIGURATION, INDEXED

MOST_WORDS: Final = 32  # of a query: more narrow nothing down
MOST_RANKED: Final = 2_000  # that are ranked; where more fit, the latest of them
_LONGEST_QUERY: Final = 2_000  # characters
_PHRASE: Final = re.compile(r'"([^"]*)"|([^\s"]+)')
_WORD: Final = re.compile(r"[^\W_]+")
_FIRST_COLUMN_WEIGHS: Final = 4.0  # a title, a subject or a speaker says what it is about


@dataclass(frozen=True, slots=True)
class Phrases:
    """Words that must all be found; those of one phrase side by side."""

    phrases: tuple[tuple[str, ...], ...]

    def __bool__(self) -> bool:
        return bool(self.phrases)

    @property
    def fts5(self) -> str:
        """The query as FTS5 has it: quoted strings of letters and digits only, which hold no syntax."""
        return " ".join(f'"{" ".join(phrase)}"' for phrase in self.phrases)


def phrases_of(words: str, *, side_by_side: bool = False) -> Phrases:
    """Return what is looked for; with `side_by_side` all the words as one phrase."""
    plain = unicodedata.normalize("NFC", storable(words[:_LONGEST_QUERY]))
    if side_by_side:
        found = [tuple(_WORD.findall(plain))]
    else:
        found = [tuple(_WORD.findall(quoted or single)) for quoted, single in _PHRASE.findall(plain)]
    kept: list[tuple[str, ...]] = []
    for phrase in found:
        room = MOST_WORDS - sum(len(held) for held in kept)
        if phrase[:room]:
            kept.append(phrase[:room])
    return Phrases(tuple(kept))


def matching(database: Database, table: Table, wanted: Phrases, side: Literal[1, 2] | None = None) -> Select[Any]:
    """Return the query of the keys (`number`) of the rows that fit; `side`: in this column of the two alone."""
    key, columns = INDEXED[table.name]
    if database.is_sqlite:
        index = _fts5(table)
        query = f"{{{columns[side - 1]}}} : ({wanted.fts5})" if side else wanted.fts5
        return select(literal_column("rowid").label("number")).select_from(index).where(_match(table, query))
    found: ColumnElement[Any] = literal_column(f"{table.name}.found")
    chosen = select(table.c[key].label("number")).where(found.op("@@")(tsquery(wanted)))
    if side:
        chosen = chosen.where(
            func.ts_filter(found, literal_column("'{a}'" if side == 1 else "'{b}'")).op("@@")(tsquery(wanted))
        )
    return chosen


def ranked(database: Database, table: Table, wanted: Phrases) -> Select[Any]:
    """Return the query of the keys (`number`) of the rows that fit, the best first."""
    key, _ = INDEXED[table.name]
    if database.is_sqlite:
        score: ColumnElement[Any] = func.bm25(literal_column(f"{table.name}_index"), _FIRST_COLUMN_WEIGHS, 1.0)
        latest = select(literal_column("rowid").label("number"), score.label("score")).select_from(_fts5(table))
        latest = latest.where(_match(table, wanted.fts5)).order_by(text("rowid DESC"))
    else:
        found: ColumnElement[Any] = literal_column(f"{table.name}.found")
        score = -func.ts_rank(found, tsquery(wanted), 1)
        latest = select(table.c[key].label("number"), score.label("score")).where(found.op("@@")(tsquery(wanted)))
        latest = latest.order_by(table.c[key].desc())
    inner = latest.limit(MOST_RANKED).subquery()
    return select(inner.c.number).order_by(inner.c.score, inner.c.number.desc())


def tsquery(wanted: Phrases) -> ColumnElement[Any]:
    """Return the query as PostgreSQL has it."""
    made = [func.phraseto_tsquery(text(f"'{CONFIGURATION}'"), " ".join(phrase)) for phrase in wanted.phrases]
    joined: ColumnElement[Any] = made[0]
    for phrase in made[1:]:
        joined = joined.op("&&")(phrase)
    return joined


def _fts5(table: Table) -> Any:
    return text(f"{table.name}_index")


def _match(table: Table, query: str) -> ColumnElement[bool]:
    return literal_column(f"{table.name}_index").op("MATCH")(literal(query))
