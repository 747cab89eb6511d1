"""Shares: "64 percent", "two-thirds", "one in three"."""

import re

from crossread.annotate.numerals import number_value
from crossread.annotate.quantities import grammar
from crossread.annotate.quantities.counted import counted
from crossread.annotate.quantities.found import Found, Sentence, bound_of, parted, range_of, set_against

SHARE_DIGITS = 3


def read_percent(match: re.Match[str], sentence: Sentence) -> list[Found]:
    """Read percentages and percentage points; "49 percent to 44 percent" are two."""
    value, high = range_of(match["low"], match["high"])
    if value is None:
        return []
    unit = _unit(match)
    of, _ = counted(sentence.text, match.end(), sentence.stop)
    if parted(match, sentence, value, high):
        return set_against(match, match.start("low"), value, high, unit, of)
    return [Found(match.start("low"), match.end(), value, high, unit, of, bound_of(match))]


def _unit(match: re.Match[str]) -> str:
    return "percentage points" if match["unit"].lower().startswith("percentage") else "percent"


def read_part_of_percent(match: re.Match[str], sentence: Sentence) -> list[Found]:
    """Read "one-eighth of 1 percent"."""
    count = number_value(match["count"]) if match["count"] else 1.0
    if count is None:
        return []
    unit = _unit(match)
    of, _ = counted(sentence.text, match.end(), sentence.stop)
    value = round(count / _PARTS[match["part"][:3].lower()], SHARE_DIGITS)
    return [Found(match.start(), match.end(), value, None, unit, of, "exact")]


_PARTS = {"hal": 2, "thi": 3, "qua": 4, "fou": 4, "fif": 5, "eig": 8, "ten": 10, "hun": 100}


def read_fraction(match: re.Match[str], sentence: Sentence) -> list[Found]:
    """Read fractions in words as shares of one."""
    bare = match["bare"]
    start = match.start("bare") if bare else match.start()
    part = (match["parts"] or match["part"] or match["half"] or bare.split()[-1]).lower()
    count = number_value(match["count"]) if match["count"] else 1.0
    if count is None:
        return []
    of, _ = counted(sentence.text, match.end(), sentence.stop)
    before = re.search(
        r"\b(more\sthan|less\sthan|nearly|almost|about|over|at\sleast|roughly|under)\s$",
        sentence.before(start, 12),
        re.IGNORECASE,
    )
    bound = grammar.bounds()[" ".join(before[1].lower().split())] if before else "exact"
    return [Found(start, match.end(), round(count / _PARTS[part[:3]], SHARE_DIGITS), None, "share", of, bound)]


def read_chance(match: re.Match[str], sentence: Sentence) -> list[Found]:
    """Read "one in three" as a share of one."""
    low, high = number_value(match["low"]), number_value(match["high"])
    if not low or not high or low >= high:
        return []
    of, _ = counted(sentence.text, match.end(), sentence.stop)
    return [Found(match.start(), match.end(), round(low / high, SHARE_DIGITS), None, "share", of, "exact")]
