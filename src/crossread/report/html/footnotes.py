"""Footnotes: each piece of evidence that the page shows gets a number, in the order of reading."""

from dataclasses import dataclass

from crossread.records import Comparison
from crossread.report.view.evidence import Excerpt


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
        for statement in comparison.statements:
            for span in statement.evidence:
                self._ground.setdefault(span.doc, []).append(
                    (span.start, span.end, statement.made_by, statement.confidence)
                )

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
                found_by=tuple(sorted({made_by for made_by, _ in found})),
                confidence=max((confidence for _, confidence in found), default=None),
            )
        return self._notes[key].number

    def all(self) -> tuple[Footnote, ...]:
        """Return the footnotes so far, by number."""
        return tuple(self._notes.values())
