"""What docs/store.md says of tables, views and queries is so."""

import re
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from tests.store.made_up import READER, article, coded, grouped, profile

from crossread.records import Grouping
from crossread.store import open_store
from crossread.store.schema import metadata
from crossread.store.views import VIEWS

DOCS = (Path(__file__).parents[2] / "docs" / "store.md").read_text("utf-8")


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    with open_store("news.db", create=True) as store:
        for number in (1, 2):
            store.add(article(number))
            store.save_coded(coded(article(number)), READER, profile(article(number)))
        store.save_grouping(Grouping((grouped("s-1", article(1), article(2)),), None))
    return tmp_path / "news.db"


def _documented(name: str) -> set[str]:
    row = next(line for line in DOCS.splitlines() if line.startswith("|") and f"`{name}`" in line.split("|")[1])
    return set(re.findall(r"`([a-z_0-9]+)`", row.split("|")[-2]))


def test_every_table_and_view_is_documented() -> None:
    listed = {
        name
        for line in DOCS.splitlines()
        if line.startswith("|")
        for name in re.findall(r"`(\w+)`", line.split("|")[1])
    }
    assert listed == {*metadata.tables, *VIEWS}


def test_every_column_of_a_view_is_documented(news: Path) -> None:
    of_all = {"text", "start_char", "end_char", "document", "outlet", "headline", "published", "day", "url", "story"}
    connection = sqlite3.connect(news)
    for view in VIEWS:
        columns = {row[1] for row in connection.execute(f"PRAGMA table_info({view})")}
        whole = _documented(view)
        assert columns == (
            whole if view in ("all_articles", "all_discrepancies", "all_points") else whole | of_all | {"story_label"}
        ), view
    connection.close()


def test_columns_of_tables_are_documented() -> None:
    for name in (
        "articles",
        "names",
        "stories",
        "story_articles",
        "repeats",
        "comparisons",
        "judgements",
        "failures",
        "runs",
    ):
        documented = _documented(name) - {"copy", "revision", "lifted", "joined", "left"}
        assert documented == {column.name for column in metadata.tables[name].columns}, name


def test_the_queries_work(news: Path) -> None:
    connection = sqlite3.connect(news)
    queries = re.findall(r"```sql\n(.+?)```", DOCS, re.DOTALL)
    assert len(queries) == 3
    results = [connection.execute(query).fetchall() for query in queries]
    connection.close()
    assert results[1] == [("Zoë Finch", 1, 2)]
    assert ("2031-05-01", "ACCUSE", "Zoë Finch", 1) in results[2]


def test_the_examples_in_python_work(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for example in re.findall(r"```python\n(.+?)```", DOCS, re.DOTALL):
        exec(compile(example, "docs/store.md", "exec"), {})  # noqa: S102 - our own docs
    assert "The Ledger 2" in capsys.readouterr().out


def test_offsets_are_those_of_the_text_in_sql(news: Path) -> None:
    engine = create_engine(f"sqlite:///{news}")
    words = "substr(a.text, t.start_char + 1, t.end_char - t.start_char)"
    query = f"SELECT count(*) FROM statements t JOIN articles a ON a.number = t.article WHERE t.text = {words}"  # noqa: S608
    with engine.connect() as connection:
        assert connection.execute(text(query)).scalar() == 2
    engine.dispose()


def test_a_backup_is_a_store(news: Path, tmp_path: Path) -> None:
    source, copy = sqlite3.connect(news), sqlite3.connect(tmp_path / "copy.db")
    source.backup(copy)  # what `.backup` calls
    source.close()
    copy.close()
    with open_store(tmp_path / "copy.db") as store:
        assert store.counts().articles == 2
