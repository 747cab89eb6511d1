"""How long something takes, and how often it happens: "three days", "72 hours to leave", "every week"."""

import re
from functools import cache

from crossread.annotate.times.arithmetic import duration
from crossread.annotate.times.reading import Context, Reading
from crossread.annotate.times.relative import BOUND, REACH, moved, singular
from crossread.annotate.times.vocabulary import PART, count_pattern, count_value


@cache
def duration_rule() -> re.Pattern[str]:
    """Return the pattern of "three days", "a two-year", "72 hours"."""
    unit = r"(?P<unit>second|minute|hour|day|week|month|year|decade|centur(?:y|ie))"
    return re.compile(
        rf"\b(?P<about>{BOUND})(?P<count>{count_pattern()})(?:\s|-)(?:full\s|straight\s|consecutive\s|more\s)?{unit}s?(?:-long)?\b",
        re.IGNORECASE,
    )


_GIVEN = re.compile(
    r"\b(?:give[ns]?|gave|giving|had|has|have|within|allow(?:s|ed)?|grant(?:s|ed)?|order(?:s|ed)?)\b[^.;]*$",
    re.IGNORECASE,
)


_TO_DO = re.compile(r"\s(?:for\s(?:\w+\s){1,4})?to\s[a-z]")
_AGE = re.compile(r"^(?:-|\s)(?:olds?\b|of\sage\b)", re.IGNORECASE)


_NO_DEADLINE = {"second", "minute", "decade", "century", "year"}


def read_duration(match: re.Match[str], context: Context) -> Reading | None:
    """Read how long something takes; a term that is given ("72 hours to leave") is an interval from the day told of.

    Where the article tells no day at all, a term stays a duration: it does not begin with publication.
    """
    counted = count_value(match["count"])
    if counted is None or _AGE.match(context.after(match.end(), 12)):
        return None
    if match["count"].isdigit() and match["unit"][0].isupper():  # "60 Minutes" is a programme
        return None
    count, unit = counted[0], singular(match["unit"])
    if unit == "second" and match["count"].lower() in {"a", "an", "one"}:
        return None
    if match["count"].lower() in {"a", "an"} and not _measured(match, context):
        return None
    if not counted[1]:
        return Reading(None, "duration", unit)
    value = duration(count, unit)
    if (
        _TO_DO.match(context.after(match.end(), 50))
        and unit not in _NO_DEADLINE
        and _GIVEN.search(context.before(match.start(), 60))
    ):
        return _deadline(count, unit, value, context) or Reading(value, "duration", unit)
    return Reading(value, "duration", unit)


def _measured(match: re.Match[str], context: Context) -> bool:
    """Tell whether "a year" is a duration: "for a year", "more than an hour"; not "$5 a year", "a day of"."""
    before = context.before(match.start(), 12).lower()
    return bool(match["about"]) or before.endswith(("for ", "within ", "lasted ", "lasting ", "than ", "spent "))


def _deadline(count: float, unit: str, value: str, context: Context) -> Reading | None:
    start = context.narrated(REACH)
    if start is None or (context.main is None and context.day is None):
        return None
    last = moved(start, count, unit)
    if last is None or last.value is None:
        return None
    first = str(start)[: len(last.value)]
    return Reading(f"{first}/{last.value}", "date", last.precision, start, (value,))


UNCOUNTED_RULE = re.compile(
    r"(?<=\bfor\s)(?:many\s)?(?P<unit>hour|day|week|month|year|decade|centurie)s\b(?!\s(?:ago|later|earlier|before|after))",
    re.IGNORECASE,
)


def read_uncounted(match: re.Match[str], context: Context) -> Reading | None:
    """Read "for weeks": so long, but nobody says how long."""
    del context
    return Reading(None, "duration", singular(match["unit"] + "s"))


SET_RULE = re.compile(
    rf"\b(?:(?:every|each)\s(?:other\s|single\s)?(?P<unit>day|night|week|month|year|morning|evening|afternoon|hour|minute|weekend)|(?P<adverb>daily|weekly|monthly|yearly|annually|nightly|hourly)|"
    rf"(?:once|twice|three\stimes|\w+\stimes)\s(?:a|per|each)\s(?P<per>day|week|month|year))\b(?!\s{PART})",
    re.IGNORECASE,
)


_ADVERBS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
    "nightly": "day",
    "hourly": "hour",
}


def read_set(match: re.Match[str], context: Context) -> Reading | None:
    """Read "every day" as its period; the name of a paper ("Daily") is none."""
    del context
    if match["adverb"] and match["adverb"][0].isupper():
        return None
    unit = (match["unit"] or match["per"] or _ADVERBS[match["adverb"].lower()]).lower()
    unit = {"night": "day", "morning": "day", "evening": "day", "afternoon": "day", "weekend": "week"}.get(unit, unit)
    return Reading(duration(1, unit), "set", unit)
