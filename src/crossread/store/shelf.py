"""What the faces show: stories, what an id names, how much there is."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any, Final, Literal

from sqlalchemy import Connection, Row, Select, Table, func, or_, select

from crossread.errors import UnknownIdError, UsageError
from crossread.store.articles import entries_query, to_entry
from crossread.store.columns import storable
from crossread.store.grouping import unknown_story
from crossread.store.matching import matching, phrases_of
from crossread.store.part import Part
from crossread.store.schema import (
    articles,
    codings,
    comparisons,
    events,
    failures,
    judgements,
    names,
    quotations,
    related_stories,
    stances,
    statements,
    stories,
    story_articles,
    story_changes,
)
from crossread.store.shapes import ArticleEntry, Counts, StoryEntry, StoryEvent, StoryFilter, Thing, ThingKind

_AFTER_ALL: Final = "~"  # sorts after every digit, letter and hyphen: what begins alike comes before it
_NAMED: Final[dict[ThingKind, Table]] = {
    "article": articles,
    "story": stories,
    "statement": statements,
    "quotation": quotations,
    "event": events,
    "stance": stances,
}


class SqlShelf(Part):
    """Shows what is kept."""

    def stories(self, wanted: StoryFilter | None = None, *, limit: int = 50, offset: int = 0) -> tuple[StoryEntry, ...]:
        """Return stories that fit, the last published first, then by id."""
        latest = (stories.c.last_day.desc().nulls_last(), stories.c.last_published.desc().nulls_last(), stories.c.id)
        with self._database.reading() as connection:
            query = self._fitting(_entries(), wanted or StoryFilter())
            if query is None:
                return ()
            rows = list(connection.execute(query.order_by(*latest).limit(limit).offset(offset)))
            return _story_entries(connection, rows)

    def count_stories(self, wanted: StoryFilter | None = None) -> int:
        """Return how many stories fit."""
        query = self._fitting(select(func.count()).select_from(stories), wanted or StoryFilter())
        if query is None:
            return 0
        with self._database.reading() as connection:
            return int(connection.execute(query).scalar_one())

    def story(self, story_id: str) -> StoryEntry:
        """Return a story."""
        with self._database.reading() as connection:
            rows = list(connection.execute(_entries().where(stories.c.id == story_id)))
            if not rows:
                raise UnknownIdError(unknown_story(connection, story_id))
            return _story_entries(connection, rows)[0]

    def story_history(self, story_id: str) -> tuple[StoryEvent, ...]:
        """Return what joined a story, what left it, and what it joined or came from itself."""
        concerned = or_(story_changes.c.story == story_id, story_changes.c.into_story == story_id)
        order = (func.coalesce(story_changes.c.day, ""), story_changes.c.story, story_changes.c.into_story)
        with self._database.reading() as connection:
            rows = list(connection.execute(select(story_changes).where(concerned).order_by(*order)))
        return tuple(StoryEvent(row.story, row.kind, row.into_story, row.day) for row in rows)

    def find(self, identity: str, limit: int = 10) -> tuple[Thing, ...]:
        """Return what the id names, or what the ids name that it begins."""
        with self._database.reading() as connection:
            exact = _things(connection, identity, limit, whole=True)
            return exact or _things(connection, identity, limit, whole=False)

    def outlets(self) -> tuple[tuple[str, int], ...]:
        """Return all outlets with their number of articles, the most first."""
        query = select(articles.c.outlet, func.count()).group_by(articles.c.outlet)
        with self._database.reading() as connection:
            found = [(outlet, count) for outlet, count in connection.execute(query)]
        return tuple(sorted(found, key=lambda entry: (-entry[1], entry[0])))

    def counts(self) -> Counts:
        """Return how much the store holds."""
        tables = (
            articles,
            codings,
            stories,
            comparisons,
            statements,
            quotations,
            events,
            stances,
            judgements,
            failures,
        )
        with self._database.reading() as connection:
            held = {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables
            }
            dated = articles.c.published.is_not(None) & articles.c.day.is_not(None)
            span = select(func.min(articles.c.day), func.max(articles.c.day)).where(dated)
            first, last = connection.execute(span).one()
        held["coded"] = held.pop("codings")
        return Counts(**held, first_published=first, last_published=last, outlets=dict(self.outlets()))

    def _fitting(self, query: Select[Any], wanted: StoryFilter) -> Select[Any] | None:
        """Return the query of the stories that fit; None where a filter of words has no word, so that none can."""
        query = query.where(stories.c.articles >= wanted.articles)
        if wanted.since is not None:
            query = query.where(stories.c.last_day >= _day(wanted.since))
        if wanted.until is not None:
            query = query.where(stories.c.first_day <= _day(wanted.until) + _AFTER_ALL)
        if wanted.outlet is not None:
            sought = storable(wanted.outlet).casefold()
            same = [name for name, _ in self.outlets() if name.casefold() == sought]
            query = query.where(_holding(select(articles.c.number).where(articles.c.outlet.in_(same))))
        named: tuple[tuple[str | None, Table, Literal[1, 2] | None], ...]
        named = ((wanted.actor, names, 1), (wanted.place, names, 2), (wanted.text, articles, None))
        for words, table, side in named:
            if words is not None:
                phrases = phrases_of(words, side_by_side=side is not None)
                if not phrases:
                    return None
                query = query.where(_holding(matching(self._database, table, phrases, side)))
        return query


def _holding(numbers: Select[Any]) -> Any:
    return stories.c.number.in_(select(story_articles.c.story).where(story_articles.c.article.in_(numbers)))


def _day(given: str) -> str:
    """Return a day, month or year as it was given. Raises UsageError if it is none."""
    try:
        date.fromisoformat((given + "-01-01")[:10] if len(given) in (4, 7) else given)
    except ValueError as error:
        raise UsageError(f"{given!r} is no date: give a day such as 2019-01-24, a month (2019-01) or a year") from error
    return given


def _entries() -> Select[Any]:
    return select(
        *(stories.c[name] for name in ("number", "id", "label", "first_published", "last_published", "actors")),
        comparisons.c.contradictions,
    ).outerjoin(comparisons, comparisons.c.story == stories.c.id)


def _story_entries(connection: Connection, rows: Sequence[Row[Any]]) -> tuple[StoryEntry, ...]:
    numbers = [row.number for row in rows]
    members: defaultdict[str, list[ArticleEntry]] = defaultdict(list)
    held = entries_query().where(stories.c.number.in_(numbers)).order_by(stories.c.number, story_articles.c.position)
    for row in connection.execute(held):
        members[row.story].append(to_entry(row))
    near: defaultdict[int, list[str]] = defaultdict(list)
    query = select(related_stories.c.story, related_stories.c.related).where(related_stories.c.story.in_(numbers))
    for number, related in connection.execute(query.order_by(related_stories.c.story, related_stories.c.position)):
        near[number].append(related)
    return tuple(_story_entry(row, members[row.id], near[row.number]) for row in rows)


def _story_entry(row: Row[Any], members: Sequence[ArticleEntry], related: Sequence[str]) -> StoryEntry:
    return StoryEntry(
        id=row.id,
        label=row.label,
        first_published=row.first_published,
        last_published=row.last_published,
        actors=row.actors,
        outlets=tuple(sorted({article.outlet for article in members})),
        articles=tuple(members),
        related=tuple(related),
        compared=row.contradictions is not None,
        contradictions=row.contradictions,
    )


def _things(connection: Connection, identity: str, limit: int, *, whole: bool) -> tuple[Thing, ...]:
    found: list[Thing] = []
    for kind, table in _NAMED.items():
        query = select(table.c.id).distinct().order_by(table.c.id).limit(limit)
        if kind not in ("article", "story"):
            query = query.add_columns(articles.c.id.label("document")).join(
                articles, articles.c.number == table.c.article
            )
        named = table.c.id == identity if whole else (table.c.id >= identity) & (table.c.id < identity + _AFTER_ALL)
        found += [Thing(kind, row.id, getattr(row, "document", None)) for row in connection.execute(query.where(named))]
    return tuple(found[:limit])
