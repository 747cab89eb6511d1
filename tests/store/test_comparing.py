"""One comparison a story, made anew only where something changed."""

from dataclasses import replace

import pytest
from tests.report.made_up_story import DOCUMENTS, made_up_comparison
from tests.report.made_up_story import coded as bare
from tests.store.made_up import PIPELINE, READER, article, coded, grouped, profile
from tests.store.test_kept_coding import rows

from crossread.errors import UnknownIdError
from crossread.records import Comparison, Grouping, Judgement, Verdict
from crossread.report import to_json
from crossread.store import Store

STORY = "s-ferry"


@pytest.fixture
def comparison(store: Store) -> Comparison:
    for document in DOCUMENTS:
        store.add(document)
        store.save_coded(bare(document), READER, profile(document))
    store.save_grouping(Grouping((grouped(STORY, *DOCUMENTS),), None))
    return made_up_comparison()


def test_a_comparison_comes_back_equal(store: Store, comparison: Comparison) -> None:
    assert store.comparison(STORY) is None
    store.save_comparison(STORY, comparison, PIPELINE)
    kept = store.comparison(STORY)
    assert kept == comparison
    assert to_json(replace(kept, quantities=())) == to_json(replace(comparison, quantities=()))
    assert store.story(STORY).contradictions == 2


def test_what_is_up_to_date_is_not_asked_for(store: Store, comparison: Comparison) -> None:
    assert list(store.to_compare(PIPELINE)) == [STORY]
    store.save_comparison(STORY, comparison, PIPELINE)
    assert (list(store.to_compare(PIPELINE)), store.up_to_date(STORY, PIPELINE)) == ([], True)
    assert store.count_to_compare(PIPELINE.replace("points/1", "points/2")) == 1


def test_a_story_of_one_article_has_nothing_to_compare(store: Store, comparison: Comparison) -> None:
    store.save_grouping(Grouping((grouped("s-alone", DOCUMENTS[0]),), None))
    assert "s-alone" not in set(store.to_compare(PIPELINE))
    assert "s-alone" in set(store.to_compare(PIPELINE, least=1))


def test_an_article_more_makes_it_out_of_date(store: Store, comparison: Comparison) -> None:
    store.save_comparison(STORY, comparison, PIPELINE)
    more = article()
    store.add(more)
    store.save_coded(coded(more), READER, profile(more))
    store.save_grouping(Grouping((grouped(STORY, *DOCUMENTS, more),), None))
    assert list(store.to_compare(PIPELINE)) == [STORY]
    assert store.comparison(STORY) == comparison


def test_an_article_taken_apart_otherwise_makes_it_out_of_date(store: Store, comparison: Comparison) -> None:
    store.save_comparison(STORY, comparison, PIPELINE)
    store.save_coded(bare(DOCUMENTS[0]), "reader/2 > rules/1", profile(DOCUMENTS[0]))
    assert store.up_to_date(STORY, PIPELINE)
    again = bare(DOCUMENTS[0])
    store.save_coded(replace(again, annotated=replace(again.annotated, made_by="other/1")), READER)
    assert not store.up_to_date(STORY, PIPELINE)


def test_a_judgement_makes_it_out_of_date_and_stays(store: Store, comparison: Comparison) -> None:
    store.save_comparison(STORY, comparison, PIPELINE)
    first = Judgement("p-1", "p-2", Verdict.SAME, 1.0, "person:ana")
    store.judge(first, STORY)
    assert not store.up_to_date(STORY, PIPELINE)
    store.save_comparison(STORY, comparison, PIPELINE)
    assert store.up_to_date(STORY, PIPELINE)
    other = Judgement("p-2", "p-1", Verdict.DIFFERENT, 1.0, "person:ana")
    model = Judgement("p-1", "p-2", Verdict.SAME, 0.6, "pairs/1")
    store.judge(other, STORY)
    store.judge(model)
    store.save_grouping(Grouping((grouped(STORY, *DOCUMENTS),), None), afresh=True)
    assert list(store.judgements()) == [other, model]
    assert list(store.judgements(STORY)) == [other]


def test_a_comparison_outlives_a_grouping_made_afresh(store: Store, comparison: Comparison) -> None:
    store.save_comparison(STORY, comparison, PIPELINE)
    store.save_grouping(Grouping((grouped(STORY, *DOCUMENTS),), None), afresh=True)
    assert store.up_to_date(STORY, PIPELINE)
    store.save_grouping(Grouping((), None), afresh=True)
    store.begin_run(PIPELINE)
    assert store.counts().comparisons == 0


def test_a_story_that_failed_is_tried_again_once_it_changed(store: Store, comparison: Comparison) -> None:
    store.save_failure(STORY, "compare", "too long", PIPELINE)
    assert (store.count_to_compare(PIPELINE), store.count_to_compare(PIPELINE, retry=True)) == (0, 1)
    assert [failure.source for failure in store.failures()] == ["Bridge closed"]
    store.save_grouping(Grouping((grouped(STORY, *DOCUMENTS[:3]),), None))
    assert len(store.story(STORY).articles) == 3
    assert store.count_to_compare(PIPELINE) == 1
    store.save_comparison(STORY, comparison, PIPELINE)
    assert list(store.failures()) == []


def test_sides_and_points_can_be_read_by_others(store: Store, comparison: Comparison, location: str) -> None:
    store.save_comparison(STORY, comparison, PIPELINE)
    store.save_comparison(STORY, comparison, PIPELINE)
    found = rows(location, "SELECT * FROM all_discrepancies ORDER BY id, side")
    assert [row["value"] for row in found[:3]] == ["14 people", "Nineteen people", "14 people"]
    assert {row["outlet"] for row in found[:3]} == {"Harbour Post", "The Courier", "Coastwire"}
    texts = {document.id: document.text for document in DOCUMENTS}
    for row in found:
        span = slice(int(str(row["start_char"])), int(str(row["end_char"])))
        assert row["text"] == texts[str(row["document"])][span]
    assert len(rows(location, "SELECT * FROM all_points")) == len(comparison.points)


def test_no_comparison_of_what_is_not_there(store: Store, comparison: Comparison) -> None:
    with pytest.raises(UnknownIdError):
        store.save_comparison("s-none", comparison, PIPELINE)
    with pytest.raises(UnknownIdError):
        store.comparison("s-none")
    with pytest.raises(UnknownIdError):
        store.up_to_date("s-none", PIPELINE)


def test_runs_are_told_the_last_first(store: Store) -> None:
    first, second = store.begin_run(PIPELINE), store.begin_run(PIPELINE)
    store.end_run(first, {"read": 3})
    latest, earlier = store.runs()
    assert (latest.number, latest.ended, dict(latest.counts)) == (second, None, {})
    assert earlier.ended is not None
    assert dict(earlier.counts) == {"read": 3}
