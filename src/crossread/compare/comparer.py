"""Compares the accounts of one story: the last stage before the report."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from crossread.compare.alignment import Alignment, align
from crossread.compare.discrepancies import find_discrepancies
from crossread.compare.labels import find_labels
from crossread.compare.model import PairModel
from crossread.compare.parties import Parties
from crossread.compare.passages import Passages
from crossread.compare.points import find_points
from crossread.compare.relations import find_relations
from crossread.compare.speakers import with_named_speakers
from crossread.compare.summary import summarise
from crossread.compare.timeline import build_timeline
from crossread.records import (
    Comparison,
    Discrepancy,
    Failure,
    Generator,
    Judgement,
    ResolvedStory,
    Span,
    Verdict,
    any_overlap,
)
from crossread.version import VERSION

_NAME: Final = "compare/1"
DISPUTED: Final = 0.5  # the confidence in a difference, from which on it is likelier one than none


@dataclass(frozen=True, slots=True)
class StoryComparer:
    """Finds what is told alike, told differently, told by one alone.

    `judgements` of people outrank what it finds: of two statements, by id, that they tell the same or do not; and of a
    discrepancy that it is wrong.
    """

    judgements: tuple[Judgement, ...] = ()

    @property
    def name(self) -> str:
        return _NAME

    def judged(self, judgements: Sequence[Judgement]) -> "StoryComparer":
        """Return the comparer with these judgements besides its own."""
        return replace(self, judgements=(*self.judgements, *judgements))

    def compare(self, resolved: ResolvedStory) -> Comparison:
        resolved = with_named_speakers(resolved)
        story = resolved.story
        place = {coded.annotated.document.id: n for n, coded in enumerate(story.documents)}
        parties, passages = Parties(resolved), Passages(resolved)
        labels = find_labels(resolved, passages)
        alignment = align(resolved, passages, self.judgements)
        wrong = {judgement.a for judgement in self.judgements if judgement.verdict is Verdict.WRONG}
        found = find_discrepancies(resolved, alignment, labels, passages)
        discrepancies = tuple(discrepancy for discrepancy in found if discrepancy.id not in wrong)
        points = find_points(resolved, alignment, _disputed(alignment, discrepancies))

        def key(spans: Sequence[Span], identity: str) -> tuple[int, int, int, str]:
            return place[spans[0].doc], spans[0].start, spans[0].end, identity

        return Comparison(
            generator=Generator("crossread", VERSION, self.name, _models()),
            story=story,
            entities=tuple(sorted(resolved.entities, key=lambda e: key(e.mentions, e.id))),
            points=tuple(sorted(points, key=lambda p: key(p.evidence, p.id))),
            discrepancies=discrepancies,
            quotes=tuple(
                parties.quote(quote)
                for coded in story.documents
                for quote in sorted(coded.quotes, key=lambda q: key((q.span,), q.id))
            ),
            stances=tuple(
                parties.stance(stance)
                for coded in story.documents
                for stance in sorted(coded.stances, key=lambda s: key(s.evidence, s.id))
            ),
            events=tuple(
                parties.event(event)
                for coded in story.documents
                for event in sorted(coded.events, key=lambda e: key(e.evidence, e.id))
            ),
            times=tuple(time for coded in story.documents for time in coded.annotated.times),
            quantities=tuple(quantity for coded in story.documents for quantity in coded.annotated.quantities),
            labels=labels,
            statements=tuple(
                parties.statement(statement)
                for coded in story.documents
                for statement in sorted(coded.statements, key=lambda s: key(s.evidence, s.id))
            ),
            timeline=build_timeline(resolved, points, passages),
            summary=summarise(resolved, points, passages),
            failures=_strangers(resolved),
            relations=find_relations(alignment, passages, discrepancies),
        )


def _models() -> dict[str, str]:
    name, version = PairModel.shipped().name.rsplit("/", 1)
    return {name: version}


def _disputed(alignment: Alignment, discrepancies: Sequence[Discrepancy]) -> frozenset[str]:
    """Return the ids of the statements whose very words a contradiction shows, or a difference that likely is one."""
    shown: dict[str, list[Span]] = {}
    for discrepancy in discrepancies:
        likely = discrepancy.severity == "difference" and discrepancy.confidence >= DISPUTED
        if discrepancy.severity == "contradiction" or likely:
            for side in discrepancy.sides:
                shown.setdefault(side.doc, []).extend(side.differing)
    return frozenset(
        statement.id
        for fact in alignment.facts
        for statement in fact
        if any_overlap(statement.evidence, shown.get(statement.doc, ()))
    )


def _strangers(resolved: ResolvedStory) -> tuple[Failure, ...]:
    documents = {coded.annotated.document.id: coded.annotated.document for coded in resolved.story.documents}
    return tuple(
        Failure(documents[doc].source, "group", "this article seems to tell another event than the others")
        for doc in resolved.story.strangers
    )
