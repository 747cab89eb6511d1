"""Full-text indexes: FTS5 in SQLite, tsvector in PostgreSQL; words are found whatever their ending, case, accents."""

from typing import Final

INDEXED: Final = {
    "articles": ("number", ("title", "text")),
    "names": ("article", ("actors", "places")),
    "statements": ("number", ("subject", "text")),
    "quotations": ("number", ("speaker", "text")),
}
"""The table's integer key, and the two columns of it that are indexed (PostgreSQL weighs them A and B)."""

_TOKENIZER: Final = "porter unicode61 remove_diacritics 2"
CONFIGURATION: Final = "crossread"
INDEXED_CHARACTERS: Final = 200_000  # of a text in PostgreSQL, whose tsvector holds 1 MB; the rest is not searched
_PUNCTUATION: Final = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~‘’“”«»–—…"""
_NO_PUNCTUATION: Final = str.maketrans(dict.fromkeys(_PUNCTUATION, " "))


def without_punctuation(text: str) -> str:
    """Return the text with a space for each sign, of the same length: words as PostgreSQL's index has them."""
    return text.translate(_NO_PUNCTUATION)


def sqlite_statements() -> list[str]:
    """Return what makes the indexes in SQLite: each keeps itself in step by triggers, and holds no second copy."""
    made = []
    for table, (key, columns) in INDEXED.items():
        listed = ", ".join(columns)
        added = ", ".join(f"new.{column}" for column in columns)
        gone = ", ".join(f"old.{column}" for column in columns)
        made += [
            f"CREATE VIRTUAL TABLE {table}_index USING fts5"
            f"({listed}, content='{table}', content_rowid='{key}', tokenize='{_TOKENIZER}')",
            _trigger(table, "INSERT", f"rowid, {listed}", f"new.{key}, {added}"),
            _trigger(table, "DELETE", f"{table}_index, rowid, {listed}", f"'delete', old.{key}, {gone}"),
        ]
    return made


def _trigger(table: str, change: str, columns: str, values: str) -> str:
    """Return the trigger of a change: FTS5 is told by insertions what to add, and what to forget."""
    insertion = f"INSERT INTO {table}_index({columns}) VALUES ({values})"  # noqa: S608 - our own words
    return f"CREATE TRIGGER {table}_index_{change.lower()} AFTER {change} ON {table} BEGIN {insertion}; END"


def postgresql_statements() -> list[str]:
    """Return what makes the indexes in PostgreSQL: a column of each table that the server keeps in step."""
    made = [
        "CREATE EXTENSION IF NOT EXISTS unaccent",
        # without stop words, so that every word can be found
        f"CREATE TEXT SEARCH DICTIONARY {CONFIGURATION} (TEMPLATE = snowball, LANGUAGE = english)",
        f"CREATE TEXT SEARCH CONFIGURATION {CONFIGURATION} (COPY = simple)",
        f"ALTER TEXT SEARCH CONFIGURATION {CONFIGURATION} "
        f"ALTER MAPPING FOR asciiword, word WITH unaccent, {CONFIGURATION}",
    ]
    for table, (_, columns) in INDEXED.items():
        first, second = (
            f"setweight(to_tsvector('{CONFIGURATION}', {indexed(column)}), '{weight}')"
            for column, weight in zip(columns, "AB", strict=True)
        )
        made += [
            f"ALTER TABLE {table} ADD COLUMN found tsvector GENERATED ALWAYS AS ({first} || {second}) STORED",
            f"CREATE INDEX {table}_index ON {table} USING gin (found)",
        ]
    return made


def indexed(column: str) -> str:
    """Return the SQL of a column's text as PostgreSQL indexes it."""
    signs = _PUNCTUATION.replace("'", "''")
    return f"translate(left(coalesce({column}, ''), {INDEXED_CHARACTERS}), '{signs}', '{' ' * len(_PUNCTUATION)}')"
