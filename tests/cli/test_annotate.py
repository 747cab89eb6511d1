"""`crossread annotate`: what was read, for others to use."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

TEXT = "Mayor Ada Finch closed the bridge on Monday. She said 300 lorries a day would be sent through Brannick."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_conllu_has_a_line_a_word_with_its_offsets(run: Run, article: Path) -> None:
    done = run("annotate", article)
    assert (done.code, done.err) == (0, "")
    rows = [line.split("\t") for line in done.out.splitlines() if line and not line.startswith("#")]
    assert all(len(row) == 10 for row in rows)
    assert [row[1] for row in rows][:4] == ["Mayor", "Ada", "Finch", "closed"]


@pytest.mark.parametrize("annotator", ["reader", "rules"])
def test_json_lines_hold_an_article_each(run: Run, article: Path, tmp_path: Path, annotator: str) -> None:
    options = ["--format", "jsonl", "--published", "2031-05-07", "--annotator", annotator]
    done = run("annotate", article, *options, "-o", tmp_path / "read.jsonl")
    assert (done.code, done.out) == (0, "")
    (line,) = (tmp_path / "read.jsonl").read_text("utf-8").splitlines()
    assert "2031-05-05" in line
    assert json.loads(line)


def test_the_others_are_read_when_one_fails(run: Run, article: Path, tmp_path: Path) -> None:
    done = run("annotate", article, tmp_path / "missing.txt")
    assert done.code == 1
    assert "missing.txt" in done.err
    assert "Finch" in done.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["no-such-file.txt"], "no-such-file.txt"),
        (["--annotator", "oracle"], "oracle"),
        (["--annotator", "spacy:x"], "'x'"),
    ],
)
def test_wrong_use_is_told(run: Run, article: Path, arguments: list[str], told: str) -> None:
    paths = [] if arguments[0].endswith(".txt") else [article]
    done = run("annotate", *paths, *arguments)
    assert done.code == 2
    assert told in done.err
