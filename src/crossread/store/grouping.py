"""Profiles in, stories out."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, exists, func, insert, or_, select, update

from crossread.errors import UnknownIdError
from crossread.records import Change, CodedDocument, GroupedStory, Grouping, Profile, Window
from crossread.report.published import first_and_last
from crossread.store.codec import decode, encode
from crossread.store.coding import save_profile
from crossread.store.paging import in_pages
from crossread.store.part import Part, article_numbers, portions
from crossread.store.schema import (
    articles,
    codings,
    profiles,
    related_stories,
    repeats,
    stories,
    story_articles,
    story_changes,
    windows,
)

_PROFILES_A_PAGE = 500  # a few kilobytes each


class SqlGrouping(Part):
    """Keeps profiles, stories and windows."""

    def to_profile(self) -> Iterator[CodedDocument]:
        """Yield the coded articles without a profile."""
        query = (
            select(articles.c.place, codings.c.content)
            .join(codings, codings.c.article == articles.c.number)
            .where(~exists().where(profiles.c.article == articles.c.number))
        )
        for row in in_pages(self._database, query, articles.c.place):
            yield decode(row.content, CodedDocument)

    def save_profile(self, profile: Profile) -> None:
        """Keep the profile of an article."""
        with self._database.writing() as connection:
            save_profile(self._database, connection, profile)

    def profiles(self, since: str | None = None) -> Iterator[Profile]:
        """Yield profiles in order."""
        query = select(articles.c.place, profiles.c.content).join(profiles, profiles.c.article == articles.c.number)
        if since is not None:
            query = query.where(or_(articles.c.day >= since, articles.c.day.is_(None)))
        for row in in_pages(self._database, query, articles.c.place, _PROFILES_A_PAGE):
            yield decode(row.content, Profile)

    def count_ungrouped(self) -> int:
        """Return how many profiled articles stand in no story."""
        with self._database.reading() as connection:
            return connection.execute(select(func.count()).select_from(profiles).where(_ungrouped())).scalar_one()

    def first_ungrouped_day(self) -> str | None:
        """Return the first day that has a profiled article in no story."""
        query = select(func.min(articles.c.day)).join(profiles, profiles.c.article == articles.c.number)
        with self._database.reading() as connection:
            return connection.execute(query.where(_ungrouped())).scalar()

    def window(self, at: str | None = None) -> Window | None:
        """Return the last window, or the last that ends by the day `at`."""
        query = select(windows.c.content).order_by(windows.c.until_day.desc()).limit(1)
        if at is not None:
            query = query.where(windows.c.until_day <= at)
        with self._database.reading() as connection:
            content = connection.execute(query).scalar()
        return None if content is None else decode(content, Window)

    def save_grouping(self, grouping: Grouping, *, afresh: bool = False) -> None:
        """Keep stories and the window."""
        held = [identity for story in grouping.stories for identity in story.documents]
        repeated = [repeat.of for story in grouping.stories for repeat in story.repeats]
        with self._database.writing() as connection:
            if afresh:
                for table in (stories, story_changes, windows):
                    connection.execute(delete(table))
            numbers = article_numbers(connection, [*held, *repeated])
            left = _take_out(connection, [numbers[identity] for identity in held])
            for story in grouping.stories:
                self._save_story(connection, story, numbers)
            _count_again(connection, left)
            if grouping.window is not None:
                self._save_window(connection, grouping.window)

    def story_ids(self) -> Iterator[str]:
        """Yield the ids of all stories."""
        place = (func.coalesce(stories.c.first_day, "9999-12-31") + " " + stories.c.id).label("place")
        for row in in_pages(self._database, select(place, stories.c.id), place, _PROFILES_A_PAGE):
            yield row.id

    def grouped(self, story_id: str) -> GroupedStory:
        """Return a story as it was grouped."""
        with self._database.reading() as connection:
            content = connection.execute(select(stories.c.content).where(stories.c.id == story_id)).scalar()
            if content is None:
                raise UnknownIdError(unknown_story(connection, story_id))
        return decode(content, GroupedStory)

    def story_documents(self, story_id: str) -> tuple[str, ...]:
        """Return the ids of a story's articles."""
        with self._database.reading() as connection:
            return documents_of(connection, story_id)

    def _save_story(self, connection: Connection, story: GroupedStory, numbers: Mapping[str, int]) -> None:
        own = [numbers[identity] for identity in story.documents]
        published = [
            row.published
            for portion in portions(own)
            for row in connection.execute(select(articles.c.published).where(articles.c.number.in_(portion)))
        ]
        first, last = first_and_last(published)
        row = {
            "id": story.id,
            "label": story.label,
            "first_published": first,
            "last_published": last,
            "first_day": story.first,
            "last_day": story.last,
            "articles": len(own),
            "actors": story.actors,
            "content": encode(story),
        }
        self._database.replace(connection, stories, row, ["id"])
        number = connection.execute(select(stories.c.number).where(stories.c.id == story.id)).scalar_one()
        connection.execute(delete(story_articles).where(story_articles.c.story == number))
        members = [{"article": key, "story": number, "position": place} for place, key in enumerate(own)]
        _insert(connection, story_articles, members)
        _insert(connection, repeats, _repeats(story, numbers))
        connection.execute(delete(related_stories).where(related_stories.c.story == number))
        related = [{"story": number, "position": place, "related": key} for place, key in enumerate(story.related)]
        _insert(connection, related_stories, related)
        for change in story.changes:
            self._database.replace(connection, story_changes, _change(change), ["story", "kind", "into_story"])

    def _save_window(self, connection: Connection, window: Window) -> None:
        connection.execute(delete(windows).where(windows.c.until_day > window.until))
        row = {"until_day": window.until, "since_day": window.since, "content": encode(window)}
        self._database.replace(connection, windows, row, ["until_day"])


def documents_of(connection: Connection, story_id: str) -> tuple[str, ...]:
    """Return the ids of a story's articles, in order. Raises UnknownIdError."""
    query = (
        select(articles.c.id)
        .join(story_articles, story_articles.c.article == articles.c.number)
        .join(stories, stories.c.number == story_articles.c.story)
        .where(stories.c.id == story_id)
        .order_by(story_articles.c.position)
    )
    found = tuple(row.id for row in connection.execute(query))
    if not found:
        raise UnknownIdError(unknown_story(connection, story_id))
    return found


def unknown_story(connection: Connection, story_id: str) -> str:
    """Return what to tell of an id that names no story (any more)."""
    joined = and_(story_changes.c.story == story_id, story_changes.c.kind == "joined")
    into = connection.execute(select(story_changes.c.into_story).where(joined)).scalars().all()
    if into:
        return f"the story {story_id!r} is no more: it joined {into[-1]!r}"
    return f"the store has no story {story_id!r}: `crossread stories` lists them"


def _ungrouped() -> ColumnElement[bool]:
    return ~exists().where(story_articles.c.article == profiles.c.article)


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _take_out(connection: Connection, numbers: list[int]) -> list[int]:
    """Take articles out of their stories; return the numbers of these stories."""
    left: set[int] = set()
    for portion in portions(numbers):
        held = story_articles.c.article.in_(portion)
        left.update(connection.execute(select(story_articles.c.story).where(held).distinct()).scalars())
        connection.execute(delete(story_articles).where(held))
        connection.execute(delete(repeats).where(repeats.c.article.in_(portion)))
    return sorted(left)


def _count_again(connection: Connection, numbers: list[int]) -> None:
    """Drop the stories that were left by all their articles; count those of the others."""
    for portion in portions(numbers):
        of_story = story_articles.c.story == stories.c.number
        connection.execute(delete(stories).where(stories.c.number.in_(portion), ~exists().where(of_story)))
        count = select(func.count()).where(of_story).scalar_subquery()
        connection.execute(update(stories).where(stories.c.number.in_(portion)).values(articles=count))


def _repeats(story: GroupedStory, numbers: Mapping[str, int]) -> list[dict[str, Any]]:
    """Return a story's repeats; of the articles that one copies or revises, only the one that it is shown to."""
    told = [repeat for repeat in story.repeats if repeat.kind == "lifted" or story.copy_of.get(repeat.doc) == repeat.of]
    by_pair = {(repeat.doc, repeat.of): repeat for repeat in told}
    return [
        {"article": numbers[repeat.doc], "repeated": numbers[repeat.of], "kind": repeat.kind, "share": repeat.share}
        for repeat in by_pair.values()
    ]


def _change(change: Change) -> dict[str, str | None]:
    return {"story": change.story, "kind": change.kind, "into_story": change.into, "day": change.day}
