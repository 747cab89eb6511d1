"""Tasks measured on gold keys: a story of our own, and its key."""

import json
from pathlib import Path

import pytest

from crossread.learn.statements.commands import main
from crossread.learn.statements.keys import same_name

MEASURED = "shipped model, version 1"

TEXTS = {
    "Herald": "The port shut on Wednesday. “We lost 40 boats in one night,” said Anna Lund. Veria backed Anna Lund.",
    "Gazette": "Vessin's port was shut on Wednesday. Some 40 boats were lost there. Veria condemned Anna Lund.",
}
KEY = {
    "times": [
        {"doc": "Herald", "sentence": 0, "text": "Wednesday", "date": "2019-01-23"},
        {"doc": "Gazette", "sentence": 0, "text": "Wednesday", "date": "2019-01-24"},
    ],
    "numbers": [
        {"doc": "Herald", "sentence": 1, "text": "40 boats", "value": 40},
        {"doc": "Gazette", "sentence": 2, "text": "40 boats", "value": 40},
    ],
    "stances": [
        {"holder": "Veria", "side": "for", "target": "Lund", "docs": {"Herald": [2]}},
        {"holder": "Veria", "side": "for", "target": "Lund", "docs": {"Gazette": [2]}},
    ],
    "quotes": [{"doc": "Herald", "sentence": 1, "starts": "We lost 40", "speaker": "Anna Lund", "cue": "said"}],
}


@pytest.fixture
def given(tmp_path: Path) -> list[str]:
    rows = []
    for outlet, text in TEXTS.items():
        ends = [place + 1 for place, mark in enumerate(text) if mark == "." or text[place : place + 2] == "”."]
        starts = [0, *(end + 1 for end in ends[:-1])]
        sentences = list(zip(starts, ends, strict=True))
        row = {"id": outlet, "story": "vessin", "outlet": outlet, "published": "2019-01-24", "text": text}
        rows.append(json.dumps(row | {"sentences": sentences}))
    (tmp_path / "articles.jsonl").write_text("\n".join(rows), "utf-8")
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "vessin.json").write_text(json.dumps(KEY), "utf-8")
    return ["--gold", str(tmp_path / "keys"), "--stories", str(tmp_path / "articles.jsonl"), "--annotator", "rules"]


@pytest.mark.parametrize(
    ("task", "figures"),
    [
        ("times", {"found": 1.0, "right": 0.5, "gold": 2}),
        ("quantities", {"found": 0.5, "right": 0.5, "gold": 2}),
        ("quotes", {"precision": 1.0, "recall": 1.0, "f1": 1.0, "found": 1, "gold": 1, "speakers": 1.0}),
        (
            "stances",
            {"measured": MEASURED, "precision": 0.5, "recall": 0.5, "f1": 0.5, "found": 2, "gold": 2},
        ),
    ],
)
def test_a_task_counts_what_the_key_has(
    task: str, figures: dict[str, float | str], given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", "--task", task, *given]) == 0
    assert json.loads(capsys.readouterr().out) == figures


def test_a_key_without_articles_is_told(given: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "articles.jsonl").write_text("", "utf-8")
    assert main(["evaluate", "--task", "times", *given]) == 1
    assert "vessin.json" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("Anna Lund", "Ms. Lund", True),
        ("Lund", "President Anna Lund", True),
        ("Anna Lund", "Peter Lund", False),
        ("Anna Marie Lund", "Anna M. Lund", True),
        ("Anna Lund", "", False),
    ],
)
def test_names_are_the_same_by_their_words(gold: str, found: str, same: bool) -> None:
    assert same_name(gold, found) is same
