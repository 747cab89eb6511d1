"""Calendar arithmetic: days, weeks, months, named days. All intervals are closed, as ISO 8601 writes them."""

from calendar import monthrange
from datetime import date, timedelta

DAYS_A_WEEK = 7
MONTHS_A_YEAR = 12
MONTHS_A_QUARTER = 3
YEARS_A_DECADE = 10
YEARS_A_CENTURY = 100
SATURDAY = 6  # ISO weekday


_ISO = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}


def add_months(day: date, months: int) -> date:
    """Return the day so many months on (or back), the last of its month where the day does not exist.

    Raises ValueError or OverflowError outside the years 1 to 9999.
    """
    index = day.year * MONTHS_A_YEAR + day.month - 1 + months
    year, month = divmod(index, MONTHS_A_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_of(day: date) -> str:
    """Return `YYYY-MM`."""
    return f"{day.year:04d}-{day.month:02d}"


def week_of(day: date) -> str:
    """Return the week that holds a day, Monday to Sunday, as an interval of days."""
    monday = day - timedelta(days=day.isoweekday() - 1)
    return f"{monday}/{monday + timedelta(days=DAYS_A_WEEK - 1)}"


def weekend_of(day: date) -> date:
    """Return the Saturday of the ISO week that holds a day."""
    return day + timedelta(days=SATURDAY - day.isoweekday())


def weekend(saturday: date) -> str:
    """Return Saturday and Sunday as an interval of days."""
    return f"{saturday}/{saturday + timedelta(days=1)}"


def season(first_month: int, year: int) -> str:
    """Return the three months of a season as an interval of months; winter runs into the next year."""
    last = add_months(date(year, first_month, 1), MONTHS_A_QUARTER - 1)
    return f"{year:04d}-{first_month:02d}/{month_of(last)}"


def quarter(number: int, year: int) -> str:
    """Return the three months of a calendar quarter as an interval of months."""
    return season(MONTHS_A_QUARTER * (number - 1) + 1, year)


def nth_weekday(nth: int, weekday: int, month: int, year: int) -> date:
    """Return the nth such weekday (1 is Monday) of a month; -1 is the last."""
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % DAYS_A_WEEK)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % DAYS_A_WEEK + DAYS_A_WEEK * (nth - 1))


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def named_day(rule: str, year: int) -> date:
    """Return the day of a rule of the table of holidays in a year."""
    parts = rule.split()
    if parts[0] == "easter":
        return easter(year) + timedelta(days=int(parts[1]))
    if parts[0] == "after":
        nth, weekday, month, later = (int(part) for part in parts[1:])
        return nth_weekday(nth, weekday, month, year) + timedelta(days=later)
    if len(parts) == 1:
        month, day = (int(part) for part in rule.split("-"))
        return date(year, month, day)
    nth, weekday, month = (int(part) for part in parts)
    return nth_weekday(nth, weekday, month, year)


def nearest(days: list[date], published: date, leans: int) -> date:
    """Return the day nearest to publication, on the side that the words lean to where they do so surely."""
    side = [day for day in days if leans == 0 or (day - published).days * leans >= 0] or days
    if leans == 0:
        return min(side, key=lambda day: (abs(day - published), day))
    return min(side) if leans > 0 else max(side)


def duration(count: float, unit: str) -> str:
    """Return an ISO 8601 duration (`P3D`, `PT72H`); decades and centuries as years, other fractions in decimals."""
    if unit in {"decade", "century"}:
        count, unit = count * (YEARS_A_DECADE if unit == "decade" else YEARS_A_CENTURY), "year"
    if unit in {"weekend", "fortnight", "quarter"}:
        count, unit = {
            "weekend": (count, "week"),
            "fortnight": (2 * count, "week"),
            "quarter": (MONTHS_A_QUARTER * count, "month"),
        }[unit]
    mark = "PT" if unit in {"second", "minute", "hour"} else "P"
    return f"{mark}{count:g}{_ISO[unit]}"
