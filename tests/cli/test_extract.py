"""`crossread extract`: what single articles tell, in rows."""

import csv
import io
import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

TEXT = 'Mayor Ada Finch closed the bridge on Monday. "It will reopen," she said. Police arrested 12 protesters.'
ALSO = "Canada accused Norway of dumping 300 tonnes of salt. The union backs Ada Finch."


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    records = [
        {"id": "one", "outlet": "Ledger", "text": TEXT, "published": "2031-05-07"},
        {"id": "two", "outlet": "Post", "text": ALSO, "published": "2031-05-08"},
    ]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return path


def test_json_lines_by_default_in_the_order_given(run: Run, articles: Path) -> None:
    done = run("extract", articles, "--annotator", "rules")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert (done.code, done.err) == (0, "")
    sources = [row["source"] for row in rows]
    assert sources == sorted(sources)
    assert {row["kind"] for row in rows} >= {"event", "statement", "quotation", "time", "quantity"}
    for row in rows:
        text = TEXT if row["source"] == "one" else ALSO
        assert text[row["start"] : row["end"]] == row["text"]


def test_a_table_of_the_kinds_asked_for(run: Run, articles: Path, tmp_path: Path) -> None:
    table = tmp_path / "new" / "events.csv"
    done = run("extract", articles, "-k", "event", "-o", table)
    assert (done.code, done.out) == (0, "")
    rows = list(csv.DictReader(io.StringIO(table.read_text("utf-8"), newline="")))
    assert {(row["source"], row["root"], row["actor_country"], row["recipient_country"]) for row in rows} >= {
        ("two", "ACCUSE", "CAN", "NOR")
    }


def test_the_number_of_processes_changes_nothing(run: Run, tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    texts = [f"Canada accused Norway on {day} May." for day in range(1, 11)]
    many.write_text("".join(json.dumps({"outlet": "Post", "text": text}) + "\n" for text in texts), "utf-8")
    alone = run("extract", many, "--annotator", "rules", "--jobs", "1", "-f", "tsv")
    several = run("extract", many, "--annotator", "rules", "--jobs", "2", "-f", "tsv")
    assert alone.code == several.code == 0
    assert alone.out == several.out
    assert alone.out.count("\n") > len(texts)


def test_what_fails_is_a_row_and_told(run: Run, articles: Path, tmp_path: Path) -> None:
    done = run("extract", tmp_path / "missing.txt", articles, "--annotator", "rules")
    assert done.code == 1
    assert "missing.txt" in done.err
    first, *others = [json.loads(line) for line in done.out.splitlines()]
    assert (first["kind"], first["stage"]) == ("failure", "read")
    assert len(others) > 3


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["no-such-file.txt"], "no-such-file.txt"),
        (["--annotator", "oracle"], "oracle"),
        (["--kind", "rumour"], "rumour"),
        (["-o", "/dev/null/rows.csv"], "/dev/null/rows.csv"),
    ],
)
def test_wrong_use_is_told(run: Run, articles: Path, arguments: list[str], told: str) -> None:
    paths = [] if arguments[0].endswith(".txt") else [articles]
    done = run("extract", *paths, *arguments)
    assert done.code == 2
    assert told in done.err


def test_dictionaries_of_ones_own(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Valdora accused Canada of dumping salt.", "utf-8")
    actors = tmp_path / "our.actors.txt"
    actors.write_text("VALDORA [VALGOV 20300101-20311231]\n    [VAL]\nTORN [\nODD [X 12]\n", "utf-8")
    options = ("--annotator", "rules", "-k", "event", "--published", "2031-05-07", "--actors", actors)
    done = run("extract", article, *options)
    (row,) = [json.loads(line) for line in done.out.splitlines()]
    assert (row["actor_country"], row["actor_sector"], row["recipient_country"]) == (["VAL"], ["GOV"], ["CAN"])
    assert "ODD [X 12]" in done.err


def test_a_dictionary_of_nothing_is_refused(run: Run, articles: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("# nobody\n", "utf-8")
    done = run("extract", articles, "--agents", empty)
    assert done.code == 2
    assert "no agents" in done.err
