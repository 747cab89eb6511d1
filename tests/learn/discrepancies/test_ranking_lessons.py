"""What the ranking learns: from outcomes, around a prior; what counts as listed; what is written down."""

import json
from pathlib import Path

import pytest

from crossread.compare.discrepancies.ranking import likelihood, weights
from crossread.learn.discrepancies.gold import GoldSide, read_gold, touched
from crossread.learn.discrepancies.logistic import fit
from crossread.learn.discrepancies.train import prior
from crossread.learn.discrepancies.write import write_weights
from crossread.records import Document, Side

TEXT = "The flood killed 14 people. Arland sent help."


def test_what_is_more_often_right_weighs_more() -> None:
    rows = [{"number": 1.0, "only": float(n % 2)} for n in range(40)]
    found = fit(rows, [n % 2 == 1 for n in range(40)], 1.0, {})
    assert likelihood({"number": 1.0, "only": 1.0}, found) > 0.7
    assert likelihood({"number": 1.0, "only": 0.0}, found) < 0.3


def test_without_examples_the_prior_stands() -> None:
    found = fit([{"number": 1.0}], [False], 2.0, {"list": 1.5})
    assert found["list"] == pytest.approx(1.5)
    assert found["number"] < 0


def test_every_weight_shipped_is_a_number_and_every_finder_has_a_prior_or_a_weight() -> None:
    assert weights().keys() >= {name for name, value in prior().items() if abs(value) > 1 and "." not in name}


def test_a_side_is_right_where_its_place_and_a_word_are() -> None:
    document = Document("a", TEXT, "Courier")
    gold = {"Courier": GoldSide(((0, 27),), "14 dead people")}
    outlets = {document.id: "Courier"}

    def side(words: str) -> Side:
        start = TEXT.index(words)
        return Side(document.id, words, (document.span(start, start + len(words)),))

    assert touched(side("14 people"), outlets, gold)
    assert not touched(side("flood killed"), outlets, gold)
    assert not touched(side("Arland sent"), outlets, gold)
    assert not touched(side("14 people"), {document.id: "Herald"}, gold)


def test_gold_is_read_with_its_articles(tmp_path: Path) -> None:
    sides = {"Courier": {"sentences": [0], "value": "14"}, "Herald": {"sentences": [0], "value": "17"}}
    (tmp_path / "made-up.json").write_text(json.dumps({"discrepancies": [{"sides": sides}]}), "utf-8")
    rows = [
        {"id": name, "story": "made-up", "outlet": name, "title": "", "published": "2031-05-02", "text": TEXT}
        | {"sentences": [[0, 27], [28, 45]]}
        for name in ("Courier", "Herald")
    ]
    articles = tmp_path / "articles.jsonl"
    articles.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    (story,) = read_gold(tmp_path, articles)
    assert [document.outlet for document in story.documents] == ["Courier", "Herald"]
    assert story.discrepancies[0]["Herald"] == GoldSide(((0, 27),), "17")


def test_weights_are_written_with_their_source_and_without_noise(tmp_path: Path) -> None:
    path = tmp_path / "weights.tsv"
    write_weights(path, {"b": 0.5, "a": -1.25, "noise": 0.0001}, 3)
    lines = path.read_text("utf-8").splitlines()
    assert lines[0].startswith("# source:")
    assert lines[1].startswith("# licence:")
    assert lines[3:] == ["a\t-1.25", "b\t0.50"]
