"""Whether two names can be one person's."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from crossread.records import Verdict
from crossread.resolve.gazetteer import men_in_hundred, nicknames
from crossread.resolve.names import Words, split_suffix

Opinion = tuple[Verdict, float] | None
"""A verdict with its confidence in [0, 1]; None where the names say nothing."""

_SAME_NAME = 0.95
_PART_LEFT_OUT = 0.9
_NICKNAME = 0.85
_INITIAL = 0.8
_SPELLING = 0.75
_OTHER_GIVEN = 0.9
_SHORTEST_SLIP = 5  # letters: a slip of one letter in a shorter name makes another name
_LEAST_ALIKE = 0.75  # Jaro-Winkler, beside equal consonants
_FEWEST_CONSONANTS = 3
_CLEARLY_MEN, _CLEARLY_WOMEN = 90, 10  # of a hundred bearers of the name


def same_person(left: Words, right: Words, *, two: bool = False) -> Opinion:
    """Judge two full names, of two words or more each, folded; `two`: the articles tell a son from his father."""
    (a, suffix_a), (b, suffix_b) = split_suffix(left), split_suffix(right)
    if suffix_a != suffix_b and a[-1] == b[-1] and (two or (suffix_a and suffix_b)):
        return Verdict.DIFFERENT, _OTHER_GIVEN
    if a[-1] == b[-1] and _other_initials(a, b):
        return Verdict.DIFFERENT, _OTHER_GIVEN
    short, long = sorted((a, b), key=lambda words: (len(words), words))
    if short[0] == long[0] and _in_order(short, long):
        return Verdict.SAME, _SAME_NAME if len(short) == len(long) else _PART_LEFT_OUT
    if len(short) > 1 and long[-len(short) :] == short:
        return Verdict.SAME, _INITIAL
    if a[-1] == b[-1]:
        return _same_given(a, b)
    if same_spelling(a[-1], b[-1]) and (a[0] == b[0] or same_spelling(a[0], b[0])):
        return Verdict.SAME, _SPELLING
    return None


def same_spelling(left: str, right: str) -> bool:
    """Tell whether two words are spellings of one name: a slip of one letter, or another way to write the sounds."""
    if left == right:
        return True
    if min(len(left), len(right)) >= _SHORTEST_SLIP and OSA.distance(left, right, score_cutoff=1) <= 1:
        return True
    sounds = consonants(left)
    alike = JaroWinkler.similarity(left[1:], right[1:]) >= _LEAST_ALIKE
    return len(sounds) >= _FEWEST_CONSONANTS and sounds == consonants(right) and alike


@lru_cache(maxsize=2**14)  # names recur
def consonants(word: str) -> str:
    """Return the consonants as they sound, a key for names from other alphabets: Qaddafi and Gadhafi give `ktf`."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"[^a-z]", ""), (r"sch|sh|ch|tch|tsch|tj|zh|ts|cz|tz|z|ç", "s"), (r"ph", "f"), (r"kh|gh|q|ck|c|g", "k"),
        (r"dh|th|d", "t"), (r"v|w", "f"), (r"b", "p"), (r"j|y", "i"), (r"(.)\1+", r"\1"), (r"[aeiouh]", ""),
        (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


def gender_of(words: Words) -> str | None:
    """Return `m` or `f` where nearly all who bear the given name are men or women."""
    share = men_in_hundred().get(words[0]) if len(words) > 1 else None
    if share is None:
        return None
    return "m" if share >= _CLEARLY_MEN else "f" if share <= _CLEARLY_WOMEN else None


def _same_given(a: Words, b: Words) -> Opinion:
    """Judge two names with one family name, of which neither is in the other."""
    if _nickname(a[0], b[0]):
        return _unless_middles_differ(a, b, _NICKNAME)
    if _initial_of(a[0], b[0]) or _initial_of(b[0], a[0]):
        return _unless_middles_differ(a, b, _INITIAL)
    if a[0] == b[0]:
        return _unless_middles_differ(a, b, _INITIAL)
    if {gender_of(a), gender_of(b)} != {"m", "f"} and same_spelling(a[0], b[0]):
        return Verdict.SAME, _SPELLING
    return Verdict.DIFFERENT, _OTHER_GIVEN


def _other_initials(a: Words, b: Words) -> bool:
    """Tell whether both have initials in the middle, and the first of them are not the same."""
    return len(a) > 2 and len(b) > 2 and len(a[1]) == len(b[1]) == 1 and a[1] != b[1]


def _unless_middles_differ(a: Words, b: Words, confidence: float) -> Opinion:
    middles = a[1:-1], b[1:-1]
    if all(middles) and not _in_order(*sorted(middles, key=len)):
        return Verdict.DIFFERENT, _OTHER_GIVEN
    return Verdict.SAME, confidence


def _in_order(short: Words, long: Words) -> bool:
    """Tell whether the words of one name stand in the other in the same order, those in the middle as initials too."""
    rest = iter(long)
    return all(
        any(word == other or _initial_of(word, other) or (place and _initial_of(other, word)) for other in rest)
        for place, word in zip(_middle(short), short, strict=True)
    )


def _middle(words: Words) -> tuple[bool, ...]:
    return tuple(0 < place < len(words) - 1 for place in range(len(words)))


def _initial_of(initial: str, word: str) -> bool:
    return len(initial) == 1 and word.startswith(initial)


def _nickname(left: str, right: str) -> bool:
    return bool(nicknames().get(left, frozenset()) & nicknames().get(right, frozenset()))
