"""An article as it was given."""

from dataclasses import dataclass, field
from hashlib import sha256

from crossread.records.ids import content_id
from crossread.records.span import Span


@dataclass(frozen=True, slots=True)
class Document:
    """One article: its text to the letter, and what is known about it.

    `None` means that nothing told it: neither the source nor the user. `outlet` is who printed it, never who is said to
    have spoken. `published` is ISO 8601: a date (`2019-01-24`) or a time (`2019-01-24T09:30:00+00:00`). `source` is the
    path, or the record's own id, as it was given. `story` is the group that the user put it in.
    """

    source: str
    text: str
    outlet: str
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    story: str | None = None
    id: str = field(init=False)
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        digest = sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        object.__setattr__(self, "sha256", digest)
        key = content_id("d", self.outlet, self.title, self.published, self.url, digest)
        object.__setattr__(self, "id", key)

    def span(self, start: int, end: int) -> Span:
        """Return the span of `text[start:end]`.

        Raises ValueError if the range is empty or leaves the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no span [{start}, {end}) in a text of {len(self.text)} characters")
        return Span(self.id, start, end, self.text[start:end])
