"""Months and seasons: "last May", "the summer of 2011"."""

import re
from datetime import date
from functools import cache

from crossread.annotate.times.arithmetic import MONTHS_A_YEAR, add_months, nearest, season
from crossread.annotate.times.reading import Context, Reading
from crossread.annotate.times.tense import SURE, lean, names_election, tells_of_outcome, tells_of_race
from crossread.annotate.times.vocabulary import (
    YEAR,
    month_number,
    month_pattern,
    season_month,
    season_pattern,
)

NEAR_MONTHS = 1  # a bare month this little ahead is read as ahead where no verb surely tells of the past


MONTHS_A_SEASON = 3


_WHEN = (
    r"(?P<when>early|late|mid|(?:the\s)?(?:very\s)?(?:end|beginning|start|middle)\sof|last|this|next|that|"
    r"the\s(?:previous|following)|this\spast|this\scoming|earlier\sin|later\sin)"
)


@cache
def month_rule() -> re.Pattern[str]:
    """Return the pattern of "May 2018", "last May", "mid-March", "the end of December"."""
    return re.compile(
        rf"\b(?:{_WHEN}[\s-])?(?P<month>{month_pattern()})(?:,?\s(?:of\s)?(?P<year>{YEAR})\b|\s(?:of\s)?(?P<of>last|this|next)\syear\b(?![’']s))?(?![\w’'-]*\w|\.?\s\d{{1,2}}\b)|"
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
        year = _month_year(when, month, match, context, context.published)
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
    if len(name) == len("Jan") and re.match(r"\s[A-Z]", after):  # a first name: the month would have its full stop
        return False
    if low in _NAMES and (
        re.match(r"\s[A-Z][a-z]+", after) or (re.search(r"[A-Z][\w.]+\s$", before) and not _BEFORE_MONTH.search(before))
    ):
        return False
    if low not in _WORDS:
        return not re.search(r"[A-Z][\w.]+\s$", before) or bool(_BEFORE_MONTH.search(before) or _ARTICLE.search(before))
    if _BEFORE_MONTH.search(before):
        return True
    return bool(_ARTICLE.search(before)) and bool(re.match(r"\s[a-z]", after)) and not _MARCH_FOR.match(after)


def _month_year(when: str, month: int, match: re.Match[str], context: Context, published: date) -> int:
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
    leans = _lean(match, context, ahead)
    if ahead and (
        leans >= SURE or (leans > -SURE and ahead <= NEAR_MONTHS) or (leans > 0 and ahead <= MONTHS_A_YEAR // 2)
    ):
        return this if month > published.month else this + 1
    return this if month <= published.month else this - 1


def _lean(match: re.Match[str], context: Context, ahead: int) -> int:
    """Return how surely a month lies ahead, `ahead` months if it does; of an election the nearest is meant."""
    if tells_of_outcome(context, match.start()):
        return -SURE
    if names_election(context, match.end()):
        return SURE if ahead <= MONTHS_A_YEAR // 2 else -SURE
    leans = lean(context, match.start(), match.end())
    return SURE if leans > -SURE and tells_of_race(context, match.start()) else leans


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
    return nearest(starts, published, lean(context, match.start(), match.end())).year
