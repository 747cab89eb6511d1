"""How many independent accounts stand behind a fact: copies and one agency's words count once."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from crossread.linking import fold
from crossread.records import Document, Statement, Story
from crossread.resources import read_table

_DATELINE: Final = re.compile(r"\(([^()\n]{2,40})\)")
_OPENING: Final = 160  # characters: a dateline stands at the very beginning, "TARSK (Reuters) - …"


class Sources:
    """Knows the origin of every document of a story."""

    def __init__(self, story: Story) -> None:
        self._agencies = {row["name"]: row["agency"] for row in read_table("lexicons/en/wire_services.tsv")}
        documents = [coded.annotated.document for coded in story.documents]
        self._of: Mapping[str, str | None] = {document.id: self._agency_of(document) for document in documents}
        self._repeats = {copy.doc: copy.of for copy in story.copies if copy.kind != "lifted"}

    def independent(self, fact: Iterable[Statement]) -> int:
        """Count the origins of a fact's statements.

        A copy or a revision has the origin of what it repeats; what an agency wrote, or is named as the source of, has
        the agency's.
        """
        return len({self._origin(statement) for statement in fact})

    def _origin(self, statement: Statement) -> str:
        doc, seen = statement.doc, {statement.doc}
        while doc in self._repeats and self._repeats[doc] not in seen:
            doc = self._repeats[doc]
            seen.add(doc)
        spoken = self._agencies.get(fold(statement.speaker.name)) if statement.speaker is not None else None
        return spoken or self._of.get(doc) or doc

    def _agency_of(self, document: Document) -> str | None:
        """Return the agency of the byline ("By A. Moll, Reuters") or of the dateline."""
        parts = re.split(r",| and | for |^by |\(|\)", fold(document.byline or ""))
        datelines = [fold(match.group(1)) for match in _DATELINE.finditer(document.text, 0, _OPENING)]
        return next(
            (self._agencies[part.strip()] for part in [*parts, *datelines] if part.strip() in self._agencies), None
        )
