"""Profiles: small, JSON-able, with what names an article's event."""

import json

from tests.group.made_up_articles import BRIDGE, article, key

from crossread.group import StoryGrouper, copy_of
from crossread.records import Profile

GROUPER = StoryGrouper()


def test_a_profile_survives_json() -> None:
    profile = GROUPER.profile(article(BRIDGE, title="The bridge is shut", published="2031-05-07"), seen="2031-05-08")
    assert Profile.from_json(json.loads(json.dumps(profile.to_json()))) == profile


def test_a_profile_is_small() -> None:
    assert len(json.dumps(GROUPER.profile(article(BRIDGE)).to_json())) < 6000


def test_words_are_stemmed_and_those_of_the_lead_are_told_apart() -> None:
    keys = GROUPER.profile(article(BRIDGE)).keys
    assert keys["w:bridge"] == 2
    assert keys["l:bridge"] == 1
    assert "w:march" in keys
    assert "l:march" not in keys


def test_the_day_of_first_sight_stands_in_for_the_day_of_publication() -> None:
    assert GROUPER.profile(article(BRIDGE, published="2031-05-07"), seen="2031-05-09").day == "2031-05-07"
    assert GROUPER.profile(article(BRIDGE), seen="2031-05-09").day == "2031-05-09"
    assert GROUPER.profile(article(BRIDGE)).day is None


def test_what_is_repeated_is_shown_in_the_words_of_both() -> None:
    first = article(BRIDGE, "Courier", published="2031-05-07")
    later = article(f"By our own correspondent. {BRIDGE}", "Ledger", published="2031-05-08")
    (story,) = GROUPER.group([GROUPER.profile(later), GROUPER.profile(first)]).stories
    assert story.copy_of == {key(later): key(first)}
    copy = copy_of(story.repeats[0], later, first)
    assert [mine.text for mine, _ in copy.passages] == [theirs.text for _, theirs in copy.passages]
    assert copy.share > 0.9
