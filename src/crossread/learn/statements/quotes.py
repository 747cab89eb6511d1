"""Task `quotes`: quotations between marks, with the right speaker.

Gold: PolNeAR as JSON Lines, or a folder of gold keys (one JSON file a story), whose articles `--stories` names.
"""

from collections.abc import Mapping

from crossread.learn.statements.key_quotes import evaluate_keys
from crossread.learn.statements.polnear_quotes import evaluate_polnear
from crossread.learn.statements.tasks import Given


def evaluate(given: Given) -> Mapping[str, object]:
    """Return precision, recall and F1."""
    return evaluate_keys(given) if given.gold.is_dir() else evaluate_polnear(given)
