"""Times and quantities against gold keys, each on its own words.

As the keys have them: a time is right if its value begins with the gold's date, a quantity if its value is the gold's.
Keys list what matters, and not every expression, so there is no precision.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from crossread.learn.statements.keys import KeyedStory, plain, read_keys, stands_on
from crossread.learn.statements.tasks import Given
from crossread.records import AnnotatedDocument, Quantity, Time

_MORE_LETTERS = 25  # that a gold expression's words may be surrounded by in what was found
_ALIKE = 1e-6  # part of a value: the sixth digit is the last that news tells


def evaluate_times(given: Given) -> Mapping[str, object]:
    """Return how many of the key's times were found, and how many with their date."""
    return _evaluate(given, "times", lambda one: one.times, lambda gold, time: _dated(gold["date"], time))


def evaluate_quantities(given: Given) -> Mapping[str, object]:
    """Return how many of the key's quantities were found, and how many with their value."""
    return _evaluate(
        given, "numbers", lambda one: one.quantities, lambda gold, found: _equal(float(gold["value"]), found)
    )


def _dated(date: str, time: Any) -> bool:
    return (time.value or "").startswith(date)


def _equal(value: float, quantity: Any) -> bool:
    return bool(abs(quantity.value - value) <= _ALIKE * max(1.0, abs(value)))


def _evaluate(
    given: Given,
    name: str,
    told: Callable[[AnnotatedDocument], Sequence[Time] | Sequence[Quantity]],
    right: Callable[[Mapping[str, Any], Any], bool],
) -> Mapping[str, object]:
    gold = found = hits = 0
    for story in read_keys(given.gold, given.stories):
        read = {one.outlet: told(given.pipeline.annotate.annotate(one)) for one in story.documents}
        for wanted in story.key.get(name, ()):
            same = list(_same(wanted, read[wanted["doc"]], story))
            gold += 1
            found += bool(same)
            hits += any(right(wanted, one) for one in same)
    return {"found": _part(found, gold), "right": _part(hits, gold), "gold": gold}


def _same(
    wanted: Mapping[str, Any], told: Sequence[Time] | Sequence[Quantity], story: KeyedStory
) -> Iterable[Time | Quantity]:
    place, words = story.sentences[wanted["doc"]][wanted["sentence"]], plain(wanted["text"])
    for one in told:
        mine = plain(one.span.text)
        if stands_on(one.span, place) and (
            mine in words or (words in mine and len(mine) <= len(words) + _MORE_LETTERS)
        ):
            yield one


def _part(count: int, whole: int) -> float:
    return round(count / whole, 3) if whole else 0.0
