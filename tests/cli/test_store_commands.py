"""`add`, `stories`, `search`, `show` and `compare --story`: a store from the command line."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

LEDGER = (
    "Mayor Ada Finch closed the Selby bridge on Monday after a barge struck it. The council said 14 people were hurt. "
    '"Nobody crosses until it is safe," Finch told reporters in Brannick.'
)
COURIER = (
    "The Selby bridge was closed on Monday after a barge struck it, Mayor Ada Finch said. The council said 19 people "
    "were hurt. Lorries are sent through Brannick."
)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    lines = [
        {"id": "ledger-1", "outlet": "The Ledger", "title": "Bridge closed", "published": "2031-05-05", "text": LEDGER},
        {"id": "courier-1", "outlet": "Courier", "title": "Selby shut", "published": "2031-05-06", "text": COURIER},
    ]
    path.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
    return path


@pytest.fixture
def news(run: Run, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store in which the two articles are read and stand in one story."""
    monkeypatch.setenv("CROSSREAD_STORE", str(tmp_path / "news.db"))
    assert run("add", articles).code == 0
    done = run("run", "--annotator", "rules", "--jobs", 1)
    assert done.code == 0, done.err
    return tmp_path / "news.db"


def test_articles_are_added_once(run: Run, articles: Path, tmp_path: Path) -> None:
    done = run("add", articles, "--store", tmp_path / "news.db")
    assert (done.code, done.out) == (0, "")
    assert "2 added, 0 already there, 0 failed" in done.err
    again = run("add", articles, tmp_path / "missing.txt", "--store", tmp_path / "news.db")
    assert again.code == 1
    assert "missing.txt" in again.err
    assert "0 added, 2 already there, 1 failed" in again.err
    assert "holds 2 articles" in again.err


def test_what_is_not_told_may_be_given(run: Run, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(LEDGER, "utf-8")
    given = ["--outlet", "Harbour Post", "--published", "2031-05-07"]
    run("add", tmp_path / "note.txt", *given, "--store", tmp_path / "news.db")
    done = run("search", "barge", "--format", "json", "--store", tmp_path / "news.db")
    (hit,) = json.loads(done.out)
    assert (hit["outlet"], hit["published"]) == ("Harbour Post", "2031-05-07")


def test_stories_as_json_are_as_promised(run: Run, news: Path) -> None:
    done = run("stories", "--format", "json")
    (story,) = json.loads(done.out)
    assert list(story) == ["id", "label", "first_published", "last_published", "documents"]
    assert (story["first_published"], story["last_published"]) == ("2031-05-05", "2031-05-06")
    assert [document["source"] for document in story["documents"]] == ["ledger-1", "courier-1"]
    assert list(story["documents"][0]) == ["id", "source", "outlet", "title", "copy_of"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (["--actor", "ada finch"], 1),
        (["--actor", "Nobody Known"], 0),
        (["--place", "Brannick"], 1),
        (["--outlet", "courier", "--since", "2031-05"], 1),
        (["--until", "2031-05-04"], 0),
        (["--text", "lorry barges"], 1),
        (["--articles", "3"], 0),
    ],
)
def test_stories_are_filtered(run: Run, news: Path, asked: list[str], found: int) -> None:
    assert len(json.loads(run("stories", *asked, "--format", "json").out)) == found


def test_stories_as_a_table(run: Run, news: Path) -> None:
    done = run("stories")
    assert done.code == 0
    assert "2 articles" in done.out
    assert "2031-05-05 – 2031-05-06" in done.out
    assert "No story fits" in run("stories", "--since", "2040").out


def test_search_tells_where_the_words_stand(run: Run, news: Path) -> None:
    hits = json.loads(run("search", "crosses", "--format", "json").out)
    assert {hit["kind"] for hit in hits} >= {"article", "quotation"}
    for hit in hits:
        span = hit["span"]
        assert LEDGER[span["start"] : span["end"]] == span["text"]
        assert [LEDGER[start:end] for start, end in hit["marks"]] == ["crosses"]
    shown = run("search", "crosses", "--in", "quotation")
    assert "Nobody crosses until it is safe" in " ".join(shown.out.split())
    assert "Nothing was found" in run("search", "zeppelin").out


def test_things_are_shown_by_the_beginning_of_their_id(run: Run, news: Path) -> None:
    (story,) = json.loads(run("stories", "--format", "json").out)
    assert "Bridge closed" in run("show", story["id"][:-3]).out
    detail = json.loads(run("show", story["id"], "--format", "json").out)
    assert detail["documents"] == story["documents"]
    document = story["documents"][0]["id"]
    assert "Nobody crosses" in run("show", document).out
    whole = json.loads(run("show", document, "--format", "json").out)
    assert whole["text"] == LEDGER
    quote = whole["told"]["quotes"][0]["id"]
    assert "Nobody crosses" in run("show", quote).out
    told = json.loads(run("show", quote, "--format", "json").out)
    assert (told["kind"], told["document"]["id"], told["quotation"]["id"]) == ("quotation", document, quote)


def test_an_id_that_names_several_things_or_none_is_told(run: Run, news: Path) -> None:
    done = run("show", "d-")
    assert done.code == 2
    assert "begins several ids" in done.err
    assert "holds no thing" in run("show", "zz").err


def test_a_story_is_compared_as_its_articles_are(run: Run, news: Path, articles: Path, tmp_path: Path) -> None:
    (story,) = json.loads(run("stories", "--format", "json").out)
    kept = run("compare", "--story", story["id"][:8], "--format", "json")
    assert kept.code == 0, kept.err
    given = run("compare", articles, "--format", "json").comparison
    for part in ("documents", "points", "discrepancies", "quotes", "statements"):
        assert kept.comparison[part] == given[part]
    assert kept.comparison["story"]["id"] == story["id"]
    assert run("compare", "--story", story["id"], "--format", "json").out == kept.out
    for suffix, sign in (("html", "<!doctype html>"), ("md", "# ")):
        run("compare", "--story", story["id"], "-o", tmp_path / f"report.{suffix}")
        assert sign in (tmp_path / f"report.{suffix}").read_text("utf-8").lower()
    assert "14 people" in run("compare", "--story", story["id"]).out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["stories"], "say which store"),
        (["search", "x", "--store", "missing.db"], "there is no store at missing.db"),
        (["compare"], "say which articles"),
        (["compare", "a.txt", "--story", "s-1"], "leave PATH"),
        (["add", "missing.txt", "--store", "new.db"], "there is no article to add"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line(
    run: Run, arguments: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CROSSREAD_STORE", raising=False)
    monkeypatch.chdir(tmp_path)
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_words_of_an_article_are_no_commands_to_the_terminal(run: Run, tmp_path: Path) -> None:
    odd = {
        "outlet": "Ledger\x1b]0;x",
        "title": "A\x1b[1m",
        "text": "Before \x1b[31m[bold]bridge[/bold] after \x07 the barge struck it on Monday.",
    }
    (tmp_path / "odd.jsonl").write_text(json.dumps(odd), "utf-8")
    run("add", tmp_path / "odd.jsonl", "--store", tmp_path / "news.db")
    shown = run("search", "bridge", "--store", tmp_path / "news.db").out
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "[bold]bridge[/bold]" in shown


def test_a_story_tells_what_its_articles_repeat(run: Run, news: Path, tmp_path: Path) -> None:
    reprint = {
        "outlet": "Harbour Post",
        "title": "Barge strikes bridge",
        "published": "2031-05-07",
        "text": f"{LEDGER} More follows.",
    }
    (tmp_path / "reprint.jsonl").write_text(json.dumps(reprint), "utf-8")
    run("add", tmp_path / "reprint.jsonl")
    run("run", "--annotator", "rules", "--jobs", 1)
    (story,) = json.loads(run("stories", "--format", "json").out)
    first, _, last = story["documents"]
    assert last["copy_of"] == first["id"]
    (repeat,) = json.loads(run("show", story["id"], "--format", "json").out)["repeats"]
    assert (repeat["document"], repeat["of"], repeat["kind"]) == (last["id"], first["id"], "copy")
    ((here, there),) = repeat["passages"]
    assert here["text"] == there["text"] == LEDGER.rstrip(".")
    assert there["start"] == 0
    shown = " ".join(run("show", story["id"]).out.split())
    assert f"copy of {first['id']}: {repeat['share']:.0%} of its words" in shown
