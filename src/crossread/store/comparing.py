"""One comparison a story."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select

from crossread.errors import UnknownIdError
from crossread.records import Comparison, Discrepancy
from crossread.store.codec import decode, encode
from crossread.store.coding import load_coded, require_coded
from crossread.store.digests import story_digests
from crossread.store.grouping import documents_of, unknown_story
from crossread.store.paging import in_pages
from crossread.store.part import Part, article_numbers, now
from crossread.store.schema import comparisons, discrepancy_sides, failures, points, stories

_STORIES_A_PAGE: Final = 200


class SqlComparing(Part):
    """Keeps comparisons."""

    def to_compare(self, made_by: str, *, least: int = 2, retry: bool = False) -> Iterator[str]:
        """Yield the ids of stories whose comparison is missing or out of date."""
        query = select(stories.c.number).where(stories.c.articles >= least)
        page: list[int] = []
        for row in in_pages(self._database, query, stories.c.number, _STORIES_A_PAGE):
            page.append(row.number)
            if len(page) == _STORIES_A_PAGE:
                yield from self._stale(page, made_by, least, retry)
                page = []
        yield from self._stale(page, made_by, least, retry)

    def count_to_compare(self, made_by: str, *, least: int = 2, retry: bool = False) -> int:
        """Return how many `to_compare` would yield."""
        return sum(1 for _ in self.to_compare(made_by, least=least, retry=retry))

    def save_comparison(self, story_id: str, comparison: Comparison, made_by: str) -> None:
        """Keep a comparison of a story in the place of the last."""
        documents = [coded.annotated.document.id for coded in comparison.story.documents]
        kinds = [discrepancy.severity for discrepancy in comparison.discrepancies]
        bare = replace(comparison, story=replace(comparison.story, documents=()))
        row = {
            "story": story_id,
            "made_by": made_by,
            "made": now(),
            "documents": documents,
            "points": len(comparison.points),
            "discrepancies": len(kinds),
            "contradictions": kinds.count("contradiction"),
            "content": encode(bare),
        }
        with self._database.writing() as connection:
            require_coded(connection, documents)
            row["digest"] = _digest(connection, story_id, made_by)
            self._database.replace(connection, comparisons, row, ["story"])
            _save_rows(connection, story_id, comparison)
            connection.execute(delete(failures).where(failures.c.id == story_id))

    def comparison(self, story_id: str) -> Comparison | None:
        """Return the comparison that is kept, up to date or not."""
        with self._database.reading() as connection:
            documents_of(connection, story_id)
            query = select(comparisons.c.content, comparisons.c.documents).where(comparisons.c.story == story_id)
            row = connection.execute(query).one_or_none()
            if row is None:
                return None
            coded = load_coded(connection, row.documents)
        bare = decode(row.content, Comparison)
        return replace(bare, story=replace(bare.story, documents=coded))

    def up_to_date(self, story_id: str, made_by: str) -> bool:
        """Tell whether the story has a comparison that `to_compare` would not ask for."""
        with self._database.reading() as connection:
            digest = _digest(connection, story_id, made_by)
            query = select(comparisons.c.digest).where(comparisons.c.story == story_id)
            return connection.execute(query).scalar() == digest

    def _stale(self, numbers: list[int], made_by: str, least: int, retry: bool) -> list[str]:
        with self._database.reading() as connection:
            digests = story_digests(connection, numbers, made_by, least)
            done = dict(_pairs(connection, select(comparisons.c.story, comparisons.c.digest), digests))
            failed = {} if retry else dict(_pairs(connection, select(failures.c.id, failures.c.digest), digests))
        return [story for story, digest in digests.items() if digest not in (done.get(story), failed.get(story))]


def _pairs(connection: Connection, query: Any, ids: Any) -> list[tuple[str, str]]:
    key = query.selected_columns[0]
    return [(row[0], row[1]) for row in connection.execute(query.where(key.in_(list(ids))))]


def _digest(connection: Connection, story_id: str, made_by: str) -> str:
    number = connection.execute(select(stories.c.number).where(stories.c.id == story_id)).scalar()
    if number is None:
        raise UnknownIdError(unknown_story(connection, story_id))
    return story_digests(connection, [number], made_by, least=0).get(story_id, "")


def _save_rows(connection: Connection, story_id: str, comparison: Comparison) -> None:
    for table in (points, discrepancy_sides):
        connection.execute(delete(table).where(table.c.story == story_id))
    told = [
        {
            "story": story_id,
            "id": point.id,
            "label": point.label,
            "kind": point.kind,
            "status": point.status,
            "independent_sources": point.independent_sources,
            "outlets": point.outlets,
            "absent_from": point.absent_from,
            "statements": point.statements,
        }
        for point in comparison.points
    ]
    numbers = article_numbers(connection, [side.doc for found in comparison.discrepancies for side in found.sides])
    sides = [row for found in comparison.discrepancies for row in _sides(found, story_id, numbers)]
    for table, rows in ((points, told), (discrepancy_sides, sides)):
        if rows:
            connection.execute(insert(table), rows)


def _sides(discrepancy: Discrepancy, story_id: str, numbers: dict[str, int]) -> Iterator[dict[str, Any]]:
    for place, side in enumerate(discrepancy.sides):
        first = side.evidence[0] if side.evidence else None
        yield {
            "story": story_id,
            "id": discrepancy.id,
            "kind": discrepancy.kind,
            "severity": discrepancy.severity,
            "about": discrepancy.about,
            "confidence": discrepancy.confidence,
            "may_be_update": discrepancy.update,
            "side": place,
            "article": numbers[side.doc],
            "value": side.value,
            "start_char": first.start if first else None,
            "end_char": first.end if first else None,
            "text": first.text if first else None,
        }
