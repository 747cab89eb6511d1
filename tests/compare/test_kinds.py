"""Names and deeds are matched apart: a subject that two sentences share is no fact that they share."""

import numpy as np
from tests.compare.accounts import account, story

from crossread.compare.encoder import Encoded
from crossread.compare.kinds import KIND_NAMES, KindsOfPieces, by_kind
from crossread.compare.passages import Passages

NORTH = account("North", "Lida Orm resigned. Rain fell.", names={"Lida Orm": ("e-orm", "person")})
SOUTH = account("South", "Lida Orm danced. Snow fell.", names={"Lida Orm": ("e-orm", "person")})
PASSAGES = Passages(story(NORTH, SOUTH)).all()
WORDS = (0, 5, 9)  # where the words of both first sentences begin


def _kinds(number: int) -> KindsOfPieces:
    third = np.full(3, 1 / 3, dtype=np.float32)
    ones = np.eye(3, dtype=np.float32)
    return KindsOfPieces(PASSAGES[number], Encoded(ones[0], ones, third, third, WORDS))


def _figures(likeness: list[list[float]]) -> dict[str, float]:
    found = by_kind(np.array(likeness, dtype=np.float32), _kinds(0), _kinds(2))
    return dict(zip(KIND_NAMES, found, strict=True))


def test_the_same_person_at_another_deed() -> None:
    figures = _figures([[1, 0, 0], [0, 1, 0], [0, 0, 0.1]])
    assert figures["name.least"] == figures["name.most"] == 1.0
    assert figures["deed.most"] < 0.2
    assert np.isclose(figures["hole.least"], 0.3)  # a third of the words, nine tenths unlike
    assert np.isclose(figures["firm.least"], 2 / 3)


def test_the_same_deed_by_another_person() -> None:
    figures = _figures([[0.1, 0, 0], [0, 0.1, 0], [0, 0, 1]])
    assert np.isclose(figures["name.most"], 0.1)
    assert figures["deed.least"] == 1.0


def test_each_figure_is_the_same_from_either_side() -> None:
    likeness = np.array([[0.9, 0.2, 0.1], [0.3, 0.7, 0.0], [0.1, 0.6, 0.4]], dtype=np.float32)
    assert by_kind(likeness, _kinds(0), _kinds(2)) == by_kind(likeness.T, _kinds(2), _kinds(0))
