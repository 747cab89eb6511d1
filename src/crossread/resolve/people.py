"""Whether two names of people can be one person's."""

from crossread.records import Verdict
from crossread.resolve.names import split_suffix

Opinion = tuple[Verdict, float] | None
"""A verdict with its confidence; None where the names say nothing."""

_EQUAL_GIVEN = 0.95
_MIDDLE_LEFT_OUT = 0.9
_INITIAL_ONLY = 0.8
_OTHER_GIVEN = 0.9


def same_person(left: tuple[str, ...], right: tuple[str, ...]) -> Opinion:
    """Judge two names of two words or more each, folded, the family name last."""
    a, b = split_suffix(left)[0], split_suffix(right)[0]
    short, long = sorted((a, b), key=lambda words: (len(words), words))
    if short[0] == long[0] and _in_order(short, long):
        return Verdict.SAME, _EQUAL_GIVEN if len(short) == len(long) else _MIDDLE_LEFT_OUT
    if a[-1] != b[-1]:
        return None
    if _initial_of(short[0], long[0]) or _initial_of(long[0], short[0]):
        return Verdict.SAME, _INITIAL_ONLY
    return Verdict.DIFFERENT, _OTHER_GIVEN


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(any(word == other or _initial_of(word, other) for other in rest) for word in short)


def _initial_of(initial: str, word: str) -> bool:
    return len(initial) == 1 and word.startswith(initial)
