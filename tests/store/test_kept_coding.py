"""What articles tell: kept whole, and as rows."""

from dataclasses import replace

import pytest
from sqlalchemy import create_engine, text
from tests.store.made_up import READER, article, coded, profile

from crossread.errors import UnknownIdError
from crossread.report.coding import KINDS, columns_of
from crossread.store import Store
from crossread.store.schema import RENAMED, TOLD

ROWS = ("statements", "quotations", "events", "stances", "times", "quantities", "mentions")


def rows(location: str, query: str) -> list[dict[str, object]]:
    """Return what another program reads."""
    url = location.replace("postgresql://", "postgresql+psycopg://") if "://" in location else f"sqlite:///{location}"
    engine = create_engine(url)
    with engine.connect() as connection:
        found = [dict(row._mapping) for row in connection.execute(text(query))]
    engine.dispose()
    return found


def test_what_an_article_tells_comes_back_equal(store: Store) -> None:
    document = article()
    store.add(document)
    store.save_coded(coded(document), READER)
    assert store.coded([document.id]) == (coded(document),)
    assert list(store.each_coded()) == [coded(document)]
    assert store.articles([document.id])[0].coded


def test_only_what_is_new_is_to_be_coded(store: Store) -> None:
    first, second = article(1), article(2)
    store.add(second)
    store.add(first)
    assert list(store.to_code(READER)) == [first, second]
    store.save_coded(coded(first), READER)
    assert (list(store.to_code(READER)), store.count_to_code(READER)) == ([second], 1)
    assert store.count_to_code("reader/2 > rules/1") == 2


def test_an_article_may_be_saved_while_the_others_are_read(store: Store) -> None:
    documents = [article(number, day=1) for number in range(1, 101)]
    for document in documents:
        store.add(document)
    seen = []
    for document in store.to_code(READER):
        store.save_coded(coded(document), READER, profile(document))
        seen.append(document.id)
    assert sorted(seen) == sorted(document.id for document in documents)
    assert store.count_to_code(READER) == 0


def test_what_failed_is_tried_again_only_when_asked(store: Store) -> None:
    document = article()
    store.add(document)
    store.save_failure(document.id, "extract", "too odd\x00", READER)
    store.save_failure(document.id, "extract", "too odd still", READER)
    assert store.count_to_code(READER) == 0
    assert store.count_to_code(READER, retry=True) == 1
    assert store.count_to_code("reader/2 > rules/1") == 1
    (failure,) = store.failures()
    assert (failure.source, failure.stage, failure.message) == ("article-1", "extract", "too odd still")
    store.save_coded(coded(document), READER)
    assert list(store.failures()) == []


def test_coding_anew_leaves_nothing_of_the_old(store: Store, location: str) -> None:
    document = article()
    store.add(document)
    store.save_coded(coded(document), READER, profile(document))
    bare = replace(coded(document), quotes=(), statements=(), events=(), stances=())
    store.save_coded(bare, "reader/2 > rules/1")
    assert store.coded([document.id]) == (bare,)
    assert store.search("bridge", ("statement", "quotation")) == ()
    assert [row["n"] for row in rows(location, "SELECT count(*) AS n FROM statements")] == [0]
    assert [one.annotated.document for one in store.to_profile()] == [document]


def test_nothing_is_kept_of_an_article_that_was_never_added(store: Store) -> None:
    with pytest.raises(UnknownIdError, match="add"):
        store.save_coded(coded(article()), READER)
    assert store.counts().statements == 0


def test_rows_hold_offsets_and_words(store: Store, location: str) -> None:
    document = article()
    store.add(document)
    store.save_coded(coded(document), READER)
    for table in ROWS:
        found = rows(location, f"SELECT * FROM all_{table}")  # noqa: S608 - our own names
        assert found, table
        for row in found:
            assert row["document"] == document.id
            assert row["text"] == document.text[int(str(row["start_char"])) : int(str(row["end_char"]))]
    (event,) = rows(location, "SELECT * FROM all_events")
    assert (event["root"], event["actor"], event["people"], event["killed"]) == ("ACCUSE", '["Zoë Finch"]', 300.0, 2.0)
    values = rows(location, "SELECT value FROM quantities ORDER BY value")
    assert [row["value"] for row in values] == [300.0, 1e300]
    chains = rows(location, "SELECT chain FROM mentions ORDER BY number")
    assert [row["chain"] for row in chains] == [0, None, 0]


def test_every_column_of_the_codebook_is_stored() -> None:
    of_the_article = {"kind", "document", "source", "outlet", "published", "story"}
    for kind in KINDS:
        if kind != "failure":
            wanted = {RENAMED.get(name, name) for name in columns_of([kind]) if name not in of_the_article}
            assert wanted <= {column.name for column in TOLD[kind].columns}, kind
