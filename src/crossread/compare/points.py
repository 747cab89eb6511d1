"""Points: what is told, by how many, and by whom not."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from crossread.compare.alignment import Alignment
from crossread.compare.passages import words_of
from crossread.compare.sources import Sources
from crossread.compare.wording import Wording, told
from crossread.records import Point, PointStatus, ResolvedStory, Span, Statement, content_id

CENTRAL: Final = 0.7  # of the most words shared with the others: a shorter telling is taken if it loses little


def find_points(resolved: ResolvedStory, alignment: Alignment, disputed: Collection[str]) -> tuple[Point, ...]:
    """Return what the story's documents tell, in the order of the text.

    Args:
        resolved: the story.
        alignment: which of its statements tell the same.
        disputed: ids of the statements that take part in a contradiction or difference.

    Returns:
        By the place of the first statement: agreed or disputed points of several documents, and single points for what
        one document alone tells.
    """
    statements = [s for coded in resolved.story.documents for s in coded.statements]
    place = {statement.id: n for n, statement in enumerate(statements)}
    facts = [tuple(sorted(fact, key=lambda s: place[s.id])) for fact in alignment.facts]
    tellings = sorted({*facts, *_alone(statements, alignment)}, key=lambda fact: [place[s.id] for s in fact])
    writer = _Writer(resolved, disputed)
    return tuple(writer.point(fact) for fact in tellings)


def _alone(statements: Iterable[Statement], alignment: Alignment) -> list[tuple[Statement]]:
    """Return the statements that nothing is linked to, each by itself; one on the very words of another only once."""
    linked = [statement for link in alignment.links for statement in (link.a, link.b)]
    linked += [statement for fact in alignment.facts for statement in fact]
    seen = {statement.evidence for statement in linked}
    alone: list[tuple[Statement]] = []
    for statement in statements:
        if statement.evidence not in seen:
            seen.add(statement.evidence)
            alone.append((statement,))
    return alone


class _Writer:
    """Writes points of one story."""

    def __init__(self, resolved: ResolvedStory, disputed: Collection[str]) -> None:
        self._outlets = {
            coded.annotated.document.id: coded.annotated.document.outlet for coded in resolved.story.documents
        }
        self._sources = Sources(resolved.story)
        self._wording = Wording(resolved)
        self._disputed = disputed

    def point(self, fact: Sequence[Statement]) -> Point:
        """Return the point of these statements."""
        telling = {statement.doc for statement in fact}
        outlets = tuple(dict.fromkeys(outlet for doc, outlet in self._outlets.items() if doc in telling))
        clearest = self._clearest(fact)
        return Point(
            id=content_id("p", *sorted(statement.id for statement in fact)),
            label=self._wording.label(clearest),
            kind=clearest.property,
            status=self._status(fact, outlets),
            outlets=outlets,
            independent_sources=self._sources.independent(fact),
            absent_from=tuple(doc for doc in self._outlets if doc not in telling),
            evidence=self._evidence(fact),
            statements=tuple(statement.id for statement in fact),
        )

    def _status(self, fact: Iterable[Statement], outlets: Collection[str]) -> PointStatus:
        if any(statement.id in self._disputed for statement in fact):
            return "disputed"
        return "agreed" if len(outlets) > 1 else "single"

    def _evidence(self, fact: Iterable[Statement]) -> tuple[Span, ...]:
        place = {doc: number for number, doc in enumerate(self._outlets)}
        spans = {span for statement in fact for span in statement.evidence}
        return tuple(sorted(spans, key=lambda span: (place[span.doc], span.start, span.end)))

    def _clearest(self, fact: Sequence[Statement]) -> Statement:
        """Return the shortest of those that share most content words with the others, a whole clause before a part."""
        if len(fact) == 1:
            return fact[0]
        keys = [_content(statement) for statement in fact]
        shared = [sum(len(mine & theirs) for theirs in keys) - len(mine) for mine in keys]
        central = [s for s, count in zip(fact, shared, strict=True) if count >= CENTRAL * max(shared)]
        return min(central, key=lambda s: (not self._wording.complete(s), len(told(s)), s.id))


def _content(statement: Statement) -> frozenset[str]:
    return frozenset(word.key for word in words_of(told(statement), 0, len(told(statement))) if not word.grammar)
