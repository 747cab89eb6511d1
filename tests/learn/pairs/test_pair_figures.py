"""Keys are read, and links and facts counted as the scoring script counts them."""

import json
from pathlib import Path

import pytest

from crossread.errors import ReadError, UsageError
from crossread.learn.pairs.figures import Count, count_facts, count_links
from crossread.learn.pairs.gold import links_of, read_gold
from crossread.learn.pairs.refining import measure_refining

TEXTS = {"north": "The dam burst. Two died.", "south": "A dam gave way. It rained."}


def _files(folder: Path) -> tuple[Path, Path]:
    keys = folder / "keys"
    keys.mkdir()
    stories = folder / "stories.jsonl"
    articles = [
        {"id": f"s-{outlet}", "story": "s", "outlet": outlet, "title": "", "published": "2031-05-03", "text": text}
        | {"sentences": [[0, text.index(".") + 1], [text.index(".") + 2, len(text)]]}
        for outlet, text in TEXTS.items()
    ]
    stories.write_text("\n".join(json.dumps(article) for article in articles), "utf-8")
    key = {
        "facts": [{"say": "The bridge is shut.", "evidence": {"north": [0], "south": [0]}}],
        "only": [{"say": "It is old.", "doc": "north", "sentences": [1]}],
    }
    (keys / "s.json").write_text(json.dumps(key), "utf-8")
    return keys, stories


def test_a_key_is_read_with_its_articles(tmp_path: Path) -> None:
    (story,) = read_gold(*_files(tmp_path))
    assert [document.outlet for document in story.documents] == ["north", "south"]
    assert story.links == {(("north", 0), ("south", 0))}
    assert story.alone == (frozenset({("north", 1)}),)


def test_a_span_touches_the_sentences_it_overlaps_by_a_third(tmp_path: Path) -> None:
    (story,) = read_gold(*_files(tmp_path))
    document = story.documents[0]
    assert story.touched("north", document.span(4, 13)) == {("north", 0)}
    assert story.touched("north", document.span(0, len(document.text))) == {("north", 0), ("north", 1)}
    assert story.touched("north", document.span(13, 24)) == {("north", 1)}


def test_no_keys_is_said(tmp_path: Path) -> None:
    _, stories = _files(tmp_path)
    with pytest.raises(ReadError, match="no keys"):
        read_gold(tmp_path, stories)


def test_links_are_between_outlets_only() -> None:
    assert links_of([("north", 0), ("north", 1), ("south", 0)]) == {
        (("north", 0), ("south", 0)),
        (("north", 1), ("south", 0)),
    }


def test_links_are_counted() -> None:
    gold = links_of([("north", 0), ("south", 0), ("east", 0)])
    assert count_links(gold, links_of([("north", 0), ("south", 0)])) == Count(1, 1, 3)


def test_each_fact_is_matched_once() -> None:
    fact = frozenset({("north", 0), ("south", 0)})
    assert count_facts([fact], [fact, fact]) == Count(1, 2, 1)
    assert count_facts([fact], [frozenset({("north", 1), ("south", 0)})]) == Count(0, 1, 1)


def test_f1_of_nothing_is_nothing() -> None:
    assert Count().f1 == 0.0
    assert Count(1, 2, 2).shown() == {"p": 0.5, "r": 0.5, "f1": 0.5}


def test_refining_is_measured_on_pairs_judged_by_people(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.txt"
    rows = [
        "sentence_A\tsentence_B\tentailment_judgment",
        "The old ferry left the harbour at dawn\tThe ferry left the harbour\tENTAILMENT",
        "A cook peels carrots\tThe ferry left the harbour\tNEUTRAL",
    ]
    pairs.write_text("\n".join(rows) + "\n", "utf-8")
    told = measure_refining(pairs)
    assert (told["pairs"], told["p"], told["r"]) == (2, 1.0, 1.0)
    pairs.write_text("one\ttwo\n1\t2\n", "utf-8")
    with pytest.raises(UsageError, match="sentence_A"):
        measure_refining(pairs)
