"""What is known about an article besides its text."""

from dataclasses import asdict, dataclass, fields
from typing import Self


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a record, a page, a `sources.toml` or the caller tells of an article; `None` where nothing is told.

    The fields are those of `Document`. `published` is as it was written until `crossread.read.dates` has read it.
    """

    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    story: str | None = None

    def or_else(self, other: Self) -> Self:
        """Return this metadata, with what it lacks taken from the other."""
        told = {name: value for name, value in asdict(self).items() if value is not None}
        return type(self)(**{**asdict(other), **told})


METADATA_FIELDS: tuple[str, ...] = tuple(field.name for field in fields(Metadata))


def one_line(value: object) -> str | None:
    """Return the value's words on one line, None where it has none: no title or outlet has line breaks."""
    return None if value is None else " ".join(str(value).split()) or None
