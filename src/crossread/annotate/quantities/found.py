"""A quantity as a pattern's reader hands it on, and what all readers share."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from crossread.annotate.numerals import LARGEST_SUBSCALE, number_value
from crossread.annotate.quantities import grammar
from crossread.records import Bound

DIGITS = 12  # significant ones: more than any news has


@dataclass(frozen=True, slots=True)
class Found:
    """One quantity before its span is cut: offsets and the fields of `Quantity`."""

    start: int
    end: int
    value: float
    high: float | None
    unit: str | None
    of: str | None
    bound: Bound


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's text and bounds, as the readers of patterns see it."""

    text: str
    begin: int
    stop: int

    def before(self, at: int, width: int) -> str:
        """Return up to `width` characters that stand before an offset."""
        return self.text[max(self.begin, at - width) : at]

    def after(self, at: int, width: int) -> str:
        """Return up to `width` characters that stand after an offset."""
        return self.text[at : min(self.stop, at + width)]


Read = Callable[[re.Match[str], Sentence], list[Found]]


def bound_of(match: re.Match[str]) -> Bound:
    """Return how exact the words before or after a number make it."""
    groups = match.groupdict()
    plus = (groups.get("plus") or groups.get("more") or "").strip(" -").lower()
    if plus:
        return "about" if plus in {"or so", "some"} else "at least"
    words = " ".join((groups.get("bound") or "").lower().split())
    return grammar.bounds().get(words, "exact")


def range_of(low: str, high: str | None) -> tuple[float | None, float | None]:
    """Return both ends of a range; a scale told once at its end counts for both ("5 to 10 million")."""
    first = number_value(low)
    second = number_value(high) if high else None
    scale = re.search(r"(?:hundred|thousand|million|billion|trillion|bn|mn|tn)$", (high or "").lower())
    if (
        scale
        and first is not None
        and first < LARGEST_SUBSCALE
        and not re.search(r"[a-z]+illion|thousand|hundred|bn", low.lower())
    ):
        first = number_value(f"{first:g} {scale[0]}")
    return _rounded(first), _rounded(second)


_FROM = re.compile(
    r"\b(?:rais|ris|rose|lower|increas|decreas|cut|reduc|fell|fall|drop|grow|grew|jump|climb|slip|slid|went|gone|go|mov|"
    r"shift|expand|shr[aiu]nk|declin|soar|plung|surg|doubl|tripl|improv|chang|swung|swing|plummet|balloon|dip)[a-z]*\b"
    r"[^.;:]*\bfrom(?:\s(?:the|its|his|her|their|a))?(?:\s[a-z]+){0,2}\s?$",
    re.IGNORECASE,
)
_SIGNS: Final = "$£€¥ "
_SENSE: Final = 90  # characters looked back for a verb of change
_FARTHEST: Final = 3.0  # times the lower end: "two or three" is a range, "10 or 100" are two numbers


def parted(match: re.Match[str], sentence: Sentence, value: float, other: float | None) -> bool:
    """Tell whether two numbers are no range: the second is less, or it went from one to the other, or either."""
    if other is None or other <= value:
        return match["high"] is not None
    between = match[0][match.end("low") - match.start() : match.start("high") - match.start()]
    if " or " in between and other > _FARTHEST * value:
        return True
    return " to " in between and bool(_FROM.search(sentence.before(match.start("low"), _SENSE).rstrip(_SIGNS)))


def _rounded(value: float | None) -> float | None:
    """Return the value without what binary fractions add to it: 2.07 billion is 2070000000."""
    return None if value is None else float(f"{value:.{DIGITS}g}")


def set_against(
    match: re.Match[str], start: int, value: float, other: float | None, unit: str, of: str | None
) -> list[Found]:
    """Read "49 percent to 44 percent", which is no range but two numbers set against each other."""
    found = [Found(start, match.end("low"), value, None, unit, of, bound_of(match))]
    if other is not None:
        begin = match.start("high")
        begin -= match[0][begin - match.start() - 1] in _SIGNS.strip()
        found.append(Found(begin, match.end("high"), other, None, unit, of, "exact"))
    return found
