"""How far a description goes: "the head of the Harbour Council", "voters in Norra"."""

import re

from crossread.records import CodedDocument, Span
from crossread.resolve.shown import shown, with_article

_TIE = re.compile(r" (?:of|for|in) (?=(the |its |their |his |her )?)")
_DEEPEST = 3  # "the head of the office of the mayor of Norra"


class Phrases:
    """The names and descriptions of an article, by where they begin."""

    def __init__(self, coded: CodedDocument) -> None:
        document = coded.annotated.document
        self._document = document
        self._end: dict[int, int] = {}
        for mention in coded.annotated.mentions:
            if mention.form != "pronoun":
                whole = with_article(document, mention, shown(document, mention))
                for start in (whole.start, mention.span.start):
                    self._end[start] = max(self._end.get(start, 0), whole.end)

    def whole(self, span: Span) -> Span:
        """Return a description with what "of", "for" or "in" ties to it, if that is a name or a description."""
        end = span.end
        for _ in range(_DEEPEST):
            tie = _TIE.match(self._document.text, end)
            starts = (tie.end(), tie.end() + len(tie[1] or "")) if tie else ()
            further = next((self._end[start] for start in starts if start in self._end), None)
            if further is None:
                break
            end = further
        return self._document.span(span.start, end) if end > span.end else span
