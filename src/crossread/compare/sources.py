"""How many independent accounts stand behind a fact: copies and one agency's words count once."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from crossread.linking import fold
from crossread.records import Document, Quote, Span, Statement, Story
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
        self._lifted = [(here, copy.of) for copy in story.copies for here, _ in copy.passages if copy.kind == "lifted"]
        self._quotes: defaultdict[str, list[Quote]] = defaultdict(list)
        for coded in story.documents:
            self._quotes[coded.annotated.document.id] += [quote for quote in coded.quotes if quote.direct]

    def independent(self, fact: Iterable[Statement]) -> int:
        """Count the origins of a fact's statements.

        A copy or a revision has the origin of what it repeats, and a lifted passage that of where it stood before; what
        an agency wrote, or is named as the source of, has the agency's; words in quotation marks are their speaker's,
        whoever prints them.
        """
        return len({self._origin(statement) for statement in fact})

    def _origin(self, statement: Statement) -> str:
        quote = next((quote for quote in self._quotes[statement.doc] if _holds(quote.span, statement)), None)
        speaker = statement.speaker or (quote.speaker if quote else None)
        if quote and speaker and self._agency_spoke(statement) is None:
            return f"said by {(fold(speaker.name).split() or [''])[-1]}"  # one account has the surname only
        doc = next((of for here, of in self._lifted if _holds(here, statement)), statement.doc)
        seen = {doc}
        while doc in self._repeats and self._repeats[doc] not in seen:
            doc = self._repeats[doc]
            seen.add(doc)
        return self._agency_spoke(statement) or self._of.get(doc) or doc

    def _agency_spoke(self, statement: Statement) -> str | None:
        return self._agencies.get(fold(statement.speaker.name)) if statement.speaker is not None else None

    def _agency_of(self, document: Document) -> str | None:
        """Return the agency of the byline ("By A. Moll, Reuters") or of the dateline."""
        parts = re.split(r",| and | for |^by |\(|\)", fold(document.byline or ""))
        datelines = [fold(match.group(1)) for match in _DATELINE.finditer(document.text, 0, _OPENING)]
        return next(
            (self._agencies[part.strip()] for part in [*parts, *datelines] if part.strip() in self._agencies), None
        )


def _holds(span: Span, statement: Statement) -> bool:
    """Tell whether most of the statement's words stand in the span."""
    total = sum(there.end - there.start for there in statement.evidence)
    inside = sum(max(0, min(there.end, span.end) - max(there.start, span.start)) for there in statement.evidence)
    return span.doc == statement.doc and 2 * inside > total
