"""B-cubed and copies, by hand."""

import json
from pathlib import Path

import pytest

from crossread.learn.__main__ import main
from crossread.learn.stories.figures import b_cubed, count_copies


def test_b_cubed_counts_each_item_in_turn() -> None:
    assert b_cubed(["a", "a", "b"], [1, 1, 2]) == {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert b_cubed(["a", "a", "b", "b"], [1, 1, 1, 1]) == {"p": 0.5, "r": 1.0, "f1": 0.6667}
    assert b_cubed(["a", "a", "b", "b"], [1, 2, 3, 4]) == {"p": 1.0, "r": 0.5, "f1": 0.6667}


def test_b_cubed_wants_a_group_for_each() -> None:
    with pytest.raises(ValueError, match="2 items"):
        b_cubed(["a", "b"], [1])


def test_a_copy_is_right_when_it_goes_back_to_the_same_first_article() -> None:
    assert count_copies({"b": "a", "c": "a"}, {"b": "a", "c": "b"}) == {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert count_copies({"b": "a", "c": "a"}, {"b": "a", "x": "y"}) == {"p": 0.5, "r": 0.5, "f1": 0.5}


def test_the_commands_print_one_object(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "The old bridge at Halvern was closed on Monday after engineers found cracks in two of its piers. " * 3
    rows = [
        {"id": "1", "outlet": "Courier", "published": "2031-05-07", "text": text, "event_id": 1},
        {"id": "2", "outlet": "Ledger", "published": "2031-05-08", "text": f"Late: {text}", "event_id": 1},
    ]
    gold = tmp_path / "gold.jsonl"
    gold.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    assert main(["stories", "evaluate", "--gold", str(gold), "--annotator", "rules"]) == 0
    assert json.loads(capsys.readouterr().out)["b_cubed"]["f1"] == 1.0
    assert main(["copies", "evaluate", "--gold", str(gold), "--annotator", "rules"]) == 0
    assert json.loads(capsys.readouterr().out)["copies"] == 2


def test_a_file_without_events_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"text": "No event."}\n', "utf-8")
    assert main(["stories", "evaluate", "--gold", str(gold)]) == 1
    assert "line 1" in capsys.readouterr().err
