"""Precision, recall, F1."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """Right ones among those found, and among those that the gold has; the two differ where matching is not 1 to 1."""

    right: int = 0
    found: int = 0
    met: int = 0
    gold: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.right + other.right, self.found + other.found, self.met + other.met, self.gold + other.gold)

    def shown(self) -> dict[str, float | int]:
        """Return precision, recall and F1, rounded to three digits, and how many were found and are in the gold."""
        precision = self.right / self.found if self.found else 0.0
        recall = self.met / self.gold if self.gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {
            "precision": round(precision, 3),
            "recall": round(recall, 3),
            "f1": round(f1, 3),
            "found": self.found,
            "gold": self.gold,
        }
