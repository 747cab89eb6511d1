"""The same thing counted differently."""

from collections.abc import Iterator
from typing import Final

from crossread.compare.discrepancies.candidate import Candidate, Fragment
from crossread.compare.discrepancies.scene import Pair, Scene
from crossread.compare.passages import Passage, words_of
from crossread.records import Quantity, Severity

_ROUNDING: Final = 0.05  # "nearly 90" and 88: a share of the larger
_VAGUE: Final = 0.2  # room on each side of "about"
_ALIKE: Final = 0.5  # of the words for what is counted: fewer in common, and they are different things
_WITHIN_WORDS: Final = 3  # words kept on each side of the number
_GROWING: Final = frozenset({"people", "dead", "killed", "injured", "wounded", "arrested", "deaths", "missing"})


def find_number(scene: Scene) -> Iterator[Candidate]:
    """Yield the quantities of one thing that cannot be one number."""
    for pair in scene.pairs:
        if not pair.accepted:
            continue
        left, right = _unmatched(pair.a.quantities, pair.b), _unmatched(pair.b.quantities, pair.a)
        for a in left:
            for b in right:
                likeness = _likeness(a, pair.a, b, pair.b)
                if likeness >= _ALIKE and not compatible(a, b):
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
    return [q for q in quantities if not any(compatible(q, o) and _unit(q) == _unit(o) for o in other.quantities)]


def _unit(quantity: Quantity) -> str:
    return quantity.unit or ""


def _likeness(a: Quantity, in_a: Passage, b: Quantity, in_b: Passage) -> float:
    """How much alike what is counted is, in [0, 1]; 0 where the units or the things counted differ."""
    if a.unit != b.unit and a.unit is not None and b.unit is not None:
        return 0.0
    counted_a, counted_b = _counted(a), _counted(b)
    if counted_a and counted_b:
        shared = counted_a & counted_b
        return len(shared) / min(len(counted_a), len(counted_b)) if shared else 0.0
    near_a, near_b = _around(a, in_a), _around(b, in_b)
    shared = near_a & near_b
    return len(shared) / max(min(len(near_a), len(near_b)), 1) if shared else 0.0


def _counted(quantity: Quantity) -> frozenset[str]:
    text = quantity.of or ""
    return frozenset(word.key for word in words_of(text, 0, len(text)) if not word.grammar)


def _around(quantity: Quantity, passage: Passage) -> frozenset[str]:
    inside = [n for n, word in enumerate(passage.words) if quantity.span.start <= word.start < quantity.span.end]
    if not inside:
        return frozenset()
    near = passage.words[max(inside[0] - _WITHIN_WORDS, 0) : inside[-1] + 1 + _WITHIN_WORDS]
    return frozenset(w.key for w in near if not w.grammar and not any(c.isdigit() for c in w.text))


def _candidate(pair: Pair, a: Quantity, b: Quantity, likeness: float, only: bool) -> Candidate:
    exact = a.bound == b.bound == "exact" and a.high is None and b.high is None
    severity: Severity = "contradiction" if exact and pair.accepted and likeness >= 1 else "difference"
    return Candidate(
        finder="number",
        kind="number",
        severity=severity,
        about=f"how many: {a.of or b.of or a.unit or 'number'}",
        a=Fragment(pair.a, (a.span,)),
        b=Fragment(pair.b, (b.span,)),
        strength=pair.confidence,
        update=_may_grow(pair, a, b),
        features={"likeness": likeness, "only": float(only), "exact": float(exact)},
    )


def _may_grow(pair: Pair, a: Quantity, b: Quantity) -> bool:
    """A toll that is higher in the account published later may simply be newer."""
    first = pair.a.coded.annotated.document.published
    second = pair.b.coded.annotated.document.published
    if first is None or second is None or first == second:
        return False
    counts_people = a.unit == "people" or bool(_counted(a) & _GROWING)
    return counts_people and (a.value < b.value) == (first < second)
