"""The same thing counted differently."""

import re
from collections.abc import Iterator
from typing import Final

from crossread.compare.discrepancies.candidate import Candidate, Fragment
from crossread.compare.discrepancies.scene import Pair, Scene
from crossread.compare.passages import Passage, words_of
from crossread.records import Quantity, Severity

_CURRENCY: Final = re.compile(r"[A-Z]{3}")  # ISO 4217: sums in other money are other numbers
_ROUNDING: Final = 0.05  # "nearly 90" and 88: a share of the larger
_VAGUE: Final = 0.2  # room on each side of "about"
_ALIKE: Final = 0.5  # of the words for what is counted: fewer in common, and they are different things
_WITHIN_WORDS: Final = 6  # words on each side of the number that say what it is about
_SURE: Final = 0.5  # of the same words around two numbers, for two accounts to contradict each other
_FULL: Final = 4.0  # shared words around two numbers: from here on, more of them tell no more
_GROWING: Final = frozenset({"people", "dead", "killed", "injured", "wounded", "arrested", "deaths", "missing"})


def find_number(scene: Scene) -> Iterator[Candidate]:
    """Yield the quantities of one thing that are not given alike."""
    for pair in scene.pairs:
        left, right = _unmatched(pair.a.quantities, pair.b), _unmatched(pair.b.quantities, pair.a)
        for a in left:
            for b in right:
                likeness = _likeness(a, pair.a, b, pair.b)
                if likeness >= _ALIKE:
                    yield _candidate(pair, a, b, likeness, len(left) == len(right) == 1)


def compatible(a: Quantity, b: Quantity) -> bool:
    """Tell whether both can be true of one number: equal, rounded, within a bound or a range."""
    low_a, high_a = _range(a)
    low_b, high_b = _range(b)
    return low_a <= high_b and low_b <= high_a


def _range(quantity: Quantity) -> tuple[float, float]:
    low, high = quantity.value, quantity.high if quantity.high is not None else quantity.value
    if quantity.bound == "about":
        return low * (1 - _VAGUE), high * (1 + _VAGUE)
    if quantity.bound == "at least":
        return low, float("inf")
    if quantity.bound == "at most":
        return float("-inf"), high
    return (low * (1 - _ROUNDING), high * (1 + _ROUNDING)) if _round(low) else (low, high)


def _round(value: float) -> bool:
    """Tell whether a number looks rounded: one or two telling digits, and more behind them."""
    digits = f"{value:.0f}".rstrip("0")
    return value >= 1000 and len(digits) <= 2


def _unmatched(quantities: tuple[Quantity, ...], other: Passage) -> list[Quantity]:
    return [q for q in quantities if q.unit != "ordinal" and not any(_alike(q, o) for o in other.quantities)]


def _alike(a: Quantity, b: Quantity) -> bool:
    return (a.value, a.high, a.bound, _unit(a)) == (b.value, b.high, b.bound, _unit(b))


def _unit(quantity: Quantity) -> str:
    return quantity.unit or ""


def _likeness(a: Quantity, in_a: Passage, b: Quantity, in_b: Passage) -> float:
    """How much alike what is counted is, in [0, 1]; 0 where the units or the things counted differ."""
    if a.unit != b.unit and (_CURRENCY.fullmatch(a.unit or b.unit or "") or (a.unit and b.unit)):
        return 0.0
    counted_a, counted_b = _counted(a), _counted(b)
    if counted_a & counted_b:
        return len(counted_a & counted_b) / min(len(counted_a), len(counted_b))
    near_a, near_b = in_a.keys_around(a.span, _WITHIN_WORDS), in_b.keys_around(b.span, _WITHIN_WORDS)
    shared = near_a & near_b
    return len(shared) / max(min(len(near_a), len(near_b)), 1) if len(shared) > 1 else 0.0


def _counted(quantity: Quantity) -> frozenset[str]:
    text = quantity.of or ""
    return frozenset(word.key for word in words_of(text, 0, len(text)) if not word.grammar)


def _candidate(pair: Pair, a: Quantity, b: Quantity, likeness: float, only: bool) -> Candidate:
    exact = a.bound == b.bound == "exact" and a.high is None and b.high is None
    apart = not compatible(a, b)
    sure = apart and exact and only and pair.accepted and likeness >= 1 and _around(pair, a, b) >= _SURE
    severity: Severity = "contradiction" if sure else "difference"
    return Candidate(
        finder="number",
        kind="number",
        severity=severity,
        about=f"{'how many' if apart else 'how exactly it is counted'}: {a.of or b.of or a.unit or 'number'}",
        a=Fragment(pair.a, (a.span,)),
        b=Fragment(pair.b, (b.span,)),
        strength=pair.confidence,
        update=_may_grow(pair, a, b),
        features={
            "likeness": likeness,
            "only": float(only),
            "exact": float(exact),
            "apart": float(apart),
            "around": _around(pair, a, b),
        },
    )


def _around(pair: Pair, a: Quantity, b: Quantity) -> float:
    shared = pair.a.keys_around(a.span, _WITHIN_WORDS) & pair.b.keys_around(b.span, _WITHIN_WORDS)
    return min(len(shared) / _FULL, 1.0)


def _may_grow(pair: Pair, a: Quantity, b: Quantity) -> bool:
    """A toll that is higher in the account published later may simply be newer."""
    first = pair.a.coded.annotated.document.published
    second = pair.b.coded.annotated.document.published
    if first is None or second is None or first == second:
        return False
    counts_people = a.unit == "people" or bool(_counted(a) & _GROWING)
    return counts_people and (a.value < b.value) == (first < second)
