"""Events from raw sentences against a PLV table."""

from crossread.extract.root_model import Marked
from crossread.learn.statements.deed_events import score
from crossread.learn.statements.root_data import Deed
from crossread.pipeline import default_pipeline
from crossread.records import Document, Event

ATTACK = "Chile attacked Peru."
RESIGNED = "Chile freed two sailors of Peru."


def told(name: str, text: str) -> tuple[Event, ...]:
    pipeline = default_pipeline("rules")
    return pipeline.extract.extract(pipeline.annotate.annotate(Document(name, text, name))).events


def test_pairs_are_found_with_and_without_their_root() -> None:
    deeds = [
        Deed(Marked(ATTACK, (0, 5), (15, 19)), ATTACK, "ASSAULT"),
        Deed(Marked(RESIGNED, (0, 5), (12, 31)), RESIGNED, "YIELD"),
    ]
    figures = score(deeds, told)
    assert figures["pairs_with_root"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "found": 2, "gold": 2}
    wrong = [Deed(deed.marked, deed.sentence, "AID") for deed in deeds]
    figures = score(wrong, told)
    assert figures["pairs_with_root"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0, "found": 2, "gold": 2}
    assert figures["pairs"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "found": 2, "gold": 2}


def test_the_other_way_round_is_another_pair() -> None:
    figures = score([Deed(Marked(ATTACK, (15, 19), (0, 5)), ATTACK, "ASSAULT")], told)
    assert figures["pairs"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0, "found": 1, "gold": 1}
