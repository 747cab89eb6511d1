"""The same thing dated differently."""

from collections.abc import Iterator
from itertools import product
from typing import Final

from crossread.compare.discrepancies.candidate import Candidate, Fragment
from crossread.compare.discrepancies.scene import Pair, Scene
from crossread.compare.passages import Passage
from crossread.linking import fold
from crossread.records import Time

_LEAST: Final = 0.25  # of the alignment: below it two sentences are seldom about one event
_REACH: Final = 6  # words on each side of a date that say what is dated
_BESIDE: Final = 3  # words on each side of a date that say what happened then
_SURE: Final = 2  # shared words around two dates, for two accounts to contradict each other
_DAY: Final = len("2019-01-23")
_FULL: Final = 4.0  # shared words around two dates: from here on, more of them tell no more


def find_date(scene: Scene) -> Iterator[Candidate]:
    """Yield the pairs of sentences that date what they tell on days that exclude each other."""
    for pair in scene.pairs:
        left, right = _days(pair.a), _days(pair.b)
        apart_left = [t for t in left if not any(_agree(t, o) for o in right)]
        apart_right = [t for t in right if not any(_agree(t, o) for o in left)]
        for a, b in product(apart_left, apart_right) if pair.confidence >= _LEAST else ():
            if a.precision == b.precision and not _other_occasions(pair, a, b):
                yield _candidate(pair, a, b, len(left) == len(right) == 1)


def _days(passage: Passage) -> list[Time]:
    return [time for time in passage.times if time.kind == "date" and time.value and time.value[:1].isdigit()]


def _other_occasions(pair: Pair, a: Time, b: Time) -> bool:
    """Tell whether one account tells as past what lay ahead when the other told its own as past: two occasions."""
    past_a, past_b = _is_past(pair.a, a), _is_past(pair.b, b)
    return past_a and past_b and not (_is_past(pair.a, b) and _is_past(pair.b, a))


def _is_past(passage: Passage, time: Time) -> bool:
    """Tell whether the time begins before the passage's article was published, or may have."""
    published = passage.coded.annotated.document.published
    return published is None or _bounds(time.value or "")[0] <= published[:_DAY] + "~"


def _agree(a: Time, b: Time) -> bool:
    """Tell whether the words are the same, or one value lies in the other: 2018-05-04 in 2018-05."""
    values_a, values_b = (a.value or "", *a.alternatives), (b.value or "", *b.alternatives)
    return fold(a.span.text) == fold(b.span.text) or any(_within(x, y) for x, y in product(values_a, values_b))


def _within(x: str, y: str) -> bool:
    (low_x, high_x), (low_y, high_y) = _bounds(x), _bounds(y)
    return low_x <= high_y and low_y <= high_x


def _bounds(value: str) -> tuple[str, str]:
    low, _, high = value.partition("/")
    return low, (high or low) + "~"  # "~" sorts after every digit and sign: the whole of a month, year or day


def _candidate(pair: Pair, a: Time, b: Time, only: bool) -> Candidate:
    around = pair.a.keys_around(a.span, _REACH) & pair.b.keys_around(b.span, _REACH)
    days = a.precision == b.precision == "day"
    return Candidate(
        finder="date",
        kind="date",
        severity="contradiction" if days and only and pair.accepted and len(around) >= _SURE else "difference",
        about="when it happened",
        a=Fragment(pair.a, (a.span,)),
        b=Fragment(pair.b, (b.span,)),
        strength=pair.confidence,
        features={
            "only": float(only),
            "days": float(days),
            "around": min(len(around) / _FULL, 1.0),
            "beside": float(bool(pair.a.keys_around(a.span, _BESIDE) & pair.b.keys_around(b.span, _BESIDE))),
            "near": float(not pair.accepted),
        },
    )
