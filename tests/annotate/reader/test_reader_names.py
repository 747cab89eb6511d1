import numpy as np

from crossread.annotate.reader.known_names import with_known_names
from crossread.annotate.reader.labels import NAME_TAGS
from crossread.annotate.reader.names import NameSpan, best_tags, spans


def scores(*best: str) -> np.ndarray:
    rows = np.zeros((len(best), len(NAME_TAGS)), dtype=np.float32)
    for row, tag in enumerate(best):
        rows[row, NAME_TAGS.index(tag)] = 2.0
    return rows


def tags(rows: np.ndarray) -> list[str]:
    return [NAME_TAGS[code] for code in best_tags(rows)]


def test_a_well_formed_sequence_stays() -> None:
    assert tags(scores("B-PERSON", "E-PERSON", "O", "S-LOC")) == ["B-PERSON", "E-PERSON", "O", "S-LOC"]


def test_a_name_that_is_not_closed_is_repaired_where_it_costs_least() -> None:
    rows = scores("B-PERSON", "O", "O")
    rows[0, NAME_TAGS.index("S-PERSON")] = 1.9
    assert tags(rows) == ["S-PERSON", "O", "O"]


def test_no_sequence_starts_inside_a_name() -> None:
    rows = scores("I-ORG", "E-ORG")
    rows[0, NAME_TAGS.index("B-ORG")] = 1.0
    assert tags(rows) == ["B-ORG", "E-ORG"]


def test_spans_count_from_the_offset() -> None:
    found = spans(best_tags(scores("O", "B-ORG", "I-ORG", "E-ORG", "S-NORP")), offset=10)
    assert found == [NameSpan(11, 14, "ORG"), NameSpan(14, 15, "NORP")]


def test_a_known_name_is_kept_whole() -> None:
    words = ["The", "Organization", "of", "American", "States", "met", "in", "Oslo", "."]
    cut = [NameSpan(1, 3, "ORG"), NameSpan(3, 4, "NORP"), NameSpan(4, 5, "LOC"), NameSpan(7, 8, "LOC")]
    assert with_known_names(words, cut) == [NameSpan(1, 5, "ORG"), NameSpan(7, 8, "LOC")]


def test_a_longer_name_and_a_person_stand_before_a_known_name() -> None:
    words = ["the", "United", "Nations", "Security", "Council"]
    longer = [NameSpan(1, 5, "ORG")]
    assert with_known_names(words, longer) == longer
    person = [NameSpan(2, 3, "PERSON")]
    assert with_known_names(["the", "United", "Nations"], person) == person


def test_no_name_goes_over_into_the_next_sentence() -> None:
    rows = scores("O", "B-ORG", "E-ORG", "O")
    assert [NAME_TAGS[code] for code in best_tags(rows, [0, 2])][1:3] != ["B-ORG", "E-ORG"]
    assert [NAME_TAGS[code] for code in best_tags(rows, [0, 1])] == ["O", "B-ORG", "E-ORG", "O"]


def test_sentences_are_tagged_as_if_alone() -> None:
    rows = scores("B-ORG", "S-NORP", "I-ORG", "B-PERSON", "E-PERSON", "E-LOC")
    cut = [best_tags(part).tolist() for part in (rows[:2], rows[2:4], rows[4:])]
    assert best_tags(rows, [0, 2, 4]).tolist() == [code for part in cut for code in part]
