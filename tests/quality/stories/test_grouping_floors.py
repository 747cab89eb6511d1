"""Holds grouping to what it reaches on a small made-up corpus (benchmarks/made, seed 1)."""

import pytest
from benchmarks.made import make_corpus
from benchmarks.made.coded import coded_of

from crossread.group import StoryGrouper
from crossread.learn.stories.figures import b_cubed, count_copies

ARTICLES = 400
SAME_EVENT_F1 = 0.99
COPIES = 0.98  # of precision as of recall


@pytest.mark.quality
def test_events_and_copies_are_found() -> None:
    made = list(make_corpus(ARTICLES, seed=1))
    grouper = StoryGrouper()
    profiles = [grouper.profile(coded_of(one)) for one in made]
    stories = grouper.group(profiles).stories
    home = {name: story.id for story in stories for name in story.documents}
    events = b_cubed([one.event for one in made], [home[profile.doc] for profile in profiles])
    ids = {one.id: profile.doc for one, profile in zip(made, profiles, strict=True)}
    gold = {ids[one.id]: ids[one.copy_of] for one in made if one.copy_of in ids}
    copies = count_copies(gold, {copy: of for story in stories for copy, of in story.copy_of.items()})
    assert len(gold) > ARTICLES / 10
    assert events["f1"] >= SAME_EVENT_F1
    assert min(copies["p"], copies["r"]) >= COPIES
