"""How a story of the stream stands: as it is told to others, and as it is kept to go on from."""

from collections.abc import Iterable, Sequence
from datetime import date

from crossread.group.live import UNDATED
from crossread.group.telling import actors_of, label_of
from crossread.group.thread import SAME_EVENT, Thread, nearness
from crossread.records import GroupedStory, OpenStory, Repeat

RELATED_SHARE = 0.5  # of SAME_EVENT: stories as near as that are named beside each other
RELATED = 5


def grouped_story(thread: Thread, repeats: Sequence[Repeat], others: Iterable[Thread]) -> GroupedStory:
    """Return a story; `repeats` are those of its documents, `others` stories that may be related."""
    near = sorted((-nearness(thread, other), other.story) for other in others)
    return GroupedStory(
        id=thread.story,
        label=label_of(thread),
        documents=tuple(name for _, name in thread.ids),
        first=iso(thread.begun),
        last=iso(thread.last),
        actors=actors_of(thread.articles),
        related=tuple(story for value, story in near if -value >= SAME_EVENT * RELATED_SHARE)[:RELATED],
        repeats=tuple(repeats),
        changes=thread.changes,
    )


def open_story(thread: Thread, repeats: Sequence[Repeat]) -> OpenStory:
    """Return what is kept of a story that may still grow."""
    return OpenStory(
        tuple(name for _, name in thread.ids),
        tuple(number for number, _ in thread.ids),
        tuple(repeats),
        thread.changes,
        iso(thread.begun),
    )


def iso(day: int) -> str | None:
    """Return a day as it is written; None for `UNDATED`."""
    return None if day == UNDATED else date.fromordinal(max(1, day)).isoformat()


def ordinal(day: str | None) -> int:
    """Return the day that `iso` wrote."""
    return UNDATED if day is None else date.fromisoformat(day).toordinal()
