"""Gold records of events, in both forms, and what is counted right."""

import json
from pathlib import Path

import pytest

from crossread.errors import ReadError
from crossread.extract.cameo import root_of_cameo
from crossread.learn.statements.event_gold import read_records, read_sentences
from crossread.learn.statements.events import evaluate
from crossread.learn.statements.tasks import Given
from crossread.pipeline import default_pipeline

RECORD = {
    "id": "one",
    "date": "2031-05-07",
    "event": "DISAPPROVE",
    "text": "Chile condemned Peru on Monday.",
    "source": [{"actorText": "Chile", "code": "CHL"}],
    "target": [{"actorText": "Peru", "code": "PER"}],
}
XML = """<Sentences><!-- <Sentence>none</Sentence> -->
<Sentence date="20310507" id="one" sentence="true">
<EventCoding sourcecode="CHL" targetcode="PER" eventcode="111">
<Text>Chile condemned
Peru on Monday.</Text></Sentence>
<Sentence date="20310507" id="two"><Text>Nobody came.</Text></Sentence>
</Sentences>"""


def test_old_roots_are_read_as_todays(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(RECORD) + "\n" + json.dumps({**RECORD, "source": ""}) + "\n", "utf-8")
    (record,) = read_records(gold)
    assert (record.root, record.sources, record.targets) == ("ACCUSE", frozenset({"CHL"}), frozenset({"PER"}))
    figures = evaluate(Given(gold, default_pipeline("rules"), gold))
    assert figures["all_right"] == 1.0


def test_validation_sentences_are_read_and_scored(tmp_path: Path) -> None:
    gold = tmp_path / "gold.xml"
    gold.write_text(XML.replace('eventcode="111">', 'eventcode="111"/>'), "utf-8")
    (sentence,) = read_sentences(gold)
    assert sentence.events == {("CHL", "ACCUSE", "PER")}
    assert (sentence.text, sentence.date) == ("Chile condemned Peru on Monday.", "2031-05-07")
    figures = evaluate(Given(gold, default_pipeline("rules"), gold))
    assert figures["triples"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "found": 1, "gold": 1}


@pytest.mark.parametrize(("code", "root"), [("0841", "RETREAT"), ("081", "CONCEDE"), ("1712", "ASSAULT"), ("01", None)])
def test_cameo_becomes_plover(code: str, root: str | None) -> None:
    assert root_of_cameo(code) == root


def test_what_is_no_gold_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "gold.jsonl"
    other.write_text("[]\n", "utf-8")
    with pytest.raises(ReadError):
        read_records(other)
    with pytest.raises(ReadError):
        read_sentences(other)


def test_the_dictionaries_that_records_name_are_used(tmp_path: Path) -> None:
    gold = tmp_path / "gold.xml"
    named = "<Environment><Actorfile>made.actors.txt</Actorfile><Verbfile>none.txt</Verbfile></Environment>"
    codes = XML.replace('eventcode="111">', 'eventcode="111"/>').replace("CHL", "VALGOV").replace("Chile", "Valdora")
    gold.write_text(named + codes, "utf-8")
    folder = tmp_path / "dictionaries"
    folder.mkdir()
    (folder / "made.actors.txt").write_text("VALDORA [VALGOV]\n", "utf-8")
    figures = evaluate(Given(gold, default_pipeline("rules"), gold, folder))
    assert figures["dictionaries"] == ["made.actors.txt"]
    assert figures["triples"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "found": 1, "gold": 1}
