"""Types of columns that mean the same in both databases."""

import json
import re
from collections.abc import Sequence
from typing import Final

from sqlalchemy import Dialect, Float, Text
from sqlalchemy.dialects.postgresql import TEXT
from sqlalchemy.types import TypeDecorator, TypeEngine

_UNSTORABLE: Final = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """Return the text with U+FFFD for each character that a database cannot hold, so that offsets stay true.

    These are U+0000 and halves of surrogate pairs. What must come back to the letter is kept encoded beside.
    """
    return _UNSTORABLE.sub("\ufffd", text)


class Words(TypeDecorator[str]):
    """Text that may hold anything: stored as `storable`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Make it storable."""
        return None if value is None else storable(value)


class WordList(TypeDecorator[tuple[str | None, ...]]):
    """Texts as a JSON array, which both databases, pandas and DuckDB take apart."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Sequence[str | None] | None, dialect: Dialect) -> str | None:
        """Write the array."""
        if value is None:
            return None
        return json.dumps([entry if entry is None else storable(entry) for entry in value], ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str | None, ...]:
        """Read the array."""
        return tuple(json.loads(value)) if value else ()


class Number(TypeDecorator[float]):
    """A number as a float: whole ones too large for the database's integers are stored all the same."""

    impl = Float
    cache_ok = True

    def process_bind_param(self, value: float | None, dialect: Dialect) -> float | None:
        """Make a float of it."""
        return None if value is None else float(value)


class Key(TypeDecorator[str]):
    """Ids, days and places in an order: compared by code points in both databases, whatever the server's language."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[str]:
        """SQLite compares by code points of itself."""
        return dialect.type_descriptor(TEXT(collation="C") if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Make it storable."""
        return None if value is None else storable(value)
