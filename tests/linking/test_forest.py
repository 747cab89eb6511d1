"""Trees answer as their questions say, and survive being written."""

from pathlib import Path

import numpy as np
import pytest

from crossread.errors import ResourceError
from crossread.linking import Forest, chance
from crossread.linking.forest import LEAF


def _forest() -> Forest:
    """Two trees: "is x at most 1?", whose right branch asks "is y at most 5?", and a lone leaf of 0.5."""
    return Forest(
        names=("x", "y"),
        roots=np.array([0, 5], dtype=np.int32),
        feature=np.array([0, LEAF, 1, LEAF, LEAF, LEAF], dtype=np.int16),
        threshold=np.array([1.0, 0, 5.0, 0, 0, 0]),
        left=np.array([1, 1, 3, 3, 4, 5], dtype=np.int32),
        right=np.array([2, 1, 4, 3, 4, 5], dtype=np.int32),
        value=np.array([0, -1.0, 0, 2.0, 3.0, 0.5]),
    )


ROWS = np.array([[1.0, 9.0], [1.1, 5.0], [2.0, 5.1]])


def test_each_row_goes_its_way_down_every_tree() -> None:
    assert _forest().odds(ROWS).tolist() == [-0.5, 2.5, 3.5]


def test_a_row_is_answered_alike_in_any_company() -> None:
    assert _forest().odds(ROWS[1:2]).tolist() == _forest().odds(ROWS)[1:2].tolist()


def test_log_odds_are_scaled_in_the_leaves() -> None:
    assert _forest().scaled(2.0, -1.0).odds(ROWS).tolist() == pytest.approx([-2.0, 4.0, 6.0])


def test_no_rows_no_answers() -> None:
    assert _forest().odds(np.zeros((0, 2))).tolist() == []


def test_written_and_read_again(tmp_path: Path) -> None:
    _forest().save(tmp_path / "forest.npz")
    read = Forest.load(tmp_path / "forest.npz")
    assert read.names == ("x", "y")
    assert read.odds(ROWS).tolist() == _forest().odds(ROWS).tolist()


def test_a_broken_file_is_said_to_be_broken(tmp_path: Path) -> None:
    (tmp_path / "forest.npz").write_bytes(b"not an archive")
    with pytest.raises(ResourceError, match="install crossread again"):
        Forest.load(tmp_path / "forest.npz")


def test_even_odds_are_an_even_chance() -> None:
    assert chance(np.array([0.0])).tolist() == [0.5]
