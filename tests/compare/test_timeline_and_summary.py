"""When it happened, and a short account of it, in the articles' own words."""

from tests.compare.accounts import Account, account, align, story

from crossread.compare.passages import Passages
from crossread.compare.points import find_points
from crossread.compare.summary import summarise
from crossread.compare.timeline import build_timeline
from crossread.records import SummarySentence, TimelineEntry

LEAD = "The old bridge over the Marn fell on Monday."
SAME = "On Monday the old bridge over the Marn collapsed."


def told() -> tuple[Account, Account]:
    a = account(
        "Courier",
        f"{LEAD} It was built in 1931. Engineers had warned of cracks for many years before it fell.",
        times=[("Monday", "2031-04-28"), ("1931", "1931")],
    )
    b = account("Herald", f"{SAME} Nobody was hurt, the mayor told the paper.", times=[("Monday", "2031-04-28")])
    return a, b


def entries(*links: tuple[int, int]) -> tuple[TimelineEntry, ...]:
    a, b = told()
    resolved = story(a, b)
    points = find_points(resolved, align(*((a.statement(n), b.statement(m)) for n, m in links)), ())
    return build_timeline(resolved, points, Passages(resolved))


def test_one_fact_dated_twice_alike_is_one_entry() -> None:
    both = entries((0, 0))
    assert [entry.date for entry in both] == ["1931", "2031-04-28"]
    assert [span.text for span in both[1].evidence] == [LEAD, SAME]
    assert both[1].label == min(LEAD, SAME, key=len)


def test_two_facts_of_one_day_are_two_entries() -> None:
    assert [entry.date for entry in entries()] == ["1931", "2031-04-28", "2031-04-28"]


def test_what_is_undated_is_not_dated_by_its_publication() -> None:
    a, b = account("Courier", "The bridge fell."), account("Herald", "The bridge collapsed.")
    resolved = story(a, b)
    points = find_points(resolved, align((a.statement(0), b.statement(0))), ())
    assert build_timeline(resolved, points, Passages(resolved)) == ()


def sentences(disputed: bool) -> tuple[SummarySentence, ...]:
    a, b = told()
    resolved = story(a, b)
    ids = [a.statement(0).id] if disputed else []
    points = find_points(resolved, align((a.statement(0), b.statement(0))), ids)
    return summarise(resolved, points, Passages(resolved))


def test_what_several_tell_comes_first_and_says_who() -> None:
    first = sentences(disputed=False)[0]
    assert first.text == LEAD
    assert first.agreed_by == ("Courier", "Herald")
    assert [span.text for span in first.evidence] == [LEAD, SAME]


def test_what_is_disputed_is_told_too() -> None:
    assert sentences(disputed=True)[0].text == LEAD


def test_nobody_agrees_with_a_sentence_in_dispute_but_who_wrote_it() -> None:
    first = sentences(disputed=True)[0]
    assert first.agreed_by == ("Courier",)
    assert [span.text for span in first.evidence] == [LEAD]


def test_a_summary_is_made_of_sentences_as_they_stand() -> None:
    texts = {each.document.id: each.document.text for each in told()}
    for sentence in sentences(disputed=False):
        span = sentence.evidence[0]
        assert texts[span.doc][span.start : span.end] == sentence.text
    assert len(sentences(disputed=False)) == 3
