"""Task `quantities`: numbers of things and their values, against a folder of gold keys."""

from collections.abc import Mapping

from crossread.learn.statements.key_values import evaluate_quantities
from crossread.learn.statements.tasks import Given


def evaluate(given: Given) -> Mapping[str, object]:
    """Return how many were found, and how many with their value."""
    return evaluate_quantities(given)
