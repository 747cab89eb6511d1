"""Logistic regression with a penalty: what it finds, and that it is at the optimum."""

import numpy as np
import pytest

from crossread.learn.statements.ridge import Lessons

EXAMPLES = [["one", "good"], ["one", "good", "rare"], ["one", "bad"], ["one", "bad"], ["one"]]
ANSWERS = [True, True, False, False, True]


def test_features_lean_to_the_answers_that_they_come_with() -> None:
    lessons = Lessons(EXAMPLES, fewest=2)
    weights = dict(zip(lessons.names, lessons.fit(ANSWERS, penalty=0.5), strict=True))
    assert weights["good"] > 0 > weights["bad"]
    assert "rare" not in weights


def test_the_gradient_is_nought_where_it_stops() -> None:
    lessons = Lessons(EXAMPLES, fewest=1)
    weights = lessons.fit(ANSWERS, penalty=0.3)
    rows = np.array([[float(name in example) for name in lessons.names] for example in EXAMPLES])
    wrong = 1 / (1 + np.exp(-(rows @ weights))) - np.array(ANSWERS, dtype=float)
    assert np.abs(rows.T @ wrong + 0.3 * weights).max() < 1e-6


@pytest.mark.parametrize("penalty", [1.0, 100.0])
def test_the_order_of_the_examples_does_not_matter(penalty: float) -> None:
    forward = Lessons(EXAMPLES, fewest=1).fit(ANSWERS, penalty)
    backward = Lessons(EXAMPLES[::-1], fewest=1).fit(ANSWERS[::-1], penalty)
    assert np.allclose(forward, backward)
