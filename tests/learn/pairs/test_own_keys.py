"""The project's own keys find their sentences again in articles that stand elsewhere."""

import json
from pathlib import Path

import pytest

from crossread.errors import ReadError
from crossread.learn.pairs import own_keys as keys
from crossread.learn.pairs.gold import GoldStory, Proposition, links_among
from crossread.learn.pairs.tokenised import read_ecbplus, read_worldwide
from crossread.resources import read_table

TEXT = "The bridge is shut. It is old."


def _ecbplus(folder: Path, name: str, *sentences: str) -> None:
    tokens = [
        f'<token t_id="{number}{n}" sentence="{number}" number="{n}">{word}</token>'
        for number, sentence in enumerate(sentences)
        for n, word in enumerate(sentence.split())
    ]
    path = folder / name.partition("_")[0] / f"{name}.xml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'<Document doc_name="{name}.xml">{"".join(tokens)}</Document>', "utf-8")


def _tables(monkeypatch: pytest.MonkeyPatch, table: str, row: dict[str, str]) -> None:
    monkeypatch.setattr(keys, "read_table", lambda name: (row,) if name == table else ())


def _polnear(folder: Path) -> Path:
    path = folder / "polnear.jsonl"
    row = {"id": "north_2016-01-02_bridge", "text": TEXT, "annotators": [{"file": "a", "ann": ""}]}
    path.write_text(json.dumps(row) + "\n", "utf-8")
    return path


def test_an_article_of_polnear_is_cut_into_sentences_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"article": "north_2016-01-02_bridge", "sentences": "0 20", "fact": "A bridge is closed."}
    _tables(monkeypatch, keys.POLNEAR_TABLE, row)
    (story,) = keys.own_keys(_polnear(tmp_path), tmp_path, tmp_path)
    assert story.sentences["north"] == ((0, 19), (20, 30))
    assert story.propositions[0].words == "A bridge is closed."
    assert story.propositions[0].places == {("north", 0), ("north", 1)}
    assert not story.links


def test_articles_of_ecbplus_are_linked_by_what_both_tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _ecbplus(tmp_path, "3_1ecb", "Floods .", "The bridge is shut .")
    _ecbplus(tmp_path, "3_2ecb", "They closed the ( old ) bridge .")
    row = {"story": "s", "sentences": "3_1ecb:1 3_2ecb:0", "fact": "A bridge is closed."}
    _tables(monkeypatch, keys.ECBPLUS_TABLE, row)
    (story,) = keys.own_keys(_polnear(tmp_path), tmp_path, tmp_path)
    assert story.links == {(("3_1ecb", 1), ("3_2ecb", 0))}
    texts = {document.outlet: document.text for document in story.documents}
    told = [texts[outlet][slice(*story.sentences[outlet][number])] for outlet, number in sorted(story.facts[0])]
    assert told == ["The bridge is shut.", "They closed the (old) bridge."]


def test_what_further_readers_found_told_is_kept_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = tuple(
        {"story": "s", "reader": reader, "sentences": sentences, "fact": fact}
        for reader, sentences, fact in (("1", "east:0,2 west:1", "A bridge is closed."), ("2", "east:0 west:3", ""))
    )
    monkeypatch.setattr(keys, "read_table", lambda _: rows)
    own = Proposition("It is shut.", frozenset({("east", 0), ("west", 1)}))
    known, other = keys.read_again([GoldStory(name, (), {}, (own,)) for name in ("s", "t")])
    first, second = known.further
    assert links_among(first) == {(("east", 0), ("west", 1)), (("east", 2), ("west", 1))}
    assert links_among(second) == {(("east", 0), ("west", 3))}
    assert known.links == {(("east", 0), ("west", 1))}
    assert other.further == ()


def test_tagged_words_are_text_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["The\tO", "bridge\tO", "is\tO", "shut\tO", ".\tO", "", "Ann\tB-Person", "said\tO", "so\tO", ".\tO", ""]
    (tmp_path / "af_bridge_1.txt.tsv").write_text("\n".join(lines), "utf-8")
    _tables(monkeypatch, keys.WORLDWIDE_TABLE, {"article": "af_bridge_1", "sentences": "20", "fact": "Ann spoke."})
    (story,) = keys.own_keys(_polnear(tmp_path), tmp_path, tmp_path)
    assert story.documents[0].text == "The bridge is shut.\nAnn said so."
    assert story.propositions[0].places == {("af_bridge_1", 1)}


def test_tagged_words_that_are_missing_are_said(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="af_bridge_2"):
        read_worldwide(tmp_path, "af_bridge_2")
    (tmp_path / "af_bridge_3.txt.tsv").write_text("", "utf-8")
    with pytest.raises(ReadError, match="no words"):
        read_worldwide(tmp_path, "af_bridge_3")


def test_an_article_that_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="3_9ecb"):
        read_ecbplus(tmp_path, "3_9ecb")


def test_a_file_without_tokens_is_said(tmp_path: Path) -> None:
    _ecbplus(tmp_path, "3_9ecb")
    with pytest.raises(ReadError, match="no tokens"):
        read_ecbplus(tmp_path, "3_9ecb")


def test_every_fact_of_the_tables_is_stated_somewhere() -> None:
    tables = (keys.POLNEAR_TABLE, keys.WORLDWIDE_TABLE, keys.ECBPLUS_TABLE)
    for table, column in zip(tables, ("article", "article", "story"), strict=True):
        rows = read_table(table)
        assert len({(row[column], row["fact"]) for row in rows}) == len(rows)
        assert all(row["sentences"].strip() and row["fact"].strip() for row in rows)


def test_further_readers_say_of_each_fact_which_outlets_tell_it() -> None:
    rows = read_table(keys.BASIL_TABLE)
    assert {row["reader"] for row in rows} == {"1", "2"}
    outlets = {cited.partition(":")[0] for row in rows for cited in row["sentences"].split()}
    assert outlets == {"nyt", "fox", "hpo"}
