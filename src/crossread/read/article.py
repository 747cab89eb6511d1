"""An article as one file gave it, before its metadata is settled."""

from dataclasses import dataclass

from crossread.read.metadata import Metadata


@dataclass(frozen=True, slots=True)
class Article:
    """The text of one article and what its own file tells about it.

    `source`: the path, or the record's own id, as it was given. `place` says where a record stands, for messages
    (`articles.jsonl, line 3`); it is empty where the source is the whole file. `name` stands in for an outlet that
    nothing tells. `from_page`: its metadata comes from markup, whose language is often only that of the template.
    """

    source: str
    place: str
    name: str
    text: str
    metadata: Metadata
    from_page: bool = False

    def located(self, message: str) -> str:
        """Return the message with the place before it, where there is one."""
        return f"{self.place}: {message}" if self.place else message
