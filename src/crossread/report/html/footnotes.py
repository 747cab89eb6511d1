"""Footnotes: each piece of evidence that the page shows gets a number, in the order of reading."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from crossread.records import Comparison, Span
from crossread.report.view.evidence import Excerpt

_STAGES = ("annotate", "extract", "group", "resolve", "compare")  # as the pipeline's name lists them


@dataclass(frozen=True, slots=True)
class Footnote:
    """Where the evidence stands and what found it; `confidence` is in [0, 1], None where nobody states one."""

    number: int
    excerpt: Excerpt
    found_by: tuple[str, ...]
    confidence: float | None


class Footnotes:
    """Numbers evidence as the template comes to it."""

    def __init__(self, comparison: Comparison) -> None:
        self._notes: dict[tuple[str, int, int], Footnote] = {}
        self._ground: dict[str, list[tuple[int, int, str, float]]] = {}
        self._read: dict[tuple[str, int, int], str] = {}
        for statement in comparison.statements:
            for span in statement.evidence:
                self._ground.setdefault(span.doc, []).append(
                    (span.start, span.end, statement.made_by, statement.confidence)
                )
        for stage, spans in _found_in_stages(comparison):
            for span in spans:
                self._read.setdefault((span.doc, span.start, span.end), stage)

    def number(self, excerpt: Excerpt) -> int:
        """Return the number of the evidence's footnote: always the same for the same place."""
        key = (excerpt.source.doc, excerpt.start, excerpt.end)
        if key not in self._notes:
            found = [
                (made_by, confidence)
                for start, end, made_by, confidence in self._ground.get(excerpt.source.doc, ())
                if start < excerpt.end and excerpt.start < end
            ]
            self._notes[key] = Footnote(
                number=len(self._notes) + 1,
                excerpt=excerpt,
                found_by=tuple(sorted({made_by for made_by, _ in found})) or self._stage(key),
                confidence=max((confidence for _, confidence in found), default=None),
            )
        return self._notes[key].number

    def all(self) -> tuple[Footnote, ...]:
        """Return the footnotes so far, by number."""
        return tuple(self._notes.values())

    def _stage(self, place: tuple[str, int, int]) -> tuple[str, ...]:
        return (self._read[place],) if place in self._read else ()


def _found_in_stages(comparison: Comparison) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Yield the stage (its verb and the name that the pipeline states) and the words that it found."""
    names = comparison.generator.pipeline.split(" > ")
    annotate, extract, group, _, compare = (
        f"{verb} {name}" for verb, name in zip_longest(_STAGES, names[: len(_STAGES)], fillvalue="")
    )
    yield compare, tuple(span for one in comparison.discrepancies for side in one.sides for span in side.evidence)
    yield compare, tuple(span for one in comparison.summary for span in one.evidence)
    yield group, tuple(here for one in comparison.story.copies for here, _ in one.passages)
    yield extract, tuple(one.span for one in comparison.quotes)
    yield extract, tuple(span for one in comparison.stances for span in one.evidence)
    yield extract, tuple(span for one in comparison.labels for span in one.evidence)
    yield annotate, tuple(one.span for one in comparison.quantities)
    yield compare, tuple(span for one in comparison.timeline for span in one.evidence)
