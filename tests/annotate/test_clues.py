"""A pattern's clues must never hide a match: what a rule finds in a sentence is found with the clues too."""

import pytest

from crossread.annotate.clues import any_in, folded, starts, words
from crossread.annotate.quantities.rules import rules as quantity_rules
from crossread.annotate.times.rules import rules as time_rules

SENTENCES = (
    "On Wednesday, Jan. 23, 2019, or 23 January, at 4:30 p.m. EST, by noon or midnight, they met.",
    "It was 2019-01-23, 1/23/2019, 9/11, 911 attacks, 1400 GMT, between 3 and 5 p.m. and six o’clock.",
    "The third quarter, Q3 2011, the first half of 2011, a year earlier, year-ago period, the same quarter.",
    "The 19th century, the twenty-first century, 2011-12, the ’90s, nineteen ninety-six, the year two thousand.",
    "Valentine’s Day, St. Patrick's Day, New Year’s Eve, the Fourth of July, last Easter, Martin Luther King Day.",
    "LAST SUMMER, MID-MARCH, MAY’S VOTE, TUESDAYS, TUES. AND TOMORROW, THE WEEKEND, LATE-MORNING, OVERNIGHT.",
    "Days ago, three fortnights later, in recent weeks, for centuries, within two years’ time, the next decade.",
    "Every other day, twice a week, hourly, five times per year; now, lately, in the near future, the coming decades.",
    "The end of the week, year-end, the year’s end, later that day, the past two years, half an hour, a weeklong row.",
    "About US$5.7 billion, £10m, a million-dollar home, 20 pounds\u00a0sterling, 64percent, 2 per cent.",
    "A 35-year-old aged 36, ages 3 to 5, 18 or older, five years of age, in her early 20s, John Doe, 42, said.",
    "One out of three, one-in-five, 6-4, three-to-two; two-thirds, half the seats, by a third; a quarter of a million.",
    "Half a dozen, dozens of thousands, scores, the 5th straight day, a pair of men, twice, No. 2, daylong.",
    "One-eighth of 1 percent, half of a percentage point, the worst in a decade, during the last century.",
    "For an hour, a mile-long row, twenty-one, two and a half, a hundred, several thousand, 5million, 12k, １２ men.",
)


def test_a_rule_without_its_clue_matches_nothing() -> None:
    found = set()
    for sentence in SENTENCES:
        text = folded(sentence)
        for pattern, _, clues in (*time_rules(), *quantity_rules()):
            matched = any(match[0] for match in pattern.finditer(sentence))
            assert not matched or any_in(text, clues), (pattern.pattern, sentence)
            if matched:
                found.add(pattern.pattern)
    assert len(found) == len((*time_rules(), *quantity_rules()))  # each rule was tried on something that it matches


@pytest.mark.parametrize(
    ("text", "clues"),
    [("In May.", words("may")), ("yearlong", starts("year")), ("Q4", starts("q0")), ("New Year's", starts("new year"))],
)
def test_clues_are_written_as_texts_are_folded(text: str, clues: tuple[str, ...]) -> None:
    assert any_in(folded(text), clues)


@pytest.mark.parametrize(("text", "clues"), [("Maybe", words("may")), ("midyear", starts("year")), ("", words("may"))])
def test_a_word_is_no_part_of_another(text: str, clues: tuple[str, ...]) -> None:
    assert not any_in(folded(text), clues)
