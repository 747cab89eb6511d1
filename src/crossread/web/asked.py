"""What requests ask for, read the same way by the pages and the JSON API."""

from typing import Annotated

from fastapi import Depends, HTTPException, Query, Request

from crossread.store import HitKind, StoryFilter
from crossread.web.desk import Desk
from crossread.web.guard import CSRF_FIELD, carries_token

PAGE = 50  # items a page
MOST = 200  # items a request may ask for

Offset = Annotated[int, Query(ge=0, description="How many items to leave out at the beginning.")]
Limit = Annotated[int, Query(ge=1, le=MOST, description="The most items to return.")]
Chosen = Annotated[list[str], Query(description="Ids of articles, two at least.")]
Kind = Annotated[HitKind, Query(description="What to search.")]
Words = Annotated[str, Query(max_length=1000, description='Words, all of which must stand there; "side by side".')]


def story_filter(
    since: Annotated[str | None, Query(description="A day, month or year: stories that go on after it.")] = None,
    until: Annotated[str | None, Query(description="A day, month or year: stories that begin by it.")] = None,
    actor: Annotated[str | None, Query(description="Whom some article names.")] = None,
    place: Annotated[str | None, Query(description="Where some article is set.")] = None,
    outlet: Annotated[str | None, Query(description="Who printed some article.")] = None,
    text: Annotated[str | None, Query(description="Words of some article.")] = None,
    articles: Annotated[int, Query(ge=1, description="At least so many articles.")] = 1,
) -> StoryFilter:
    """Return the filter that the query asks for; an empty field of a form asks for nothing."""
    return StoryFilter(
        since or None, until or None, actor or None, place or None, outlet or None, text or None, articles
    )


def the_desk(request: Request) -> Desk:
    """Return the desk that the application was made with."""
    desk: Desk = request.app.state.desk
    return desk


TheDesk = Annotated[Desk, Depends(the_desk)]


async def changes(request: Request, desk: TheDesk) -> None:
    """Let only through what our own page, or a program with the launch token, sends."""
    sent = (await request.form()).get(CSRF_FIELD) if _is_form(request) else None
    if not carries_token(request, desk.settings, sent if isinstance(sent, str) else None):
        raise HTTPException(403, "this was not sent from a page of this workbench: load the page again")


def _is_form(request: Request) -> bool:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind in {"application/x-www-form-urlencoded", "multipart/form-data"}
