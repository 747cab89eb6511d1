"""Task `times`: expressions of time and their values, against TimeML, or a folder of gold keys (`*.json`).

Counted as TempEval-3 does (UzZaman et al. 2013): a span is met if it overlaps one that was found, one to one (relaxed);
`strict` asks for the same characters; `value` asks a met span to have the gold's value too. Values are compared by what
they mean (`1949-XX` is `1949`). `value_accuracy` is the part of the met spans with the right value.
"""

from collections.abc import Mapping, Sequence

from crossread.learn.statements.figures import Count
from crossread.learn.statements.key_values import evaluate_times
from crossread.learn.statements.tasks import Given
from crossread.learn.statements.timeml import GoldTime, read_timeml
from crossread.learn.statements.timex import plain_value, timex_value
from crossread.records import Time

KINDS = ("relaxed", "strict", "value")


def evaluate(given: Given) -> Mapping[str, object]:
    """Return precision, recall and F1 of spans (relaxed, strict) and of values; of keys, what was found and right."""
    if given.gold.is_dir() and any(given.gold.glob("*.json")):
        return evaluate_times(given)
    totals = dict.fromkeys(KINDS, Count())
    for article in read_timeml(given.gold):
        found = given.pipeline.annotate.annotate(article.document).times
        for kind, count in score(article.times, found).items():
            totals[kind] += count
    met = totals["relaxed"].met
    accuracy = totals["value"].met / met if met else 0.0
    return {kind: total.shown() for kind, total in totals.items()} | {"value_accuracy": round(accuracy, 3)}


def score(gold: Sequence[GoldTime], found: Sequence[Time]) -> dict[str, Count]:
    """Count one article's times."""
    free = list(found)
    right = dict.fromkeys(KINDS, 0)
    for wanted in gold:
        met = next((time for time in free if time.span.start < wanted.end and wanted.start < time.span.end), None)
        if met is None:
            continue
        free.remove(met)
        value = timex_value(met)
        right["relaxed"] += 1
        right["strict"] += (met.span.start, met.span.end) == (wanted.start, wanted.end)
        right["value"] += value is not None and plain_value(value) == plain_value(wanted.value)
    return {kind: Count(n, len(found), n, len(gold)) for kind, n in right.items()}
