"""What a comparison was made from, as a digest: where it is another, the comparison is out of date."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import Connection, func, select

from crossread.store.schema import articles, codings, judgements, stories, story_articles

_DIGITS: Final = 32
_SEPARATOR: Final = "\x1f"


def story_digests(connection: Connection, numbers: Sequence[int], made_by: str, least: int) -> dict[str, str]:
    """Return the digest of each of the stories, by id, that have at least so many coded articles.

    It is made of the stages' names, of the articles in their order with what each tells, and of the
    judgements that were made of the story.
    """
    members: dict[str, list[str]] = {}
    for row in connection.execute(_members(numbers)):
        members.setdefault(row.story, []).append(f"{row.id} {row.digest}")
    judged = dict(_judged(connection, sorted(members)))
    return {
        story: _digest([made_by, judged.get(story, ""), *lines])
        for story, lines in members.items()
        if len(lines) >= least
    }


def _members(numbers: Sequence[int]) -> Any:
    return (
        select(stories.c.id.label("story"), articles.c.id, codings.c.digest)
        .join(story_articles, story_articles.c.story == stories.c.number)
        .join(articles, articles.c.number == story_articles.c.article)
        .join(codings, codings.c.article == articles.c.number)
        .where(stories.c.number.in_(numbers))
        .order_by(stories.c.number, story_articles.c.position)
    )


def _judged(connection: Connection, ids: Sequence[str]) -> list[tuple[str, str]]:
    query = (
        select(judgements.c.story, func.max(judgements.c.number))
        .where(judgements.c.story.in_(ids))
        .group_by(judgements.c.story)
    )
    return [(story, str(last)) for story, last in connection.execute(query)]


def _digest(parts: Sequence[str]) -> str:
    return sha256(_SEPARATOR.join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
