"""Many articles into stories: what is one event, what people said, and that neither order nor portions matter."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.group.made_up_profiles import BRIDGE, FIRE, VOTE, profile

from crossread.group import StoryGrouper
from crossread.records import GroupedStory, Judgement, Profile, Verdict, Window, content_id

GROUPER = StoryGrouper()
TOPICS = (BRIDGE, FIRE, VOTE)
DAYS = ("2031-01-03", "2031-01-04", "2031-01-20", "2031-03-01", "2032-06-01", "2032-06-02", None)


def said(a: str, b: str, verdict: Verdict, by: str = "person:ana") -> Judgement:
    return Judgement(a, b, verdict, 1.0, by)


def groups(stories: Sequence[GroupedStory]) -> set[frozenset[str]]:
    return {frozenset(story.documents) for story in stories}


@st.composite
def corpora(draw: st.DrawFn) -> list[Profile]:
    """Articles that mix the words of one topic with some of another's, over days near and far."""
    count = draw(st.integers(1, 9))
    articles = []
    for number in range(count):
        topic = draw(st.sampled_from(TOPICS)).split()
        other = draw(st.sampled_from(TOPICS)).split()
        words = topic[: draw(st.integers(2, 9))] + other[: draw(st.integers(0, 5))]
        text = " ".join(words * 4) if draw(st.booleans()) else ""
        articles.append(profile(f"{number}", " ".join(words), draw(st.sampled_from(DAYS)), text=text))
    return articles


def test_articles_of_one_event_are_one_story_and_others_are_not() -> None:
    found = GROUPER.group(
        [
            profile("a", BRIDGE, "2031-05-07", "varga"),
            profile("b", BRIDGE + " winter", "2031-05-08", "varga"),
            profile("c", FIRE, "2031-05-07", "ek"),
        ]
    ).stories
    assert groups(found) == {frozenset({"d-a", "d-b"}), frozenset({"d-c"})}
    bridge = next(story for story in found if "d-a" in story.documents)
    assert (bridge.first, bridge.last) == ("2031-05-07", "2031-05-08")
    assert bridge.documents == ("d-a", "d-b")
    assert bridge.id == content_id("s", "d-a")
    assert bridge.actors == ("Varga",)


def test_a_chain_is_no_story() -> None:
    """Each article is near to the next, the first and the last share nothing."""
    words = [f"word{number}" for number in range(40)]
    chain = [profile(f"{n}", " ".join(words[n * 4 : n * 4 + 10]), f"2031-05-{n + 1:02}") for n in range(8)]
    assert all("d-0" not in group or "d-7" not in group for group in groups(GROUPER.group(chain).stories))


def test_long_silence_ends_a_story() -> None:
    two = [profile("a", BRIDGE, "2031-05-07"), profile("b", BRIDGE, "2033-05-07")]
    assert len(GROUPER.group(two).stories) == 2


def test_an_article_without_a_day_finds_its_story_last() -> None:
    found = GROUPER.group([profile("a", BRIDGE, None), profile("b", BRIDGE, "2031-05-07")]).stories
    assert [story.documents for story in found] == [("d-b", "d-a")]


def test_the_label_is_the_title_nearest_to_all() -> None:
    found = GROUPER.group(
        [
            profile("a", BRIDGE, title="Halvern bridge closed for repairs after cracks"),
            profile("b", BRIDGE, title="What a week!"),
            profile("c", BRIDGE, title="Weather for Monday"),
        ]
    )
    assert [story.label for story in found.stories] == ["Halvern bridge closed for repairs after cracks"]


def test_stories_that_share_a_little_are_related() -> None:
    near = " ".join([*BRIDGE.split()[:2], *FIRE.split(), *(f"other{n}" for n in range(9))])
    found = GROUPER.group([profile("a", BRIDGE), profile("b", near), profile("c", VOTE)]).stories
    by_first = {story.documents[0]: story for story in found}
    assert by_first["d-a"].related == (by_first["d-b"].id,)
    assert by_first["d-c"].related == ()


def test_people_outrank_likeness() -> None:
    articles = [profile("a", BRIDGE), profile("b", BRIDGE + " winter"), profile("c", FIRE)]
    judged = [said("d-a", "d-b", Verdict.DIFFERENT), said("d-a", "d-c", Verdict.SAME)]
    assert groups(GROUPER.group(articles, judgements=judged).stories) == {
        frozenset({"d-a", "d-c"}),
        frozenset({"d-b"}),
    }


def test_models_do_not() -> None:
    articles = [profile("a", BRIDGE), profile("c", FIRE)]
    judged = [said("d-a", "d-c", Verdict.SAME, by="rules/1")]
    assert len(GROUPER.group(articles, judgements=judged).stories) == 2


def test_people_may_judge_stories_and_years_apart() -> None:
    articles = [profile("a", BRIDGE, "2031-05-07"), profile("x", VOTE, "2032-01-01"), profile("c", FIRE, "2034-05-07")]
    judged = [said(content_id("s", "d-a"), content_id("s", "d-c"), Verdict.SAME)]
    assert frozenset({"d-a", "d-c"}) in groups(GROUPER.group(articles, judgements=judged).stories)


def test_two_stories_that_become_one_are_told_as_joined() -> None:
    articles = [
        profile("a", BRIDGE, "2031-05-01"),
        profile("b", FIRE, "2031-05-01"),
        profile("c", FIRE, "2031-05-02"),
    ]
    (story,) = GROUPER.group(articles, judgements=[said("d-a", "d-c", Verdict.SAME)]).stories
    (change,) = story.changes
    assert (change.kind, change.into, change.day) == ("joined", story.id, "2031-05-02")
    assert {story.id, change.story} == {content_id("s", "d-a"), content_id("s", "d-b")}


def test_a_copy_is_found_by_its_words_and_the_notice_both_print_is_not_enough() -> None:
    notice = " ".join(f"notice{n}" for n in range(60))
    report = " ".join(f"report{n}" for n in range(80))
    other = " ".join(f"other{n}" for n in range(20))
    found = GROUPER.group(
        [
            profile("a", BRIDGE, text=f"{report} {notice}", outlet="Courier"),
            profile("b", BRIDGE, text=f"{report} {notice}", outlet="Ledger", day="2031-05-08"),
            profile("c", FIRE, text=f"{other} {notice}", outlet="Tribune", day="2031-05-09"),
        ]
    ).stories
    assert groups(found) == {frozenset({"d-a", "d-b"}), frozenset({"d-c"})}
    assert {copy: of for story in found for copy, of in story.copy_of.items()} == {"d-b": "d-a"}


@given(corpora())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_neither_order_nor_portions_matter(articles: list[Profile]) -> None:
    whole = GROUPER.group(articles)
    assert GROUPER.group(articles[::-1]) == whole
    in_order = sorted(articles, key=lambda one: one.order)
    for cut in range(1, len(in_order)):
        first = GROUPER.group(in_order[:cut])
        if first.window is None or (in_order[cut].day or "9") < first.window.until:
            continue
        then = GROUPER.group(from_window(in_order, first.window), first.window)
        settled = [story for story in first.stories if story.id not in {other.id for other in then.stories}]
        left = {story.id for story in whole.stories} - {story.id for story in then.stories}
        assert then.window == whole.window
        assert set(then.stories) <= set(whole.stories)
        assert left <= {story.id for story in settled}


def from_window(articles: Sequence[Profile], window: Window) -> list[Profile]:
    return [one for one in articles if one.day is None or one.day >= window.since]


def test_profiles_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="order of publication"):
        list(GROUPER.stream([profile("a", BRIDGE, "2031-05-08"), profile("b", BRIDGE, "2031-05-07")]))


def test_every_article_stands_in_one_story() -> None:
    articles = [profile(f"{n}", TOPICS[n % 3], f"2031-05-{n + 1:02}") for n in range(20)]
    placed = [name for story in GROUPER.group(articles).stories for name in story.documents]
    assert sorted(placed) == sorted(one.doc for one in articles)


def test_a_close_story_takes_in_no_article_that_a_loose_one_would() -> None:
    """Outlets that share most of their words in one event share too few in two, though others share no more in one."""
    close = [profile(name, BRIDGE + f" {name}", "2031-05-07") for name in ("a", "b")]
    loose = [
        profile(name, " ".join(BRIDGE.split()[:5] + [f"{name}{n}" for n in range(6)]), "2031-05-07")
        for name in ("a", "b")
    ]
    late = profile("c", " ".join(BRIDGE.split()[:4] + [f"c{n}" for n in range(7)]), "2031-05-08")
    assert len(GROUPER.group([*loose, late]).stories) == 1
    assert len(GROUPER.group([*close, late]).stories) == 2


def test_copies_make_a_story_no_closer() -> None:
    first = profile("a", " ".join([*BRIDGE.split()[:5], "x1", "x2", "x3", "x4", "x5"]), "2031-05-07", text="word " * 60)
    copies = [replace(first, doc=f"d-a{n}", outlet=f"Ledger {n}") for n in range(3)]
    late = profile("c", " ".join(BRIDGE.split()[:4] + [f"c{n}" for n in range(7)]), "2031-05-08")
    assert len(GROUPER.group([first, *copies, late]).stories) == 1


def two_events() -> list[Profile]:
    """One event, a report of both, another event, the first again."""
    bridge, fire = BRIDGE.split(), FIRE.split()
    words = (
        bridge,
        bridge[:2] + fire[:3] + ["x1", "x2", "x3"],
        fire[:8],
        [*bridge, fire[0], *(f"y{n}" for n in range(6))],
    )
    return [profile(f"{n}", " ".join(told), f"2031-05-0{n + 1}") for n, told in enumerate(words)]


def test_a_story_whose_articles_turn_out_to_tell_two_events_comes_apart() -> None:
    articles = two_events()
    (before,) = GROUPER.group(articles[:3]).stories
    assert before.documents == ("d-0", "d-1", "d-2")
    stays, leaves = GROUPER.group(articles).stories
    assert (stays.documents, leaves.documents) == (("d-0", "d-3"), ("d-1", "d-2"))
    assert stays.id == before.id
    assert leaves.id == content_id("s", "d-1")
    (change,) = leaves.changes
    assert (change.story, change.kind, change.into, change.day) == (before.id, "left", leaves.id, "2031-05-04")
    assert stays.changes == leaves.changes


def test_what_has_come_apart_stays_apart_and_each_part_goes_on() -> None:
    articles = [
        *two_events(),
        profile("b", BRIDGE + " winter", "2031-05-05"),
        profile("f", FIRE + " winter", "2031-05-06"),
    ]
    whole = GROUPER.group(articles)
    assert [story.documents for story in whole.stories] == [("d-0", "d-3", "d-b"), ("d-1", "d-2", "d-f")]
    assert [story.id for story in whole.stories] == [story.id for story in GROUPER.group(two_events()).stories]
    for cut in range(1, len(articles)):
        first = GROUPER.group(articles[:cut])
        assert first.window is not None
        assert GROUPER.group(from_window(articles, first.window), first.window) == whole


def test_a_copy_goes_with_what_it_copies_when_a_story_comes_apart() -> None:
    articles = two_events()
    text = " ".join(f"report{n}" for n in range(80))
    copied = [replace(one, wording=profile("t", "", text=text).wording) for one in articles[1:3]]
    stories = GROUPER.group([articles[0], *copied, articles[3]]).stories
    assert [story.documents for story in stories] == [("d-0", "d-3"), ("d-1", "d-2")]
    assert stories[1].copy_of == {"d-2": "d-1"}
