"""The words of the calendar, as pieces of regular expressions and as numbers."""

from functools import cache

from crossread.annotate.numerals import number_pattern, number_value
from crossread.resources.loader import read_table

PART = r"(?:morning|afternoon|evening|night)"
UNIT = r"(?:second|minute|hour|day|week|weekend|fortnight|month|quarter|year|decade|centur(?:y|ie))"
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
NTH = r"(?:st|nd|rd|th)"
CLOCK = r"(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?\s?m\b\.?)|\d{1,2}:\d\d(?!\d|:)|noon\b|midnight\b|\d{1,2}\so['’]clock)"
ZONE = (
    r"(?:[ECMP][SD]T|GMT|UTC|BST|CET|local\stime|"
    r"(?:Eastern|Central|Mountain|Pacific)(?:\s(?:Standard|Daylight))?(?:\s[Tt]ime)?)"
)
CLOCK_BEFORE = rf"(?:(?P<early_clock>{CLOCK})(?:\s\(?{ZONE}\)?)?,?\s(?:on\s)?)?"  # "9 a.m. EST on Tuesday"
AT_CLOCK = rf"(?:,?\s(?:(?:at|around|about|by|after|before|shortly\safter|shortly\sbefore)\s)?(?P<clock>{CLOCK}))"


@cache
def _numbers(kind: str) -> dict[str, int]:
    return {
        row["form"].lower(): int(row["number"]) for row in read_table("gazetteer/calendar.tsv") if row["kind"] == kind
    }


@cache
def month_pattern() -> str:
    """Match the name of a month, or its abbreviation with a full stop."""
    return _pattern("month")


@cache
def weekday_pattern() -> str:
    """Match the name of a weekday, or its abbreviation with a full stop."""
    return _pattern("weekday")


@cache
def calendar_forms(kind: str) -> frozenset[str]:
    """Return the names of months, weekdays or seasons (`month`, `weekday`, `season`), and what they are cut to."""
    return frozenset(row["form"] for row in read_table("gazetteer/calendar.tsv") if row["kind"] == kind)


def _pattern(kind: str) -> str:
    forms = calendar_forms(kind)
    short = sorted((form for form in forms if _is_abbreviation(form, kind)), key=lambda form: (-len(form), form))
    return rf"(?:{'|'.join(sorted(forms - set(short)))}|(?:{'|'.join(short)})\b\.?)"


def _is_abbreviation(form: str, kind: str) -> bool:
    """Tell whether a longer form of the same number starts so ("Sept" for "September")."""
    number = _numbers(kind)[form.lower()]
    return any(
        other != form.lower() and other.startswith(form[:3].lower()) and len(other) > len(form)
        for other, n in _numbers(kind).items()
        if n == number
    )


@cache
def season_pattern() -> str:
    """Match the name of a season."""
    return "(?:" + "|".join(sorted(_numbers("season"))) + ")"


@cache
def count_pattern() -> str:
    """Match how many: a number, or "a", "a few", "several", "a couple of", "a half"."""
    mixed = r"\d+(?:\s|-)1/2|\d+½"  # the fraction that newspapers print with numbers of years, hours, miles
    vague = r"(?:a\s)?couple(?:\sof)?|(?:a\s)?(?:few|several)|half\san?|half-a|an?|one\sand\sa\shalf|many"
    return rf"(?:(?:{vague})|(?:{mixed})|{number_pattern()})"


def month_number(name: str) -> int:
    """Return 1 to 12."""
    return _numbers("month")[name.lower().rstrip(".")]


def weekday_number(name: str) -> int:
    """Return 1 (Monday) to 7."""
    return _numbers("weekday")[name.lower().rstrip(".")]


def season_month(name: str) -> int:
    """Return the first month of a season."""
    return _numbers("season")[name.lower()]


@cache
def holidays() -> dict[str, str]:
    """Map named days, in lower case and with straight apostrophes, to the rule of their day."""
    return {row["name"].lower(): row["day"] for row in read_table("gazetteer/holidays.tsv")}


VAGUE = {"few": 3.0, "several": 3.0, "many": 3.0, "couple": 2.0}  # the least that is meant


def count_value(text: str) -> tuple[float, bool] | None:
    """Return the number that a count tells, and whether it tells it exactly; None where it tells none."""
    low = " ".join(text.lower().replace("-", " ").split())
    for word, least in VAGUE.items():
        if word in low.split():
            return least, word == "couple"
    if low in {"a", "an"}:
        return 1.0, True
    if low in {"half a", "half an"}:
        return 0.5, True
    half = 0.5 if low.endswith(("1/2", "½")) else 0.0
    value = number_value(low.removesuffix("1/2").removesuffix("½"))
    return None if value is None else (value + half, True)
