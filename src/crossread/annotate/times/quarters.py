"""Quarters of a year, and what a report compares one with: "the third quarter", "the year-earlier period"."""

import re
from datetime import date

from crossread.annotate.times.arithmetic import MONTHS_A_QUARTER, MONTHS_A_YEAR, add_months, quarter
from crossread.annotate.times.reading import Context, Reading
from crossread.annotate.times.tense import lies_ahead
from crossread.annotate.times.vocabulary import YEAR

QUARTER_RULE = re.compile(
    rf"\b(?:(?P<of_before>last|this|next)\syear[’']s\s|(?P<year_before>{YEAR})(?:[’']s)?\s|the\s)?"
    r"(?:(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th|last|final)(?:\s(?:fiscal|calendar))?[\s-]quarter|Q(?P<q>[1-4]))"
    rf"(?:(?:\sof)?\s(?:(?P<year>{YEAR})|(?P<of>last|this|next)\syear(?![’']s)))?\b",
    re.IGNORECASE,
)
_QUARTERS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "last": 4,
    "final": 4,
}
_YEARS = {"last": -1, "this": 0, "next": 1}


def read_quarter(match: re.Match[str], context: Context) -> Reading | None:
    """Read a quarter of a year; a bare one is the last that had begun by publication."""
    number = int(match["q"]) if match["q"] else _QUARTERS[match["nth"].lower()]
    year, of = match["year"] or match["year_before"], match["of"] or match["of_before"]
    if match["nth"] and match["nth"].lower() in {"last", "final"} and not (year or of):
        return None
    if year:
        return _quarter(number, int(year), None)
    if context.published is None:
        return Reading(None, "date", "quarter")
    told = context.published.year
    if of:
        told += _YEARS[of.lower()]
    elif MONTHS_A_QUARTER * (number - 1) + 1 > context.published.month and not lies_ahead(
        context, match.start(), match.end()
    ):
        told -= 1
    return _quarter(number, told, context.published)


def _quarter(number: int, year: int, anchor: date | None) -> Reading:
    return Reading(
        quarter(number, year),
        "date",
        "quarter",
        anchor,
        quarter=date(year, MONTHS_A_QUARTER * (number - 1) + 1, 1),
    )


SAME_QUARTER_RULE = re.compile(
    rf"\b(?:the|its|their)\s(?:latest\s|same\s|(?P<year>{YEAR})\s)?(?:quarter|period)\b(?![’'-]\w)", re.IGNORECASE
)
HALF_RULE = re.compile(
    rf"\b(?:the\s)?(?P<nth>first|second|last)[\s-]half(?:\sof)?\s(?:(?P<year>{YEAR})(?!s)|(?P<of>last|this|next)\syear)\b",
    re.IGNORECASE,
)
YEAR_EARLIER_RULE = re.compile(
    r"\b(?:the\s)?(?:same\s(?:quarter|period)\s)?(?:a\syear\s(?:earlier|ago|before)|year-(?:earlier|ago)(?:\s(?:quarter|period))?|"
    r"last\syear[’']s\s(?:quarter|period))\b",
    re.IGNORECASE,
)


def read_same_quarter(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the quarter" as the quarter told last, where the article is telling of one; "the latest" without one told.

    The same quarter of another year ("the 1988 quarter") is there for comparison: the one told last stays.
    """
    told = _completed(match, context) or context.told_quarter()
    if told is None:
        return None
    number = (told.month - 1) // MONTHS_A_QUARTER + 1
    if match["year"]:
        return Reading(quarter(number, int(match["year"])), "date", "quarter", told)
    return _quarter(number, told.year, told)


def _completed(match: re.Match[str], context: Context) -> date | None:
    """Return the first day of the last quarter that had ended by publication, if "the latest" is said."""
    if context.published is None or "latest" not in match[0].lower():
        return None
    before = add_months(context.published, -MONTHS_A_QUARTER)
    return before.replace(month=before.month - (before.month - 1) % MONTHS_A_QUARTER, day=1)


def read_half(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the first half of 2011" as its six months."""
    if match["of"] and context.published is None:
        return Reading(None, "date", "half")
    year = int(match["year"]) if match["year"] else _year(match["of"], context)
    first, last = (1, 6) if match["nth"].lower() == "first" else (7, 12)
    return Reading(f"{year:04d}-{first:02d}/{year:04d}-{last:02d}", "date", "half")


def _year(of: str, context: Context) -> int:
    return (context.published.year if context.published else 0) + _YEARS[of.lower()]


def read_year_earlier(match: re.Match[str], context: Context) -> Reading | None:
    """Read "a year earlier", said of a quarter, as the same quarter of the year before.

    "The year-earlier period" elsewhere is the year before the one told last or that of publication.
    """
    told = context.told_quarter()
    if told is not None:
        before = add_months(told, -MONTHS_A_YEAR)
        # the quarter that the article is about stays the one told: the next comparison is again with its year before
        return Reading(quarter((before.month - 1) // MONTHS_A_QUARTER + 1, before.year), "date", "quarter", told)
    if "year-" not in match[0].lower() or context.published is None:
        return None
    return Reading(f"{context.published.year - 1:04d}", "date", "year", context.published)
