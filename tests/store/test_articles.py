"""Articles as they came: content-addressed, and read back to the letter."""

from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.made_up import article

from crossread.errors import UnknownIdError
from crossread.records import Document
from crossread.store import Store

_numbers = count()
ANYTHING = st.text(st.characters(codec=None), max_size=60)  # surrogates and U+0000 included


def test_an_article_is_new_once(store: Store) -> None:
    assert store.add(article()) is True
    assert store.add(article()) is False
    assert store.counts().articles == 1


def test_the_first_of_two_with_one_id_stays(store: Store) -> None:
    first = Document("a.txt", "Same.", "Ledger", story="one")
    second = Document("b.txt", "Same.", "Ledger", story="two")
    assert (store.add(first), store.add(second)) == (True, False)
    assert store.document(first.id).source == "a.txt"


def test_articles_come_back_in_the_order_asked_for(store: Store) -> None:
    documents = [article(number) for number in (3, 1, 2)]
    for document in documents:
        store.add(document)
    ids = [document.id for document in documents]
    assert store.documents(ids) == tuple(documents)
    assert [entry.id for entry in store.articles(ids)] == ids
    assert [entry.source for entry in store.articles()] == ["article-3", "article-2", "article-1"]
    assert [entry.source for entry in store.articles(limit=1, offset=1)] == ["article-2"]


def test_articles_of_an_outlet(store: Store) -> None:
    for number, outlet in enumerate(("Ledger", "Courier", "Ledger"), 1):
        store.add(article(number, outlet=outlet))
    assert [entry.source for entry in store.articles(outlet="Ledger")] == ["article-3", "article-1"]
    assert store.outlets() == (("Ledger", 2), ("Courier", 1))


def test_what_was_never_added_is_unknown(store: Store) -> None:
    for ask in (store.document, store.added, lambda key: store.articles([key]), lambda key: store.coded([key])):
        with pytest.raises(UnknownIdError, match="d-nothing"):
            ask("d-nothing")


def test_more_ids_than_a_statement_may_hold(store: Store) -> None:
    documents = [article(number, day=1) for number in range(1, 601)]
    for document in documents:
        store.add(document)
    assert store.documents([document.id for document in documents]) == tuple(documents)
    assert list(store.to_code("any")) == sorted(documents, key=lambda document: document.id)


@given(texts=st.lists(ANYTHING, min_size=8, max_size=8), known=st.lists(st.booleans(), min_size=6, max_size=6))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_an_article_holds_comes_back_to_the_letter(store: Store, texts: list[str], known: list[bool]) -> None:
    rest = [text if there else None for text, there in zip(texts[2:], known, strict=True)]
    document = Document(texts[0], texts[1] or "x", f"{next(_numbers)}{texts[7]}", *rest)
    assert store.add(document)
    assert store.document(document.id) == document
    assert store.articles([document.id])[0].characters == len(document.text)


def test_the_order_is_that_of_profiles(store: Store) -> None:
    dates = ["2031-05-02", "2031-05-02T09:30:00+00:00", "2031-04", "2031-05-01T23:00:00+00:00", "2031", "1999-12-31"]
    for number, date in enumerate(dates):
        store.add(Document(f"{number}", f"Text {number}.", "Ledger", published=date))
    order = [document.published for document in store.to_code("any")]
    assert order == [
        "1999-12-31",
        "2031-05-01T23:00:00+00:00",
        "2031-05-02",
        "2031-05-02T09:30:00+00:00",
        "2031",
        "2031-04",
    ]


def test_an_article_without_a_date_comes_on_the_day_it_was_added(store: Store) -> None:
    undated = Document("u", "Undated.", "Ledger")
    for document in (undated, Document("l", "Later.", "Ledger", published="2999-01-01"), article()):
        store.add(document)
    assert store.added(undated.id)[:2] == "20"
    assert [document.source for document in store.to_code("any")].index("l") == 2
