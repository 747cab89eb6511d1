"""Expressions that name their place in the calendar: full and partial dates, months, years, seasons, named days."""

import re
from datetime import date, timedelta
from functools import cache

from crossread.annotate.times.arithmetic import MONTHS_A_YEAR, add_months, month_of, named_day, quarter, season
from crossread.annotate.times.clock import on_day
from crossread.annotate.times.reading import Context, Reading
from crossread.annotate.times.tense import SURE, lean, lies_ahead, tells_of_election
from crossread.annotate.times.vocabulary import (
    AT_CLOCK,
    DAY,
    NTH,
    PART,
    YEAR,
    holidays,
    month_number,
    month_pattern,
    season_month,
    season_pattern,
    weekday_pattern,
)

NEAR_MONTHS = 1  # a bare month this little ahead is read as ahead where no verb surely tells of the past
CLEARLY_NEARER_DAYS = 100  # between the two nearest years of a bare date: no verb is needed then
CENTURY = 100
MONTHS_A_SEASON = 3
TWO_DIGITS_AHEAD = 10  # years after publication that "'28" may still mean

_WHEN = r"(?P<when>early|late|mid|(?:the\s)?(?:very\s)?(?:end|beginning|start|middle)\sof|last|this|next|that|the\s(?:previous|following)|this\spast|this\scoming|earlier\sin|later\sin)"
_NOT_COUNT = r"(?![\d%:]|[.,]\d|\s(?:percent|per\scent|million|billion|thousand|votes|years?|months?|days?|weeks?)\b)"


@cache
def day_month_rules() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of "Wednesday, Jan. 23, 2019", "January 3-5" and "23 January 2019"."""
    weekday, month = weekday_pattern(), month_pattern()
    tail = rf"(?:\s(?P<part>{PART})|{AT_CLOCK})?"
    second = rf"(?:\s?(?:[-–—]|\sto\s|\sthrough\s)\s?(?P<last>{DAY})(?:{NTH})?)?"
    first = rf"(?P<day>{DAY})(?:{NTH})?"
    return (
        re.compile(
            rf"\b(?:{weekday},?\s)?(?P<month>{month})\s(?:the\s)?{first}{second}\b(?:,?\s(?P<year>{YEAR})\b)?{tail}{_NOT_COUNT}",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\b(?:{weekday},?\s)?(?:the\s)?{first}{second}(?:\sof)?\s(?P<month>{month})\b(?:,?\s(?P<year>{YEAR})\b)?{tail}",
            re.IGNORECASE,
        ),
    )


def read_day_month(match: re.Match[str], context: Context) -> Reading | None:
    """Read a day of a month; the year is the one told, or the nearest that suits the verb."""
    if not match["month"][0].isupper():
        return None
    month, day = month_number(match["month"]), int(match["day"])
    if match["year"]:
        found = _day(int(match["year"]), month, day)
        anchor = None
    else:
        found, anchor = _nearest_day(match, context, month, day), context.published
    if found is None:
        return None
    if match["last"] and int(match["last"]) > day and (end := _day(found.year, month, int(match["last"]))):
        return Reading(f"{found}/{end}", "date", "day", anchor, day=found)
    if match["clock"]:
        return on_day(found, match["clock"], anchor)
    return Reading(str(found), "date", (match["part"] or "day").lower(), anchor, day=found)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest_day(match: re.Match[str], context: Context, month: int, day: int) -> date | None:
    if context.published is None:
        return None
    if (month, day) == (9, 11) and _TERROR.search(context.before(match.start(), 60) + context.after(match.end(), 60)):
        return date(2001, 9, 11)
    near = [found for n in (-1, 0, 1) if (found := _day(context.published.year + n, month, day))]
    if not near:
        return None
    gaps = sorted(abs(found - context.published).days for found in near)
    leans = lean(context, match.start(), match.end()) if gaps[1] - gaps[0] < CLEARLY_NEARER_DAYS else 0
    return _nearest(near, context.published, leans if abs(leans) >= SURE else 0)


def _nearest(days: list[date], published: date, leans: int) -> date:
    """Return the day nearest to publication, on the side that the words lean to where they do so surely."""
    side = [day for day in days if leans == 0 or (day - published).days * leans >= 0] or days
    if leans == 0:
        return min(side, key=lambda day: (abs(day - published), day))
    return min(side) if leans > 0 else max(side)


_TERROR = re.compile(
    r"attack|terror|victim|survivor|families|hijack|world trade|memorial|commission|post-|responder", re.IGNORECASE
)


@cache
def month_rule() -> re.Pattern[str]:
    """Return the pattern of "May 2018", "last May", "mid-March", "the end of December"."""
    return re.compile(
        rf"\b(?:{_WHEN}[\s-])?(?P<month>{month_pattern()})(?:,?\s(?:of\s)?(?P<year>{YEAR})\b|\sof\s(?P<of>last|this|next)\syear\b)?(?![\w’'-]*\w|\s\d{{1,2}}\b)|"
        rf"\b(?:{_WHEN.replace('when', 'when2')}[\s-])?(?P<month2>{month_pattern()})(?=[’']s\b|-)",
        re.IGNORECASE,
    )


def read_month(match: re.Match[str], context: Context) -> Reading | None:
    """Read a month; a bare one is the last such month, or the next where the verb lies ahead."""
    name = match["month"] or match["month2"]
    when = (match["when"] or match["when2"] or "").lower()
    if not name[0].isupper() or (not match["year"] and not when and not _is_month(name, match, context)):
        return None
    month = month_number(name)
    if match["year"]:
        return Reading(f"{match['year']}-{month:02d}", "date", "month")
    if context.published is None:
        return Reading(None, "date", "month")
    years = {"last": -1, "this": 0, "next": 1}
    if match["of"]:
        year = context.published.year + years[match["of"].lower()]
    else:
        year = _month_year(when, month, match, context)
    return Reading(f"{year:04d}-{month:02d}", "date", "month", context.published)


_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|by|until|till|of|from|to|through|during|between|and|or|every|before|after|for|as|around|about|each|last|into|sometime)\s$",
    re.IGNORECASE,
)
_NAMES = {"may", "april", "june", "august"}  # of people too
_WORDS = {"may", "march", "mar"}  # of other classes too
_ARTICLE = re.compile(r"\b(?:the|a|an|this|his|her|their|its)\s(?:[a-z]+\s)?$", re.IGNORECASE)
_MARCH_FOR = re.compile(r"\s(?:on|for|of|against|to|in|and|was|by)\b")


def _is_month(name: str, match: re.Match[str], context: Context) -> bool:
    """Tell whether a bare name of a month is one: not "may" the verb, not Theresa May, not a march."""
    before, after = context.before(match.start(), 20), context.after(match.end(), 20)
    low = name.lower().rstrip(".")
    if low in _NAMES and (
        re.match(r"\s[A-Z][a-z]+", after) or (re.search(r"[A-Z]\w+\s$", before) and not _BEFORE_MONTH.search(before))
    ):
        return False
    if low not in _WORDS:
        return not re.search(r"[A-Z]\w+\s$", before) or bool(_BEFORE_MONTH.search(before) or _ARTICLE.search(before))
    if _BEFORE_MONTH.search(before):
        return True
    return bool(_ARTICLE.search(before)) and bool(re.match(r"\s[a-z]", after)) and not _MARCH_FOR.match(after)


def _month_year(when: str, month: int, match: re.Match[str], context: Context) -> int:
    published = context.published
    assert published is not None  # noqa: S101
    this = published.year
    if when in {"last", "this past"}:
        return this if month < published.month else this - 1
    if when == "next":
        return this if month > published.month else this + 1
    if when in {"this", "this coming"}:
        return this
    if when == "that" and context.year is not None:
        return context.year
    ahead = (month - published.month) % MONTHS_A_YEAR
    leans = lean(context, match.start(), match.end())
    if tells_of_election(context, match.start(), match.end()):
        leans = leans if leans <= -SURE else SURE
    if ahead and (
        leans >= SURE or (leans > -SURE and ahead <= NEAR_MONTHS) or (leans > 0 and ahead <= MONTHS_A_YEAR // 2)
    ):
        return this if month > published.month else this + 1
    return this if month <= published.month else this - 1


@cache
def season_rule() -> re.Pattern[str]:
    """Return the pattern of "last summer", "the fall of 2011", "spring 2014"."""
    return re.compile(
        rf"\b(?:(?P<when>last|this|next|this\spast|this\scoming|(?:in|by|during|until|since|into)\sthe|the|early|late|mid)[\s-])?(?P<season>{season_pattern()})"
        rf"(?:\s(?:of\s)?(?P<year>{YEAR})|\sof\s(?P<of>last|this|next)\syear)?\b",
        re.IGNORECASE,
    )


def read_season(match: re.Match[str], context: Context) -> Reading | None:
    """Read a season of the northern half of the Earth, which news in English mostly means."""
    month = season_month(match["season"])
    when = (match["when"] or "").lower()
    if match["year"]:
        return Reading(season(month, int(match["year"])), "date", "season")
    bare = when.endswith(" the")
    if (
        match["of"] is None
        and not bare
        and when.removeprefix("this ") not in {"last", "this", "next", "past", "coming"}
    ):
        return None
    if context.published is None:
        return Reading(None, "date", "season")
    year = context.published.year
    if match["of"]:
        year += {"last": -1, "this": 0, "next": 1}[match["of"].lower()]
    elif bare:
        year = _bare_season(month, match, context.published, context)
    else:
        started = month <= context.published.month
        ended = add_months(date(year, month, 1), MONTHS_A_SEASON) <= context.published
        year += {"last": 0 if ended else -1, "next": 0 if not started else 1}.get(when, 0)
    return Reading(season(month, year), "date", "season", context.published)


def _bare_season(month: int, match: re.Match[str], published: date, context: Context) -> int:
    """Return the year of the nearest such season on the side that the words lean to."""
    starts = [date(published.year + n, month, 1) for n in (-1, 0, 1)]
    return _nearest(starts, published, lean(context, match.start(), match.end())).year


YEAR_RULE = re.compile(
    rf"(?<![\w$£€#/.,-])(?P<when>early|late|mid|(?:the\s)?(?:end|beginning|start|middle|year)\s(?:of\s)?|fiscal(?:\syear)?|calendar|the)?"
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
        last = int(match["last"]) if len(match["last"]) == 4 else year - year % CENTURY + int(match["last"])  # noqa: PLR2004
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


NUMERIC_RULE = re.compile(
    r"(?<![\d/.-])(?:(?P<iso>\d{4}-\d{2}-\d{2})|(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<year>\d{4}|\d{2}))(?![\d/-])"
)


def read_numeric(match: re.Match[str], context: Context) -> Reading | None:
    """Read `2019-01-23` and `1/23/2019`; where day and month could change places, the other reading is kept."""
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
        found = _day(year, month, day)
        return Reading(str(found), "date", "day", day=found) if found else None
    year = int(match["year"])
    year += 0 if year >= CENTURY else 2000
    american, british = _day(year, int(match["a"]), int(match["b"])), _day(year, int(match["b"]), int(match["a"]))
    found = american or british
    if found is None:
        return None
    others = tuple(str(other) for other in (british,) if other is not None and other != found)
    return Reading(str(found), "date", "day", None, others, found)


NINE_ELEVEN_RULE = re.compile(r"(?<![\d/])9/11(?![\d/])|\b911(?=\s(?:attacks?|terror))")


def read_nine_eleven(match: re.Match[str], context: Context) -> Reading | None:
    """Read the name of the day of the attacks of 2001."""
    del match, context
    return Reading("2001-09-11", "date", "day")


QUARTER_RULE = re.compile(
    rf"\b(?:the\s)?(?:(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th|last|final)\squarter|Q(?P<q>[1-4]))"
    rf"(?:(?:\sof)?\s(?:(?P<year>{YEAR})|(?P<of>last|this|next)\syear))?\b",
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


def read_quarter(match: re.Match[str], context: Context) -> Reading | None:
    """Read a quarter of a year; a bare one is the last that had begun by publication."""
    number = int(match["q"]) if match["q"] else _QUARTERS[match["nth"].lower()]
    if match["nth"] and match["nth"].lower() in {"last", "final"} and not (match["year"] or match["of"]):
        return None
    if match["year"]:
        return Reading(quarter(number, int(match["year"])), "date", "quarter")
    if context.published is None:
        return Reading(None, "date", "quarter")
    year = context.published.year
    if match["of"]:
        year += {"last": -1, "this": 0, "next": 1}[match["of"].lower()]
    elif 3 * (number - 1) + 1 > context.published.month and not lies_ahead(context, match.start(), match.end()):
        year -= 1
    return Reading(quarter(number, year), "date", "quarter", context.published)


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


@cache
def holiday_rule() -> re.Pattern[str]:
    """Return the pattern of named days, with a year where it is told."""
    names = "|".join(
        re.escape(name).replace("'", "[’']") for name in sorted(holidays(), key=lambda name: (-len(name), name))
    )
    return re.compile(
        rf"\b(?:(?P<when>last|this|next)\s)?(?P<name>{names})\b(?:,?\s(?:of\s)?(?P<year>{YEAR}))?(?:\s(?:{PART}|weekend|holiday))?",
        re.IGNORECASE,
    )


def read_holiday(match: re.Match[str], context: Context) -> Reading | None:
    """Read a named day of the year told, else the nearest that suits the verb."""
    if not match["name"][0].isupper():
        return None
    rule = holidays()[match["name"].lower().replace("’", "'")]
    if match["year"]:
        found = named_day(rule, int(match["year"]))
        return Reading(str(found), "date", "day", day=found)
    if context.published is None:
        return Reading(None, "date", "day")
    near = [named_day(rule, context.published.year + n) for n in (-1, 0, 1)]
    when = (match["when"] or "").lower()
    leans = when == "next" or (when != "last" and lies_ahead(context, match.start(), match.end()))
    if leans:
        found = min(day for day in near if day >= context.published)
    elif when == "last":
        found = max(day for day in near if day < context.published)
    else:
        found = min(near, key=lambda day: (abs(day - context.published), day))
    return Reading(str(found), "date", "day", context.published)


def earlier(day: date, days: int) -> date:
    """Return the day so many days before."""
    return day - timedelta(days=days)


def months_between(first: date, last: date) -> str:
    """Return an interval of months."""
    return f"{month_of(first)}/{month_of(last)}"
