"""The same thing dated differently."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product
from typing import Final

from crossread.compare.discrepancies.candidate import Candidate, Fragment
from crossread.compare.discrepancies.deeds import Deed, common_deeds
from crossread.compare.discrepancies.scene import Pair, Scene
from crossread.compare.passages import Passage, words_of
from crossread.linking import fold
from crossread.records import Quote, Severity, Statement, Time
from crossread.resources import read_table

_LEAST: Final = 0.25  # of the alignment: below it two sentences are seldom about one event
_REACH: Final = 6  # words on each side of a date that say what is dated
_BESIDE: Final = 3  # words on each side of a date that say what happened then
_SURE: Final = 2  # shared words around two dates, for two accounts to contradict each other
_CLOSE: Final = 5  # characters between the word that says and the date on which it was said: "said early in May"
_DAY: Final = len("2019-01-23")
_FULL: Final = 4.0  # shared words around two dates: from here on, more of them tell no more


def find_date(scene: Scene) -> Iterator[Candidate]:
    """Yield the pairs of sentences that date what they tell on days that exclude each other."""
    excluded = list(_told_too_early(scene))
    known = {(candidate.a.spans, candidate.b.spans) for candidate in excluded}
    yield from excluded
    yield from (found for found in _told_apart(scene) if (found.a.spans, found.b.spans) not in known)


def _told_apart(scene: Scene) -> Iterator[Candidate]:
    """Yield the dates of paired sentences that agree with none of the other's."""
    for pair in scene.pairs:
        left, right = _days(pair.a), _days(pair.b)
        apart_left = [t for t in left if not any(_agree(t, o) for o in right)]
        apart_right = [t for t in right if not any(_agree(t, o) for o in left)]
        for a, b in product(apart_left, apart_right) if pair.confidence >= _LEAST else ():
            of_one = _dates_telling(pair.a, a) == _dates_telling(pair.b, b)
            if of_one and a.precision == b.precision and not _other_occasions(pair, a, b):
                yield _candidate(pair, a, b, len(left) == len(right) == 1)


def _told_too_early(scene: Scene) -> Iterator[Candidate]:
    """Yield deeds that somebody told as done before the other account lets them be done.

    "Her lawyer said in 2017 that she had paid" excludes that she paid in 2018.
    """
    for deed in common_deeds(scene):
        if deed.a.polarity == deed.b.polarity and _is_done(deed.a) and _is_done(deed.b):
            for told, done in product(_telling(deed.pair.a, deed.a), _dating(deed.pair.b, deed.b)):
                if _is_before(told, done):
                    yield _excluded(deed, told, done)
            for done, told in product(_dating(deed.pair.a, deed.a), _telling(deed.pair.b, deed.b)):
                if _is_before(told, done):
                    yield _excluded(deed, done, told)


def _excluded(deed: Deed, a: Time, b: Time) -> Candidate:
    severity: Severity = "contradiction" if deed.pair.accepted else "difference"
    candidate = _candidate(deed.pair, a, b, only=True)
    # what is dated is the deed, however far from it the date stands
    return replace(
        candidate, severity=severity, features={**candidate.features, "around": min(deed.shared / _FULL, 1.0)}
    )


def _is_done(statement: Statement) -> bool:
    """Tell whether the words tell it as done: surely, and not as something to come."""
    text = statement.evidence[0].text
    return statement.certainty == "certain" and not any(word.text in _modals() for word in words_of(text, 0, len(text)))


@cache
def _modals() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("lexicons/en/word_classes.tsv") if row["class"] == "modal")


def _telling(passage: Passage, statement: Statement) -> list[Time]:
    """Return when it was said."""
    said = [quote for quote in passage.quotes if quote.span.covers(statement.evidence[0])]
    return [time for time in _days(passage) if any(_dates(time, quote) for quote in said)]


def _dates_telling(passage: Passage, time: Time) -> bool:
    """Tell whether the time tells when something was said, not when it was done."""
    return any(_dates(time, quote) for quote in passage.quotes)


def _dates(time: Time, quote: Quote) -> bool:
    """Tell whether the time stands beside the word that says that it is said, outside what is said."""
    beside = any(0 <= time.span.start - cue.end <= _CLOSE for cue in quote.cue_spans)
    return beside and not quote.span.covers(time.span)


def _dating(passage: Passage, statement: Statement) -> list[Time]:
    """Return the first date among the statement's words: it tells when that was done."""
    return [time for time in _days(passage) if statement.evidence[0].covers(time.span)][:1]


def _is_before(a: Time, b: Time) -> bool:
    """Tell whether the first is over when the second begins, whatever they may mean."""
    return not _agree(a, b) and _bounds(a.value or "")[1] < _bounds(b.value or "")[0]


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
