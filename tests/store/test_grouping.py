"""Profiles in, stories out."""

import pytest
from tests.store.made_up import READER, article, coded, grouped, profile, repeat

from crossread.errors import UnknownIdError
from crossread.records import Change, Document, Grouping, Window
from crossread.store import Store, StoryEvent


def window(since: str, until: str) -> Window:
    return Window(since, until, 0, ())


@pytest.fixture
def documents(store: Store) -> list[Document]:
    made = [article(number) for number in range(1, 5)]
    for document in made:
        store.add(document)
        store.save_coded(coded(document), READER, profile(document, store.added(document.id)))
    return made


def test_profiles_come_back_in_order(store: Store, documents: list[Document]) -> None:
    assert [one.doc for one in store.profiles()] == [document.id for document in documents]
    assert [one.doc for one in store.profiles("2031-05-03")] == [document.id for document in documents[2:]]
    first = next(iter(store.profiles()))
    assert first == profile(documents[0], store.added(documents[0].id))


def test_profiles_without_a_day_are_always_among_them(store: Store) -> None:
    vague = Document("v", "Vague.", "Ledger", published="2031-05")
    store.add(vague)
    store.save_coded(coded(vague), READER)
    assert [one.annotated.document.id for one in store.to_profile()] == [vague.id]
    store.save_profile(profile(vague))
    assert [one.doc for one in store.profiles("2040-01-01")] == [vague.id]
    assert store.first_ungrouped_day() is None
    assert list(store.to_profile()) == []


def test_what_is_in_no_story_is_told(store: Store, documents: list[Document]) -> None:
    assert (store.count_ungrouped(), store.first_ungrouped_day()) == (4, "2031-05-01")
    store.save_grouping(Grouping((grouped("s-1", *documents[:2]),), window("2031-05-01", "2031-05-02")))
    assert (store.count_ungrouped(), store.first_ungrouped_day()) == (2, "2031-05-03")


def test_a_story_is_shown_with_its_articles(store: Store, documents: list[Document]) -> None:
    story = grouped("s-1", *documents[:3], repeats=(repeat(documents[1], documents[0]),), related=("s-9", "s-8"))
    store.save_grouping(Grouping((story,), None))
    shown = store.story("s-1")
    assert [entry.id for entry in shown.articles] == [document.id for document in documents[:3]]
    assert [entry.copy_of for entry in shown.articles] == [None, documents[0].id, None]
    assert (shown.first_published, shown.last_published) == ("2031-05-01", "2031-05-03")
    assert (shown.related, shown.actors, shown.compared) == (("s-9", "s-8"), ("Zoë Finch",), False)
    assert store.grouped("s-1") == story
    assert store.story_documents("s-1") == story.documents
    assert list(store.story_ids()) == ["s-1"]


def test_an_article_stands_in_one_story(store: Store, documents: list[Document]) -> None:
    store.save_grouping(Grouping((grouped("s-1", *documents[:2]), grouped("s-2", *documents[2:])), None))
    joined = Change("s-2", "joined", "s-1", "2031-05-04")
    store.save_grouping(Grouping((grouped("s-1", *documents, changes=(joined,)),), None))
    assert list(store.story_ids()) == ["s-1"]
    with pytest.raises(UnknownIdError, match="it joined 's-1'"):
        store.story("s-2")
    assert store.story_history("s-1") == (StoryEvent("s-2", "joined", "s-1", "2031-05-04"),)
    assert store.story_history("s-2") == store.story_history("s-1")


def test_a_story_that_loses_an_article_counts_the_others(store: Store, documents: list[Document]) -> None:
    store.save_grouping(Grouping((grouped("s-1", *documents[:3]),), None))
    store.save_grouping(Grouping((grouped("s-2", *documents[2:]),), None))
    assert {story.id: len(story.articles) for story in store.stories()} == {"s-1": 2, "s-2": 2}


def test_windows_are_kept_by_day(store: Store) -> None:
    assert store.window() is None
    for day in ("2031-05-02", "2031-05-03", "2031-05-04"):
        store.save_grouping(Grouping((), window("2031-05-01", day)))
    assert store.window() == window("2031-05-01", "2031-05-04")
    assert store.window("2031-05-03") == window("2031-05-01", "2031-05-03")
    assert store.window("2031-05-01") is None
    store.save_grouping(Grouping((), window("2031-04-30", "2031-05-02")))
    assert store.window() == window("2031-04-30", "2031-05-02")


def test_grouping_afresh_drops_what_was(store: Store, documents: list[Document]) -> None:
    store.save_grouping(Grouping((grouped("s-1", *documents),), window("2031-05-01", "2031-05-04")))
    store.save_grouping(Grouping((grouped("s-2", documents[0]),), None), afresh=True)
    assert (list(store.story_ids()), store.window(), store.count_ungrouped()) == (["s-2"], None, 3)


def test_a_grouping_with_an_unknown_article_changes_nothing(store: Store, documents: list[Document]) -> None:
    store.save_grouping(Grouping((grouped("s-1", *documents),), None))
    with pytest.raises(UnknownIdError):
        store.save_grouping(Grouping((grouped("s-2", documents[0], article(9)),), None), afresh=True)
    assert list(store.story_ids()) == ["s-1"]
