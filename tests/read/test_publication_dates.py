from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.errors import ReadError
from crossread.read.dates import read_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2019-01-24", "2019-01-24"),
        ("20190124", "2019-01-24"),
        (" 2019-01-24 ", "2019-01-24"),
        ("2019-01-24T09:30", "2019-01-24T09:30:00"),
        ("2019-01-24T09:30:00Z", "2019-01-24T09:30:00+00:00"),
        ("2019-01-24 09:30:00.25+02:00", "2019-01-24T09:30:00.250000+02:00"),
        ("24 January 2019", "2019-01-24"),
        ("January 24, 2019", "2019-01-24"),
        ("Thu, 24 Jan 2019 09:30:00 GMT", "2019-01-24T09:30:00+00:00"),
        ("Thu, 24 Jan 2019 09:30:00 -0500", "2019-01-24T09:30:00-05:00"),
        ("Jan. 24, 2019 9:30 p.m. EST", "2019-01-24T21:30:00-05:00"),
        ("24/01/2019", "2019-01-24"),
        ("01/24/2019", "2019-01-24"),
        ("2019/1/4", "2019-01-04"),
        ("24.01.2019", "2019-01-24"),
        ("05/05/2019", "2019-05-05"),
    ],
)
def test_a_full_date_is_read(written: str, iso: str) -> None:
    assert read_date(written) == iso


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("yesterday", "no year"),
        ("24 January", "no year"),
        ("24/01/19", "no year of four digits"),
        ("1548288000123", "no year of four digits"),
        ("2019", "not a full date"),
        ("January 2019", "not a full date"),
        ("2019-01", "not a full date"),
        ("2019-13-45", "no date"),
        ("31 February 2019", "no date"),
        ("soon after 2019 began", "no date"),
        ("03/04/2019", "could be 2019-03-04 or 2019-04-03"),
        ("2019-01-24 " + "x" * 100, "too long"),
    ],
)
def test_what_is_not_one_full_date_is_refused_with_the_reason(written: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read_date(written)


def test_an_unknown_zone_is_left_open_instead_of_guessed() -> None:
    assert read_date("24 Jan 2019 09:30 XQT") in ("2019-01-24T09:30:00", "2019-01-24")


@given(st.dates(min_value=date(1000, 1, 1)))
def test_each_day_is_read_back(day: date) -> None:
    assert read_date(day.isoformat()) == day.isoformat()
    assert read_date(day.strftime("%d %B %Y")) == day.isoformat()


@given(st.datetimes(min_value=datetime(1000, 1, 1)))
def test_each_time_is_read_back(time: datetime) -> None:
    assert read_date(time.isoformat()) == time.isoformat()


@settings(max_examples=300)
@given(st.text(max_size=40) | st.from_regex(r"[0-9/:., TZa-z+-]{4,30}", fullmatch=True))
def test_no_text_raises_anything_but_our_own_error(text: str) -> None:
    try:
        iso = read_date(text)
    except ReadError:
        return
    datetime.fromisoformat(iso)
