"""The shipped reader on sentences of our own, held to floors that only go up."""

import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest
from tests.quality.reader.reader_facts import SENTENCES, sentences, wrong_facts

from crossread.annotate.reader import ReaderAnnotator

FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def shares() -> dict[str, float]:
    """The share of facts that the reader gets right, by style."""
    annotator = ReaderAnnotator()
    facts: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for sentence in sentences():
        facts[sentence.style] += len(sentence.facts)
        wrong[sentence.style] += len(wrong_facts(sentence, annotator))
    return {style: 1 - wrong[style] / facts[style] for style in facts}


def test_floors_belong_to_these_sentences() -> None:
    assert hashlib.sha256(SENTENCES.read_bytes()).hexdigest() == FLOORS["sha256"]


@pytest.mark.quality
@pytest.mark.parametrize("style", sorted(FLOORS["floors"]))
def test_reads_as_well_as_before(style: str, shares: dict[str, float]) -> None:
    assert shares[style] >= FLOORS["floors"][style]


def test_every_style_has_a_floor(shares: dict[str, float]) -> None:
    assert shares.keys() == FLOORS["floors"].keys()
