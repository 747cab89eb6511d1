"""The names of who speaks in articles of PolNeAR: which articles are for what, and measuring against them."""

import json
from pathlib import Path

import pytest

from crossread.learn.statements.speaker_table import TABLE, named_articles, other_articles
from crossread.learn.statements.speakers_measure import evaluate
from crossread.learn.statements.tasks import Given
from crossread.pipeline import default_pipeline
from crossread.resources import read_table


def row(part: str) -> dict[str, str]:
    """Return the row of the article of that part whose quotation begins earliest."""
    return min((row for row in read_table(TABLE) if row["part"] == part), key=lambda row: int(row["start"]))


@pytest.fixture
def polnear(tmp_path: Path) -> Path:
    """A file of made-up articles under the names of three that are in the table, and one that is not."""
    rows = [row(part) for part in ("teach", "weigh", "measure")]
    articles = [*((one["article"], int(one["start"]), one["speaker"]) for one in rows), ("post_2016-01-01_x", 9, "Lee")]
    path = tmp_path / "train.jsonl"
    path.write_text("".join(article(*one) for one in articles), "utf-8")
    return path


def article(name: str, start: int, speaker: str) -> str:
    text = " " * (start - 1) + f"“We go home now, and so should they,” {speaker} said on Friday."
    return json.dumps({"id": name, "text": text, "annotators": [{"file": "a", "ann": ""}]}) + "\n"


def test_no_article_is_for_two_things() -> None:
    parts: dict[str, set[str]] = {}
    for one in read_table(TABLE):
        parts.setdefault(one["article"], set()).add(one["part"])
    assert all(len(found) == 1 for found in parts.values())
    assert {part for found in parts.values() for part in found} == {"teach", "weigh", "measure"}


def test_each_part_has_its_own_articles_and_the_rest_none_of_them(polnear: Path) -> None:
    for part in ("teach", "weigh", "measure"):
        wanted = row(part)
        ((found, speakers),) = named_articles(polnear, part)
        assert found.document.source == wanted["article"]
        assert speakers[int(wanted["start"])] == wanted["speaker"]
    assert [found.document.source for found in other_articles(polnear)] == ["post_2016-01-01_x"]


def test_a_speaker_is_right_by_name_and_place(polnear: Path) -> None:
    figures = evaluate(Given(polnear, default_pipeline("rules"), polnear))
    measured = figures["measure"]
    assert isinstance(measured, dict)
    assert measured["articles"] == 1
    assert measured["given_to_somebody"] == 1
    assert measured["right"] == round(1 / measured["quotations"], 3)
