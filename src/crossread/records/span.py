"""The proof of everything said: words of an article, with their place in it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character range `[start, end)`, in Unicode code points, of the text of document `doc`.

    `text` is always exactly `document.text[start:end]`; build spans with `Document.span`, which keeps that true.
    """

    doc: str
    start: int
    end: int
    text: str

    def covers(self, other: "Span") -> bool:
        """Tell whether the other span lies wholly inside this one."""
        return self.doc == other.doc and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share at least one character."""
        return self.doc == other.doc and self.start < other.end and other.start < self.end


def any_overlap(some: Iterable[Span], others: Collection[Span]) -> bool:
    """Tell whether one of some spans overlaps one of the others."""
    return any(one.overlaps(other) for one in some for other in others)
