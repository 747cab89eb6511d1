"""Statements held against other sentences, and the groups of those that state them."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.compare.accounts import account, story

from crossread.compare.clauses import (
    CLAUSE_COLUMNS,
    LEVELS,
    Clause,
    by_owner,
    clause_row,
    find_clauses,
    groups_around,
)
from crossread.compare.encoder import Encoded, Head, match
from crossread.compare.measuring import measure
from crossread.compare.passages import Passages
from crossread.linking import chance

HEAD = Head(10.0, (1.0, 0.5, 0.5, 0.5, 0.5, 0.1), -3.0)
HOMES = {0: "north", 1: "north", 2: "south", 3: "east"}


class _ByLetters:
    """Makes vectors of words by chance, the same for the same word."""

    def encode(self, sentences):  # type: ignore[no-untyped-def]
        return [_encoded(sentence) for sentence in sentences]


def _encoded(sentence: str) -> Encoded:
    words = sentence.split()
    at = tuple(int(n) for n in np.cumsum([0, *(len(word) + 1 for word in words[:-1])]))
    rows = [np.random.default_rng(list(word.encode())).normal(size=32) for word in words]
    pieces = np.array(rows, dtype=np.float32)
    pieces /= np.linalg.norm(pieces, axis=1, keepdims=True)
    mean = pieces.mean(axis=0)
    part = np.full(len(words), 1 / len(words), dtype=np.float32)
    gate = np.linspace(-1, 1, len(words), dtype=np.float32)
    return Encoded(mean / np.linalg.norm(mean), pieces, gate, part, at, pieces.astype(np.float16))


def _clauses() -> tuple[tuple[Clause, ...], list[Encoded]]:
    north = account("north", "Brill resigned after the audit. The bridge was shut on Monday.")
    south = account("south", "The council met again. Brill resigned on Monday.")
    resolved = story(north, south)
    measured = measure(_ByLetters(), HEAD, resolved, Passages(resolved))
    return find_clauses(measured, measured.told(), HEAD), list(measured.encoded)


def test_a_whole_sentence_is_held_against_others_as_two_sentences_are_matched() -> None:
    clauses, encoded = _clauses()
    whole = [clause for clause in clauses if clause.part == 1.0]
    assert whole
    for clause in whole:
        assert clause.owner not in clause.stated
        for other, sure in clause.stated.items():
            odds = match(encoded[clause.owner], encoded[other], HEAD)[-1]
            assert np.isclose(sure, chance(np.array([odds]))[0], atol=1e-3)


def test_sentences_around_it_are_asked_too() -> None:
    clauses, encoded = _clauses()
    assert {clause.owner for clause in clauses} == set(range(len(encoded)))
    assert all(set(clause.stated) | {clause.owner} >= {0, 1} for clause in clauses if clause.owner < 2)


def test_groups_hold_several_homes_and_known_sentences_alone() -> None:
    clause = Clause(0, 1.0, {1: 0.9, 2: 0.6, 3: 0.2})
    assert set(groups_around(clause, HOMES, dict.fromkeys(HOMES))) == {(0, 1, 2, 3), (0, 1, 2)}
    assert set(groups_around(clause, HOMES, {0: None, 1: None, 2: None})) == {(0, 1, 2)}


def test_the_figures_are_those_of_the_statement_that_the_group_states_best() -> None:
    dull, sharp = Clause(0, 0.5, {2: 0.1, 3: 0.9}), Clause(2, 0.25, {0: 0.8, 1: 0.4, 3: 0.2})
    row = dict(zip(CLAUSE_COLUMNS, clause_row((0, 2), by_owner([dull, sharp])), strict=True))
    assert row["stated.least"] == 0.8
    assert row["stated.mean"] == 0.9
    assert np.isclose(row["stated.product"], np.sqrt(0.8))
    assert row["stated.outside"] == 0.4
    assert (row["stated.firmly"], row["stated.fairly"], row["stated.part"]) == (0.5, 0.5, 0.25)


def test_a_group_that_states_nothing_by_itself_has_figures_too() -> None:
    assert clause_row((0, 1), {}) == [0.0] * len(CLAUSE_COLUMNS)


@given(st.dictionaries(st.integers(1, 3), st.floats(0, 1)))
def test_the_stricter_the_level_the_smaller_the_group(stated: dict[int, float]) -> None:
    groups = [set(Clause(0, 1.0, stated).group(level)) for level in LEVELS]
    assert all(wide >= narrow for wide, narrow in pairwise(groups))
    assert all(0 in group for group in groups)
