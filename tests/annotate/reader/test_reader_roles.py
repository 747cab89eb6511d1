"""Digits for what part each word has in a report, from vectors in context."""

import numpy as np
import pytest

from crossread.annotate.reader import ReaderAnnotator, roles
from crossread.annotate.reader.roles import ROLES, SEEN, STEPS, RoleModel, shipped_roles, surroundings
from crossread.records import Document

WIDTH = 2


def model(odds: list[float]) -> RoleModel:
    """Return a model that gives every word the same log-odds."""
    weights = np.zeros((SEEN * WIDTH, len(odds)), dtype=np.float32)
    return RoleModel(((weights, np.array(odds, dtype=np.float32)),), "1")


def test_each_role_has_a_digit_and_no_role_has_none() -> None:
    found = model([0.0, 50.0, 0.0, 0.0]).roles(np.zeros((3, WIDTH), dtype=np.float32), np.array([0, 0, 1]))
    assert found == ("090",) * 3
    assert len(found[0]) == len(ROLES)
    assert model([0.0, 0.0, 0.0, 50.0]).roles(np.zeros((1, WIDTH), dtype=np.float32), np.array([0])) == ("000",)


def test_a_digit_rises_with_each_step() -> None:
    for place, step in enumerate(STEPS):
        odds = float(np.log(3 * step / (1 - step)))  # beside three of log-odds 0
        below, above = (
            model([odds + nudge, 0.0, 0.0, 0.0]).roles(np.zeros((1, WIDTH), dtype=np.float32), np.array([0]))[0][0]
            for nudge in (-0.001, 0.001)
        )
        assert (below, above) == (str(place), str(place + 1))


def test_a_word_is_seen_with_those_beside_it_and_above_it() -> None:
    vectors = np.arange(4, dtype=np.float32)[:, None] * np.ones((1, WIDTH), dtype=np.float32)
    (row,) = surroundings(vectors, np.array([1, 2, 2, 0]), np.array([3]))
    assert row[::WIDTH].tolist() == [1, 2, 3, 3, 3, 0, 1]


def test_long_articles_are_read_in_portions_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = np.random.default_rng(3)
    taught = RoleModel(((drawn.normal(size=(SEEN * WIDTH, 4)).astype(np.float32), np.zeros(4, np.float32)),), "1")
    vectors, heads = drawn.normal(size=(50, WIDTH)).astype(np.float32), drawn.integers(0, 50, 50)
    whole = taught.roles(vectors, heads)
    monkeypatch.setattr(roles, "_AT_ONCE", 7)
    assert taught.roles(vectors, heads) == whole


def test_the_shipped_model_knows_the_shipped_reader() -> None:
    text = "Mayor Ann Lee said that the dam was safe."
    annotated = ReaderAnnotator(threads=1).annotate(Document("a", text, "Post"))
    assert annotated.made_by == f"reader/{shipped_roles().reader}"
    words = [text[a:b] for a, b in zip(annotated.words.start, annotated.words.end, strict=True)]
    digits = dict(zip(words, annotated.words.roles, strict=True))
    assert digits["said"][0] > "6"
    assert digits["Lee"][1] > "6"
    assert digits["dam"][2] > "6"
