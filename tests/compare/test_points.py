"""Points count independent accounts, show their words, and say where a thing was not found."""

from dataclasses import replace

from tests.compare.accounts import Account, account, story

from crossread.compare.alignment import Alignment, Link
from crossread.compare.points import find_points
from crossread.records import Copy, Point, ResolvedStory, Speaker

NORTH = account("North", "The dam at Orsk burst on Monday. Farmers had warned of cracks.")
SOUTH = account("South", "On Monday the Orsk dam gave way. The governor was abroad.")
EAST = account("East", "Orsk lost its dam on Monday morning.")


def _points(*accounts: Account, disputed: tuple[str, ...] = (), resolved: ResolvedStory | None = None) -> list[Point]:
    """All first sentences tell the same."""
    first = [each.statement(0) for each in accounts]
    links = tuple(Link(a, b, 0.9) for n, a in enumerate(first) for b in first[n + 1 :])
    return list(find_points(resolved or story(*accounts), Alignment(links, (), (tuple(first),)), disputed))


def test_what_all_tell_is_agreed_and_the_rest_single() -> None:
    points = _points(NORTH, SOUTH, EAST)
    assert [(point.status, point.outlets) for point in points] == [
        ("agreed", ("North", "South", "East")),
        ("single", ("North",)),
        ("single", ("South",)),
    ]
    assert points[0].independent_sources == 3


def test_the_label_is_the_shortest_of_the_tellings_that_share_most() -> None:
    odd, long = account("West", "Water everywhere."), account("Far", "On Monday the dam at Orsk, built in 1931, burst.")
    assert _points(SOUTH, long, odd)[0].label == "On Monday the Orsk dam gave way."


def test_evidence_runs_by_document_and_every_span_quotes() -> None:
    shared = _points(EAST, NORTH, SOUTH)[0]
    assert [span.doc for span in shared.evidence] == [each.document.id for each in (EAST, NORTH, SOUTH)]
    texts = {each.document.id: each.document.text for each in (EAST, NORTH, SOUTH)}
    assert all(texts[span.doc][span.start : span.end] == span.text for span in shared.evidence)


def test_it_is_said_where_a_thing_was_looked_for_and_not_found() -> None:
    alone = _points(NORTH, SOUTH, EAST)[1]
    assert alone.absent_from == (SOUTH.document.id, EAST.document.id)


def test_a_disputed_statement_makes_the_point_disputed() -> None:
    assert _points(NORTH, SOUTH, disputed=(SOUTH.statement(0).id,))[0].status == "disputed"


def test_a_copy_adds_no_independent_source() -> None:
    told = story(NORTH, SOUTH, EAST)
    copy = Copy(SOUTH.document.id, NORTH.document.id, 0.97, "copy", ())
    resolved = replace(told, story=replace(told.story, copies=(copy,)))
    assert _points(NORTH, SOUTH, EAST, resolved=resolved)[0].independent_sources == 2


def test_a_lifted_passage_leaves_an_account_independent() -> None:
    told = story(NORTH, SOUTH)
    lifted = Copy(SOUTH.document.id, NORTH.document.id, 0.2, "lifted", ())
    resolved = replace(told, story=replace(told.story, copies=(lifted,)))
    assert _points(NORTH, SOUTH, resolved=resolved)[0].independent_sources == 2


def test_one_agencys_report_in_two_papers_is_one_source() -> None:
    wire = [account(name, "ORSK (Reuters) - The dam burst on Monday.") for name in ("North", "South")]
    assert _points(*wire)[0].independent_sources == 1


def test_two_that_name_one_agency_are_one_source() -> None:
    told = story(NORTH, SOUTH)
    said = [replace(each.statement(0), speaker=Speaker("Reuters")) for each in (NORTH, SOUTH)]
    point = find_points(told, Alignment((), (), (tuple(said),)), ())[0]
    assert point.independent_sources == 1


def test_what_stands_in_a_lifted_passage_has_the_origin_of_where_it_stood() -> None:
    told = story(NORTH, SOUTH)
    pairs = ((SOUTH.sentence(0), NORTH.sentence(0)),)
    lifted = Copy(SOUTH.document.id, NORTH.document.id, 0.2, "lifted", pairs)
    resolved = replace(told, story=replace(told.story, copies=(lifted,)))
    assert _points(NORTH, SOUTH, resolved=resolved)[0].independent_sources == 1
    elsewhere = replace(lifted, passages=((SOUTH.sentence(1), NORTH.sentence(1)),))
    resolved = replace(told, story=replace(told.story, copies=(elsewhere,)))
    assert _points(NORTH, SOUTH, resolved=resolved)[0].independent_sources == 2


def test_one_speakers_words_in_marks_are_one_source_and_reported_ones_are_not() -> None:
    words = "The dam was never safe for anybody"
    papers = [account(name, f"“{words},” Voss said.", quotes=[(words, "Voss")]) for name in ("North", "South")]
    plain = account("East", f"{words}, Voss said.")
    told = story(*papers, plain)
    said = [replace(each.statement(0), speaker=Speaker("Voss")) for each in (*papers, plain)]
    quoted, all_three = (find_points(told, Alignment((), (), (tuple(s),)), ())[0] for s in (said[:2], said))
    assert quoted.independent_sources == 1
    assert all_three.independent_sources == 2
