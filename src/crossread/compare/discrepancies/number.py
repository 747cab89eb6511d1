"""The same thing counted differently."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from typing import Final

from crossread.compare.discrepancies.candidate import Candidate, Fragment
from crossread.compare.discrepancies.scene import Pair, Scene
from crossread.compare.passages import Passage, words_of
from crossread.linking import fold, stem
from crossread.records import Quantity, Severity
from crossread.resources import read_table

_CURRENCY: Final = re.compile(r"[A-Z]{3}")  # ISO 4217: sums in other money are other numbers
_ROUNDING: Final = 0.05  # "nearly 90" and 88: a share of the larger
_VAGUE: Final = 0.2  # room on each side of "about"
_ALIKE: Final = 0.5  # of the words for what is counted: fewer in common, and they are different things
_WITHIN_WORDS: Final = 6  # words on each side of the number that say what it is about
_SURE: Final = 0.5  # of the same words around two numbers, for two accounts to contradict each other
_FULL: Final = 4.0  # shared words around two numbers: from here on, more of them tell no more
_DURATIONS: Final = frozenset({"hours", "days", "weeks", "months"})
_ONE_SPAN: Final = 0.75  # likeness of the only durations of two sentences that surely tell the same
_CLEAR: Final = 0.7  # of the alignment: from here on, the only durations of two sentences are of one thing
_SLIP: Final = 0.9  # the lesser of two numbers as a share of the other: nearer ones are one count, told otherwise
_SLIP_AROUND: Final = 2  # words that both numbers stand among, at least, to be one count
_ANYBODY: Final = frozenset({"people", "person", "man", "men", "woman", "women"})  # what befell them tells which
_GROWING: Final = frozenset({"people", "dead", "killed", "injured", "wounded", "arrested", "deaths", "missing"})


def find_number(scene: Scene) -> Iterator[Candidate]:
    """Yield the quantities of one thing that are not given alike."""
    for pair in scene.pairs:
        left, right = _unmatched(pair.a.quantities, pair.b), _unmatched(pair.b.quantities, pair.a)
        for a in left:
            for b in right:
                likeness, slip = _likeness(pair, a, b), _slip(pair, a, b)
                if (likeness >= _ALIKE or slip) and fold(a.span.text) != fold(b.span.text):
                    others = [_likeness(pair, a, o) for o in right if o is not b]
                    others += [_likeness(pair, o, b) for o in left if o is not a]
                    only = all(other < _ALIKE for other in others)
                    yield _candidate(pair, a, b, likeness, slip=slip, only=only)


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


def _likeness(pair: Pair, a: Quantity, b: Quantity) -> float:
    """How much alike what is counted is, in [0, 1]; 0 where the units or the things counted differ."""
    if a.unit != b.unit and (_CURRENCY.fullmatch(a.unit or b.unit or "") or (a.unit and b.unit)):
        return 0.0
    counted_a, counted_b = _counted(a), _counted(b)
    if counted_a & counted_b:
        return len(counted_a & counted_b) / min(len(counted_a), len(counted_b))
    if _one_span(pair, a, b):
        return _ONE_SPAN
    near_a, near_b = pair.a.keys_around(a.span, _WITHIN_WORDS), pair.b.keys_around(b.span, _WITHIN_WORDS)
    if a.unit == b.unit == "people":
        return float(len(near_a & near_b - _anybody()) > (0 if pair.accepted else 1))
    shared = near_a & near_b
    return len(shared) / max(min(len(near_a), len(near_b)), 1) if len(shared) > 1 else 0.0


def _slip(pair: Pair, a: Quantity, b: Quantity) -> bool:
    """Tell whether two numbers are so near each other, among the same words, that they count one thing.

    Shares are left out: those of a poll or an election are all near each other.
    """
    if a.unit != b.unit or a.unit == "percent" or not pair.accepted or min(a.value, b.value) <= 0 or a.value == b.value:
        return False
    near = min(a.value, b.value) >= _SLIP * max(a.value, b.value)
    return near and len(_words_around(pair, a, b)) >= _SLIP_AROUND


def _one_span(pair: Pair, a: Quantity, b: Quantity) -> bool:
    """Tell whether both are the only durations in their unit, of sentences that surely tell the same."""
    alone = all(sum(q.unit == a.unit for q in passage.quantities) == 1 for passage in (pair.a, pair.b))
    return alone and a.unit == b.unit and a.unit in _DURATIONS and pair.accepted and pair.confidence >= _CLEAR


def _counted(quantity: Quantity) -> frozenset[str]:
    """Return the stems of what is counted; people are anybody, so that they alone make no two numbers one."""
    text = quantity.of or ""
    return frozenset(word.key for word in words_of(text, 0, len(text)) if not word.grammar) - _anybody()


@cache
def _anybody() -> frozenset[str]:
    return frozenset(map(stem, _ANYBODY))


def _candidate(pair: Pair, a: Quantity, b: Quantity, likeness: float, *, slip: bool, only: bool) -> Candidate:
    exact = a.bound == b.bound == "exact" and a.high is None and b.high is None
    apart = not compatible(a, b)
    update = _may_grow(pair, a, b)
    toll = _toll(pair.a, a)
    toll = toll if toll == _toll(pair.b, b) else None
    close = slip or _one_span(pair, a, b) or (likeness >= 1 and _around(pair, a, b) >= _SURE)
    sure = apart and exact and only and pair.accepted and close and not update
    severity: Severity = "contradiction" if sure else "difference"
    return Candidate(
        finder="number",
        kind="number",
        severity=severity,
        about=f"{'how many' if apart else 'how exactly it is counted'}: {toll or a.of or b.of or a.unit or 'number'}",
        a=Fragment(pair.a, (a.span,)),
        b=Fragment(pair.b, (b.span,)),
        strength=pair.confidence,
        update=update,
        features={
            "likeness": likeness,
            "span": float(_one_span(pair, a, b)),
            "only": float(only),
            "exact": float(exact),
            "apart": float(apart),
            "around": _around(pair, a, b),
            "slip": float(slip),
            "toll": float(toll is not None),
        },
    )


def _around(pair: Pair, a: Quantity, b: Quantity) -> float:
    return min(len(_words_around(pair, a, b)) / _FULL, 1.0)


def _toll(passage: Passage, quantity: Quantity) -> str | None:
    """Return what the nearest word that tells it says became of the people counted: killed, hurt, arrested, protesting.

    Of two at the same distance the one after the number counts, as in "17 killed".
    """
    if quantity.unit not in {"people", None}:
        return None
    before = [word for word in passage.words if word.end <= quantity.span.start][::-1]
    beside = [word for word in passage.words if quantity.span.start < word.end and word.start >= quantity.span.start]
    for after, ahead in zip_longest(beside[:_WITHIN_WORDS], before[:_WITHIN_WORDS]):
        for word in (after, ahead):
            if word is not None and word.key in _toll_words():
                return _toll_words()[word.key]
    return None


@cache
def _toll_words() -> dict[str, str]:
    return {stem(row["word"]): row["toll"] for row in read_table("ontology/toll_words.tsv")}


def _words_around(pair: Pair, a: Quantity, b: Quantity) -> frozenset[str]:
    return pair.a.keys_around(a.span, _WITHIN_WORDS) & pair.b.keys_around(b.span, _WITHIN_WORDS)


def _may_grow(pair: Pair, a: Quantity, b: Quantity) -> bool:
    """A toll that is higher in the account published later may simply be newer."""
    first = pair.a.coded.annotated.document.published
    second = pair.b.coded.annotated.document.published
    if first is None or second is None or first == second:
        return False
    counts_people = a.unit == "people" or bool(_counted(a) & _GROWING)
    return counts_people and (a.value < b.value) == (first < second)
