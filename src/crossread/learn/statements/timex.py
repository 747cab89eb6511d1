"""A Time's value as TIMEX3 writes it.

ISO 8601 has intervals (`2019-01-21/2019-01-27`) where TIMEX3 has names (`2019-W04`), and nothing for what no date is
told of (`PAST_REF`, `PXM`) or for parts of the day (`2019-01-23TNI`). TimeML's guidelines (Saurí et al. 2006) take
"the past two years" and the "three days" of "three days after" as durations; we keep that reading as an alternative.
"""

import re
from datetime import date

from crossread.records import Time

_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
_REFERENCES = {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}
_UNITS = {
    "second": "TXS",
    "minute": "TXM",
    "hour": "TXH",
    "day": "XD",
    "week": "XW",
    "month": "XM",
    "year": "XY",
    "decade": "XE",
    "century": "XC",
}
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_VAGUE = re.compile(
    r"\b(?:past|last|next|coming)\s(?:few|several)\s(?P<unit>hour|day|week|month|year)s\b", re.IGNORECASE
)
_LENGTH = re.compile(
    r"\b(?:past|last|next|previous|following)\b|^within\b|\b(?:after|before|following)$", re.IGNORECASE
)
_HALVES = {"Y": "6M", "D": "T12H", "H": "30M", "M": ""}
_YEARS_A_DECADE, _YEARS_A_CENTURY, _MONTHS_A_QUARTER = 10, 100, 3


def timex_value(time: Time) -> str | None:
    """Return the TIMEX3 value, None where the article's date was needed and not known."""
    words = time.span.text
    if time.value is None:
        vague = f"P{_UNITS[time.precision]}" if time.kind == "duration" and time.precision in _UNITS else None
        return _REFERENCES.get(time.precision or "", vague)
    if time.kind == "duration":
        return _duration(time.value, words)
    if "recent" in words.lower():
        return "PAST_REF"
    if stretch := _VAGUE.search(words):
        return f"P{_UNITS[stretch['unit'].lower()]}"
    lengths = [other for other in time.alternatives if other.startswith("P")]
    if lengths and ("/" in time.value or _LENGTH.search(words)):
        return _duration(lengths[0], words)
    return _date(time)


def _duration(value: str, words: str) -> str:
    """Halves and decades, as TIMEX3 writes them."""
    if half := re.fullmatch(r"(P(?:T)?\d+)\.5([YDHM])", value):
        return f"{half[1]}{half[2]}{_HALVES[half[2]]}"
    low = words.lower()
    if years := re.fullmatch(r"P(\d+)Y", value):
        if "decade" in low:
            return f"P{int(years[1]) // _YEARS_A_DECADE}E"
        return f"P{int(years[1]) // _YEARS_A_CENTURY}C" if "centur" in low else value
    months = re.fullmatch(r"P(\d+)M", value)
    return f"P{int(months[1]) // _MONTHS_A_QUARTER}Q" if months and "quarter" in low else value


def _date(time: Time) -> str:
    value, precision = str(time.value), time.precision or ""
    if "/" not in value:
        is_day = len(value) == len("2019-01-23")
        return f"{value}T{_PARTS[precision]}" if is_day and precision in _PARTS else value
    first = value.partition("/")[0]
    if precision in {"week", "weekend"}:
        year, week, _ = date.fromisoformat(first).isocalendar()
        return f"{year}-W{week:02d}" + ("-WE" if precision == "weekend" else "")
    if precision in {"quarter", "season"}:
        month = int(first[5:7])
        return f"{first[:4]}-" + (_SEASONS[month] if precision == "season" else f"Q{month // _MONTHS_A_QUARTER + 1}")
    if precision == "half":
        return f"{first[:4]}-H{1 if first.endswith('01') else 2}"
    return first[: {"decade": 3, "century": 2}.get(precision, len(first))]


def plain_value(value: str) -> str:
    """Return a TIMEX3 value in one spelling: `1949-XX` is `1949`, `199X` is `199`, `2000-W7` is `2000-W07`."""
    value = re.sub(r"(?<=\d)(?:-(?:XX|WXX|QX))+$", "", value)
    value = re.sub(r"^(\d{2,3})X+$", r"\1", value)
    value = re.sub(r"-W(\d)(?!\d)", r"-W0\1", value)
    return re.sub(r"(T\d\d)$", r"\1:00", value)
