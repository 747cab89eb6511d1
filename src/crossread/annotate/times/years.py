"""Years, decades and centuries: "2011-12", "the '90s", "the 19th century"."""

import re
from functools import cache

from crossread.annotate.numerals import number_pattern, number_value
from crossread.annotate.times.reading import Context, Reading
from crossread.annotate.times.vocabulary import (
    YEAR,
)

CENTURY = 100


TWO_DIGITS_AHEAD = 10  # years after publication that "'28" may still mean


YEAR_RULE = re.compile(
    rf"(?<![\w$£€#/.,-])(?P<when>early|late|mid|(?:the\s)?(?:end|beginning|start|middle|year)\s(?:of\s)?|fiscal(?:\syear)?|calendar|the(?=\s\d{{3}}0s))?"
    rf"(?:(?<=[a-z])[\s-])?(?P<year>{YEAR})(?:\s?[-–]\s?(?P<last>\d\d(?!\d)|{YEAR}))?(?P<decade>s\b)?(?![\w%]|[.,:]\d|\.\w|-\d)",
    re.IGNORECASE,
)


_COUNTED = re.compile(
    r"\s(?:people|miles?|votes|troops|dollars|pounds|feet|members|calories|jobs|men|women|soldiers|children|students|workers|"
    r"protesters|homes|square|points|cases|words|meters|metres|kilomet(?:er|re)s|tons|acres|barrels|[A-Z][a-z]+\s(?:Street|Ave|Avenue|Road))\b"
)


_NUMBERED = re.compile(
    r"(?:\b(?:Route|Highway|Flight|Resolution|Bill|H\.R\.|S\.B\.|SB|HB|No\.|Section|page|Interstate|Proposition|Channel|Room|Rule|"
    r"more\sthan|about|nearly|almost|roughly|approximately|over)|[$£€#])\s?$",
    re.IGNORECASE,
)


def read_year(match: re.Match[str], context: Context) -> Reading | None:
    """Read a year, a span of years ("2011-12") or a decade; not a count, an address or a number of something."""
    year = int(match["year"])
    if _NUMBERED.search(context.before(match.start("year"), 16)) or _COUNTED.match(context.after(match.end(), 40)):
        return None
    if match["decade"]:
        return None if year % 10 else Reading(f"{year}/{year + 9}", "date", "decade")
    if match["last"]:
        last = int(match["last"]) if len(match["last"]) == 4 else year - year % CENTURY + int(match["last"])
        return Reading(f"{year}/{last}", "date", "year") if last > year else None
    return Reading(f"{year:04d}", "date", "year")


SHORT_YEAR_RULE = re.compile(r"(?<![\w’'‘])(?:the\s)?[’'‘](?P<year>\d\d)(?P<decade>s)?\b(?![’'\"”]|\.\d)")


def read_short_year(match: re.Match[str], context: Context) -> Reading | None:
    """Read "'08" and "the '90s"; "in his '60s" is an age."""
    short = int(match["year"])
    now = context.published.year if context.published else 2000  # two digits need some century: the last one at hand
    year = now - now % CENTURY + short
    if year > now + TWO_DIGITS_AHEAD:
        year -= CENTURY
    if match["decade"]:
        return None if short % 10 else Reading(f"{year}/{year + 9}", "date", "decade", context.published)
    return Reading(f"{year:04d}", "date", "year", context.published)


@cache
def spelled_year_rule() -> re.Pattern[str]:
    """Return the pattern of years in words, as broadcasts' transcripts have them: "nineteen ninety-six"."""
    return re.compile(
        rf"\b(?:the\syear\s(?P<thousands>two\sthousand(?:\s(?:and\s)?{number_pattern()})?)|"
        rf"(?P<century>seventeen|eighteen|nineteen)\s(?P<rest>{number_pattern()}))\b",
        re.IGNORECASE,
    )


def read_spelled_year(match: re.Match[str], context: Context) -> Reading | None:
    """Read a year in words; its last part is one of two digits."""
    del context
    if match["thousands"]:
        value = number_value(match["thousands"])
        return Reading(f"{value:04.0f}", "date", "year") if value else None
    century, rest = number_value(match["century"]), number_value(match["rest"])
    if century is None or rest is None or not CENTURY // 10 <= rest < CENTURY:
        return None
    return Reading(f"{CENTURY * century + rest:04.0f}", "date", "year")


CENTURY_RULE = re.compile(
    r"\b(?:the\s)?(?:(?P<when>early|mid|late)[\s-])?(?:(?P<nth>\d{1,2})(?:st|nd|rd|th)|(?P<word>eighteenth|nineteenth|twentieth|twenty-first))"
    r"[\s-]century\b",
    re.IGNORECASE,
)


_CENTURIES = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}


def read_century(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the 19th century" as the years 1801 to 1900."""
    del context
    number = int(match["nth"]) if match["nth"] else _CENTURIES[match["word"].lower()]
    first = CENTURY * (number - 1) + 1
    return Reading(f"{first:04d}/{first + CENTURY - 1:04d}", "date", "century")
