"""Which articles tell another event, and what the story is called."""

import itertools

from tests.group.made_up_articles import BRIDGE, SAME_BRIDGE, SCHOOL, article, key

from crossread.group import CopyGrouper
from crossread.group.label import LABEL_CHARACTERS, label
from crossread.group.strangers import strangers

ONE, OTHER, SAME = article(BRIDGE, "Courier"), article(SCHOOL, "Post"), article(SAME_BRIDGE, "Echo")


def test_two_accounts_of_one_event_are_no_strangers() -> None:
    assert strangers((ONE, SAME)) == ()


def test_two_articles_of_two_events_are_both_strangers() -> None:
    assert set(strangers((ONE, OTHER))) == {key(ONE), key(OTHER)}


def test_the_odd_one_out_is_the_stranger_wherever_it_stands() -> None:
    for given in itertools.permutations((ONE, OTHER, SAME)):
        assert strangers(given) == (key(OTHER),)


def test_one_article_is_no_stranger() -> None:
    assert strangers((ONE,)) == ()
    assert strangers(()) == ()


def test_the_story_is_known_by_its_articles_not_by_their_order() -> None:
    grouper = CopyGrouper()
    stories = [grouper.group(given) for given in itertools.permutations((ONE, OTHER, SAME))]
    assert len({(story.id, story.label) for story in stories}) == 1
    assert stories[0].documents == (ONE, OTHER, SAME)
    assert grouper.group((ONE, SAME)).id != stories[0].id


def test_the_label_is_a_title_where_there_is_one() -> None:
    titled = [
        article(BRIDGE, "Courier", "Halvern bridge closed after cracks found"),
        article(SAME_BRIDGE, "Echo", "Cracks close bridge at Halvern"),
        article(BRIDGE, "Post", "Readers' letters"),
    ]
    assert label(titled) in {"Halvern bridge closed after cracks found", "Cracks close bridge at Halvern"}


def test_without_titles_the_label_is_cut_from_a_first_sentence_at_a_clause() -> None:
    named = label((ONE, SAME))
    assert len(named) <= LABEL_CHARACTERS
    text = " ".join(BRIDGE.split()) + " ".join(SAME_BRIDGE.split())
    assert named in text
    assert named[-1].isalnum()


def test_a_long_first_sentence_without_clauses_is_cut_at_a_word() -> None:
    words = " ".join(f"windmill{number}" for number in range(30)) + " of the."
    named = label((article(words, "Courier"),))
    assert len(named) <= LABEL_CHARACTERS + 1
    assert named.endswith(" …")
    assert words.startswith(named.removesuffix(" …"))


def test_a_story_of_nothing_has_no_label() -> None:
    assert label(()) == ""
