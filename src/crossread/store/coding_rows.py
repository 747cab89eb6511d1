"""What one article tells, as rows of the store's tables."""

from collections import Counter
from typing import Any, Final

from crossread.records import CodedDocument, Mention
from crossread.report.coding import rows_of
from crossread.store.schema import RENAMED, TOLD

Rows = list[dict[str, Any]]

MOST_NAMES: Final = 200  # of one article: the rest of a book's names find nothing more
_ACTORS: Final = ("person", "org", "gpe", "group")
_PLACES: Final = ("gpe", "place")


def told_rows(coded: CodedDocument, article: int) -> dict[str, Rows]:
    """Return the rows of each table of what articles tell, by its name; `article` is the article's number."""
    columns = {table.name: {column.name for column in table.columns} for table in TOLD.values()}
    made: dict[str, Rows] = {table.name: [] for table in TOLD.values()}
    for kind, table in TOLD.items():
        for row in rows_of(coded, [kind]):
            renamed = {RENAMED.get(name, name): value for name, value in row.items()}
            known = {name: value for name, value in renamed.items() if name in columns[table.name]}
            made[table.name].append({**known, "article": article})
    return made


def mention_rows(coded: CodedDocument, article: int) -> Rows:
    """Return the rows of the mentions; `chain` numbers those that refer to the same within the article."""
    chains = {index: number for number, chain in enumerate(coded.annotated.chains) for index in chain}
    return [
        {
            "article": article,
            "start_char": mention.span.start,
            "end_char": mention.span.end,
            "text": mention.span.text,
            "kind": mention.kind,
            "form": mention.form,
            "title": mention.title,
            "chain": chains.get(index),
        }
        for index, mention in enumerate(coded.annotated.mentions)
    ]


def name_row(coded: CodedDocument, article: int) -> dict[str, Any]:
    """Return the row of the names that the article tells, the most told first."""
    named = [mention for mention in coded.annotated.mentions if mention.form == "name"]
    return {"article": article, "actors": _most(named, _ACTORS), "places": _most(named, _PLACES)}


def _most(named: list[Mention], kinds: tuple[str, ...]) -> list[str]:
    counts = Counter(mention.span.text for mention in named if mention.kind in kinds)
    return sorted(counts, key=lambda name: (-counts[name], name))[:MOST_NAMES]
