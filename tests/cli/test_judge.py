"""`crossread judge`: what a person says is kept beside the articles, and honoured from then on."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Run

SAMPLE = Path(__file__).parents[2] / "examples" / "vessin" / "articles.jsonl"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    shutil.copyfile(SAMPLE, path)
    return path


def _compared(run: Run, story: Path) -> dict[str, Any]:
    outcome = run("compare", story, "--format", "json")
    parsed: dict[str, Any] = json.loads(outcome.out)
    return parsed


def test_a_wrong_discrepancy_two_names_and_two_points_stay_judged(run: Run, story: Path) -> None:
    before = _compared(run, story)
    wrong = before["discrepancies"][0]["id"]
    one, two = [entity["name"] for entity in before["entities"] if entity["kind"] == "person"][:2]
    told = {s["id"]: s["doc"] for s in before["statements"]}
    agreed = next(p for p in before["points"] if len(p["outlets"]) == 2 and len(p["statements"]) == 2)
    left, right = agreed["statements"]
    assert told[left] != told[right]
    for said in (("wrong", wrong), ("same", one, two), ("different", left, right)):
        assert run("judge", story, *said, "--by", "ana").code == 0
    lines = (story.parent / "judgements.tsv").read_text("utf-8").splitlines()
    assert lines[0].startswith("verdict\ta\tb\tby")
    assert lines[1] == f"wrong\t{wrong}\t{wrong}\tana\t{wrong}"
    after = _compared(run, story)
    assert wrong not in {d["id"] for d in after["discrepancies"]}
    assert len(after["entities"]) == len(before["entities"]) - 1
    assert not any({left, right} <= set(p["statements"]) for p in after["points"])
    assert _compared(run, story.parent)["discrepancies"] == after["discrepancies"]  # the file is no article


def test_without_a_verdict_it_lists_what_can_be_judged(run: Run, story: Path) -> None:
    listed = run("judge", story)
    assert listed.code == 0
    assert {line[:2] for line in listed.out.splitlines()} == {"x-", "p-", "e-"}
    assert not (story.parent / "judgements.tsv").exists()


def test_a_table_of_known_names_counts_here_too(
    run: Run, story: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    people = [entity["name"] for entity in _compared(run, story)["entities"] if entity["kind"] == "person"]
    table = tmp_path_factory.mktemp("tables") / "known.csv"  # beside the articles it would be read as one of them
    table.write_text(f"name,aliases,id\n{people[0]},{people[1]},Q7\n", "utf-8")
    listed = [run("judge", story, *known).out.splitlines() for known in ((), ("--known", table))]
    entities = [[line for line in lines if line.startswith("e-")] for lines in listed]
    assert len(entities[1]) == len(entities[0]) - 1


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("wrong", "nothing"), "is none here"),
        (("same", "alone"), "two things"),
        (("wrong",), "one discrepancy"),
    ],
)
def test_wrong_use_is_told_in_one_line(run: Run, story: Path, said: tuple[str, ...], told: str) -> None:
    outcome = run("judge", story, *said)
    assert outcome.code == 2
    assert told in outcome.err
    assert not (story.parent / "judgements.tsv").exists()


def test_a_line_that_is_no_judgement_is_named(run: Run, story: Path) -> None:
    (story.parent / "judgements.tsv").write_text("# ours\nverdict\ta\tb\tby\tnote\nperhaps\tx\ty\tana\n", "utf-8")
    outcome = run("compare", story)
    assert outcome.code == 2
    assert "line 3: 'perhaps' is no verdict" in outcome.err
