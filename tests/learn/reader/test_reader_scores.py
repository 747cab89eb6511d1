from pathlib import Path

import pytest

from crossread.learn.reader.coref_score import Chain, CoreferenceScore
from crossread.learn.reader.name_score import NameScore, comparable, read_tagged
from crossread.learn.reader.raw_score import Places, RawScore, ScoredWord, Side


def chains(*groups: str) -> list[Chain]:
    return [frozenset((ord(letter), ord(letter) + 1) for letter in group) for group in groups]


def scored(gold: list[Chain], found: list[Chain]) -> dict[str, float]:
    score = CoreferenceScore()
    score.add(gold, found)
    return score.as_dict()


def test_a_perfect_answer() -> None:
    assert scored(chains("abc", "de"), chains("abc", "de")) == pytest.approx(
        {"muc": 1, "b3": 1, "ceafe": 1, "conll": 1}
    )


def test_the_textbook_example() -> None:
    # key {a b c} {d e f g}, response {a b} {c d} {f g h i}: Pradhan et al. (2014), figure 4
    found = scored(chains("abc", "defg"), chains("ab", "cd", "fghi"))
    assert found["muc"] == pytest.approx(0.4)
    assert found["b3"] == pytest.approx(0.4545, abs=1e-4)
    assert found["ceafe"] == pytest.approx(0.52)


def test_singletons_do_not_count() -> None:
    assert scored(chains("ab", "c"), chains("ab", "d")) == pytest.approx({"muc": 1, "b3": 1, "ceafe": 1, "conll": 1})


def side(text: str, words: list[tuple[int, int, str, str, int | None, str]]) -> Side:
    places = Places(text)
    where = [places.of(start, end) for start, end, *_ in words]
    built = [
        ScoredWord(where[index], upos, lemma, None if head is None else where[head], relation)
        for index, (_, _, upos, lemma, head, relation) in enumerate(words)
    ]
    return Side(where, [(where[0][0], where[-1][1])], built)


GOLD = [(0, 3, "DET", "the", 1, "det"), (4, 7, "NOUN", "dog", 2, "nsubj"), (8, 14, "VERB", "bark", None, "root")]


def test_words_cut_otherwise_count_against_both_sides() -> None:
    text = "the dog barked"
    halves = [*GOLD[:2], (8, 12, "VERB", "bark", None, "root"), (12, 14, "X", "ed", 2, "dep")]
    score = RawScore()
    score.add(side(text, GOLD), side(text, halves))
    figures = score.as_dict()
    assert figures["tokens"] == pytest.approx(4 / 7, abs=1e-4)
    assert figures["upos"] == pytest.approx(4 / 7, abs=1e-4)
    assert figures["las"] == pytest.approx(2 / 7, abs=1e-4)  # the dog's head was not found
    assert figures["sentences"] == 1


def test_subtypes_do_not_count_and_punctuation_may_be_left_out() -> None:
    text = "the dog barked"
    found = [GOLD[0], (4, 7, "NOUN", "dog", 2, "nsubj:outer"), GOLD[2]]
    score = RawScore()
    score.add(side(text, GOLD), side(text, found), skipped="DET")
    assert score.as_dict()["las"] == 1
    assert score.gold["las"] == score.found["las"] == 2


def test_tagged_files_in_both_layouts(tmp_path: Path) -> None:
    uner = tmp_path / "uner.iob2"
    rows = ["# newdoc id = a", "1\tAnn\tB-PER\t-\t-", "2\tLee\tI-PER\t-\t-", ""]
    rows += ["# newdoc id = b", "1\tOslo\tB-LOC\t-\t-", ""]
    uner.write_text("\n".join(rows) + "\n", "utf-8")
    assert [document.names for document in read_tagged(uner)] == [[(0, 2, "PERSON")], [(0, 1, "LOC")]]
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.tsv").write_text("Ann\tB-Person\nleft\tO\n\nOslo\tB-Location\n")
    (document,) = read_tagged(folder)
    assert (document.sentences, document.names) == ([0, 2], [(0, 1, "PERSON"), (2, 3, "LOC")])


def test_facilities_are_places_for_sets_without_facilities() -> None:
    names = [(0, 1, "FAC"), (1, 2, "DATE"), (2, 3, "ORG")]
    assert comparable({"PERSON", "ORG", "LOC"}, names) == [(0, 1, "LOC"), (2, 3, "ORG")]
    assert comparable({"FAC", "LOC"}, names) == [(0, 1, "FAC")]


def test_names_by_class() -> None:
    score = NameScore()
    score.add([(0, 1, "ORG"), (3, 4, "LOC")], [(0, 1, "ORG"), (3, 4, "ORG")])
    figures = score.as_dict()
    assert (figures["p"], figures["r"], figures["f1"]) == (0.5, 0.5, 0.5)
    assert figures["by_type"]["LOC"] == {"p": 0.0, "r": 0.0, "f1": 0.0}
