"""Times, each resolved against a publication date: 2019-01-24 was a Thursday."""

import pytest

from crossread.annotate import RuleAnnotator
from crossread.records import Document, Time

THURSDAY = "2019-01-24"


def times(text: str, published: str | None = THURSDAY) -> tuple[Time, ...]:
    return RuleAnnotator().annotate(Document("a", text, "Herald", published=published)).times


@pytest.mark.parametrize(
    ("text", "words", "value", "precision"),
    [
        ("He left on Wednesday.", "Wednesday", "2019-01-23", "day"),
        ("He left on Thursday.", "Thursday", "2019-01-24", "day"),
        ("She will speak on Friday.", "Friday", "2019-01-25", "day"),
        ("He left last Thursday.", "last Thursday", "2019-01-17", "day"),
        ("They meet next Tuesday.", "next Tuesday", "2019-01-29", "day"),
        ("He spoke late Tuesday night.", "late Tuesday night", "2019-01-22", "night"),
        ("The council voted on Tuesday morning.", "Tuesday morning", "2019-01-22", "morning"),
        ("A vote is scheduled for Monday.", "Monday", "2019-01-28", "day"),
        ("He spoke yesterday.", "yesterday", "2019-01-23", "day"),
        ("He spoke today.", "today", "2019-01-24", "day"),
        ("He will speak tomorrow.", "tomorrow", "2019-01-25", "day"),
        ("He left on Jan. 23.", "Jan. 23", "2019-01-23", "day"),
        ("It opens on Feb. 15.", "Feb. 15", "2019-02-15", "day"),
        ("It was built on Dec. 30.", "Dec. 30", "2018-12-30", "day"),
        ("It was 23 January 2018.", "23 January 2018", "2018-01-23", "day"),
        ("On March 3, 2011, it fell.", "March 3, 2011", "2011-03-03", "day"),
        ("On the 4th of July it rained.", "the 4th of July", "2018-07-04", None),
        ("It opened in May 2018.", "May 2018", "2018-05", "month"),
        ("It opened last May.", "last May", "2018-05", "month"),
        ("It opened in November.", "November", "2018-11", "month"),
        ("It will open in November.", "November", "2019-11", "month"),
        ("But Ann Lee lost her re-election bid in November to John Reed.", "November", "2018-11", "month"),
        ("The board fell apart after the November elections.", "November", "2018-11", "month"),
        ("They may lose the house after the May elections.", "May", "2019-05", "month"),
        ("John Reed is running for re-election in November.", "November", "2019-11", "month"),
        ("John Reed claimed that he would help the party in April.", "April", "2019-04", "month"),
        ("It opened earlier this month.", "earlier this month", "2019-01", "month"),
        ("It opened last month.", "last month", "2018-12", "month"),
        ("It opened last year.", "last year", "2018", "year"),
        ("It will open next year.", "next year", "2020", "year"),
        ("It opened last week.", "last week", "2019-01-14/2019-01-20", "week"),
        ("It closed over the weekend.", "over the weekend", "2019-01-19/2019-01-20", "weekend"),
        ("It opened three years ago.", "three years ago", "2016", "year"),
        ("It opened two days ago.", "two days ago", "2019-01-22", "day"),
        ("It opened two and a half years ago.", "two and a half years ago", "2016", "year"),
        ("It grew in the fourth quarter of 2018.", "the fourth quarter of 2018", "2018-10/2018-12", "quarter"),
        ("It opened last summer.", "last summer", "2018-06/2018-08", "season"),
        ("It fell in the 1990s.", "the 1990s", "1990/1999", "decade"),
        ("It was built in the 19th century.", "the 19th century", "1801/1900", "century"),
        ("It fell in the 2011-12 season.", "2011-12", "2011/2012", "year"),
        ("He ran in '08.", "'08", "2008", "year"),
        ("They met in 1987.", "1987", "1987", "year"),
        ("It must end by the end of the month.", "the end of the month", "2019-01-31", "month"),
        ("They met on Christmas Day.", "Christmas Day", "2018-12-25", "day"),
        ("The letter is dated 2018-12-03.", "2018-12-03", "2018-12-03", "day"),
        (
            "The vote was between 3 and 5 p.m. there.",
            "between 3 and 5 p.m.",
            "2019-01-24T15:00/2019-01-24T17:00",
            "hour",
        ),
        ("They met at 4:30 p.m. on the pier.", "4:30 p.m.", "2019-01-24T16:30", "minute"),
        ("It ends at 9 a.m. EST on Tuesday.", "9 a.m. EST on Tuesday", "2019-01-22T09:00", "hour"),
        ("It ended at noon Saturday.", "noon Saturday", "2019-01-19T12:00", "minute"),
        ("It came by 5 p.m. CET, Nov. 6.", "5 p.m. CET, Nov. 6", "2018-11-06T17:00", "hour"),
        ("It was Monday, Jan. 21: rain fell.", "Monday, Jan. 21", "2019-01-21", "day"),
        ("It opened in July last year.", "July last year", "2018-07", "month"),
        ("It grew in last year's third quarter.", "last year's third quarter", "2018-07/2018-09", "quarter"),
        ("It grew in the 2017 second quarter.", "2017 second quarter", "2017-04/2017-06", "quarter"),
        ("It grew in the latest quarter.", "the latest quarter", "2018-10/2018-12", "quarter"),
        ("It grew in the first half of 2018.", "the first half of 2018", "2018-01/2018-06", "half"),
        ("It was nineteen ninety-six.", "nineteen ninety-six", "1996", "year"),
        ("It was the year two thousand and three.", "the year two thousand and three", "2003", "year"),
        ("It grew over the past two years.", "over the past two years", "2017/2019", "year"),
    ],
)
def test_values(text: str, words: str, value: str, precision: str | None) -> None:
    (found,) = times(text)
    assert (found.span.text, found.value) == (words, value)
    assert precision in (None, found.precision)


@pytest.mark.parametrize(
    "text",
    [
        "They may march if the sun is out.",
        "The Sun said so, and Theresa May agreed.",
        "He is 35 years old, and the 40-year-old is not.",
        "April Dorn was second in the march for water.",
        "The “Today” show called.",
        "Over 2000 people came along Route 1950.",
        "It cost $1990 and 1,950 more.",
        "Mr. Mar and Ms. August spoke.",
        "The minister, Jan Orlov, was there.",
        "He told “60 Minutes” so, and loves the film High Noon.",
    ],
)
def test_no_time_is_told(text: str) -> None:
    assert [time.span.text for time in times(text)] == []


@pytest.mark.parametrize(
    ("text", "words", "value", "kind"),
    [
        ("It took three days.", "three days", "P3D", "duration"),
        ("It was a two-year plan.", "two-year", "P2Y", "duration"),
        ("It lasted 90 minutes.", "90 minutes", "PT90M", "duration"),
        ("He runs every day.", "every day", "P1D", "set"),
        ("They meet on Mondays.", "Mondays", "P1W", "set"),
        ("It took 2 1/2 years.", "2 1/2 years", "P2.5Y", "duration"),
        ("It took several months.", "several months", None, "duration"),
        ("They waited for weeks.", "weeks", None, "duration"),
    ],
)
def test_durations_and_sets(text: str, words: str, value: str | None, kind: str) -> None:
    (found,) = times(text)
    assert (found.span.text, found.value, found.kind) == (words, value, kind)


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        ("He now runs the port.", "now", "present"),
        ("He recently ran the port.", "recently", "past"),
        ("He will soon run the port.", "soon", "future"),
        ("It may open in the near future.", "in the near future", "future"),
        ("It was open in the past.", "in the past", "past"),
    ],
)
def test_words_that_point_to_a_side_of_the_present_have_no_date(text: str, words: str, side: str) -> None:
    (found,) = times(text)
    assert (found.span.text, found.value, found.precision) == (words, None, side)
    assert not found.is_unresolved


def test_what_needs_a_date_of_publication_is_unresolved_without_one() -> None:
    assert [time.is_unresolved for time in times("He left on Wednesday.", published=None)] == [True]


def test_a_year_earlier_is_the_same_quarter_where_the_article_tells_of_one() -> None:
    found = times(
        "Sales rose in the third quarter of 2018. They were flat a year earlier. In the 2016 quarter they fell."
    )
    assert [time.value for time in found] == ["2018-07/2018-09", "2017-07/2017-09", "2016-07/2016-09"]


def test_how_long_a_stretch_is_stands_beside_when_it_was() -> None:
    found = times("It grew over the past two years, three days after the vote, and it will shrink within two weeks.")
    assert [time.alternatives[-1] for time in found] == ["P2Y", "P3D", "P2W"]


def test_a_term_that_is_set_is_an_interval_from_the_day_that_is_told() -> None:
    _, term = times("On Wednesday the mayor shut the port. He gave the crews 72 hours to leave.")
    assert (term.value, term.alternatives) == ("2019-01-23/2019-01-26", ("PT72H",))
    assert term.anchor == "2019-01-23"


def test_a_leap_day_without_its_year_is_that_of_the_only_leap_year_near() -> None:
    (found,) = times("It opened on Feb. 29.", published="2016-03-10")
    assert found.value == "2016-02-29"


def test_the_next_day_is_counted_from_the_day_told_last() -> None:
    first, second = times("The port was shut on Jan. 10. The next day it opened.")
    assert (first.value, second.value) == ("2019-01-10", "2019-01-11")


def test_a_bare_weekday_follows_what_the_article_surely_says_of_it() -> None:
    found = times(
        "The council will vote on Monday. The talks, Monday at noon, are long. Nobody likes the Monday session."
    )
    assert {time.value[:10] for time in found if time.value} == {"2019-01-28"}


def test_without_a_publication_date_what_needs_one_stays_unresolved() -> None:
    found = times("He left on Wednesday, last May, two days ago, and on Jan. 5, 2018, in 2011.", published=None)
    assert [(time.value, time.anchor) for time in found] == [
        (None, None),
        (None, None),
        (None, None),
        ("2018-01-05", None),
        ("2011", None),
    ]


def test_a_numeric_date_that_reads_two_ways_keeps_both() -> None:
    (found,) = times("It was dated 3/4/2018.")
    assert (found.value, found.alternatives) == ("2018-03-04", ("2018-04-03",))


@pytest.mark.parametrize("published", ["2019-01-24", "2019-01-24T23:30:00+00:00"])
def test_the_time_of_publication_does_not_matter(published: str) -> None:
    assert times("He left on Wednesday.", published)[0].value == "2019-01-23"


@pytest.mark.parametrize("published", ["soon", "24/01/2019", "0001-01-01", "9999-12-31"])
def test_a_strange_publication_date_breaks_nothing(published: str) -> None:
    text = "Last year, in 300 years, 5,000 years ago, on Wednesday, next month, the next day and three centuries later."
    assert times(text, published)


def test_a_preposition_of_place_leans_no_weekday_ahead() -> None:
    assert times("A fire tore through the port of Orlo early on Tuesday.")[0].value == "2019-01-22"
    assert times("The port stays shut through Tuesday.")[0].value == "2019-01-29"


def test_what_came_ahead_of_a_past_day_puts_it_nowhere_else() -> None:
    text = (
        "Ana Lee took the oath in the main square of the old town of Orlo on Wednesday. "
        "Ahead of Wednesday’s rally, crews came."
    )
    assert [time.value for time in times(text)] == ["2019-01-23", "2019-01-23"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She has invited the mayors to her office on Friday.", "2019-01-25"),
        ("Ana Lee is heading to Orlo for a speech Monday morning.", "2019-01-28"),
        ("They want the mayor to cancel the Monday meeting.", "2019-01-28"),
        ("She is campaigning there ahead of Monday’s vote.", "2019-01-28"),
        ("There is a chance of losing the council in June.", "2019-06"),
        ("He is running against Bo Reed, a registered nurse, in March.", "2019-03"),
    ],
)
def test_words_that_look_ahead(text: str, value: str) -> None:
    assert (times(text)[-1].value or "")[: len(value)] == value


def test_the_next_monday_is_not_tomorrow() -> None:
    assert times("They meet next Friday.")[0].value == "2019-02-01"  # said on a Thursday
    assert times("They meet next Saturday.")[0].value == "2019-01-26"


def test_a_term_stays_a_duration_where_no_day_is_told() -> None:
    (found,) = times("The mayor gave 72 hours for crews to leave the port.")
    assert (found.value, found.kind) == ("PT72H", "duration")
