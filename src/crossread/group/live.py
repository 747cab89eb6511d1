"""What is kept in memory of an article while its story may still grow."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from crossread.group.hashed import Hashed
from crossread.group.vectors import Vector
from crossread.records import Profile

UNDATED = date.max.toordinal()
"""Where articles without a day stand: after all others, near to all of them."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article in the stream.

    `number`: its place in the stream. `day`: as an ordinal. `title`, `first_line`, `names`: what may be shown of it.
    `copy`: whether it is a copy, or a revision, of an earlier one as a whole.
    """

    number: int
    id: str
    day: int
    title: str | None
    first_line: str
    names: Mapping[str, int]
    told: Vector
    wording: Hashed
    copy: bool = False


def article(number: int, day: int, profile: Profile, told: Vector) -> Article:
    """Return what is kept of an article; `told` is what it tells."""
    names = dict(profile.names)
    return Article(number, profile.doc, day, profile.title, profile.lead, names, told, Hashed.of(profile))


def day_of(profile: Profile) -> int:
    """Return the day of a profile as an ordinal; `UNDATED` where it has none, or one that is no date."""
    if profile.day is None:
        return UNDATED
    try:
        return date.fromisoformat(profile.day).toordinal()
    except ValueError:
        return UNDATED
