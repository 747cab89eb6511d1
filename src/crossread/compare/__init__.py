"""→ Comparison: points, discrepancies, absences, labels, timeline, summary."""

from crossread.compare.comparer import StoryComparer

__all__ = ["StoryComparer"]
