"""How sure the trees may be is learned from what is told of stories that they have not seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.learn.discrepancies.calibrate import Scale

SURE = st.lists(st.floats(0.0, 1.0), min_size=1, max_size=9)


@given(SURE, st.floats(0.1, 2.0), st.floats(-3.0, 3.0))
def test_scaling_keeps_the_order_and_the_range(sure: list[float], slope: float, shift: float) -> None:
    scaled = Scale(slope, shift).of(sure)
    assert all(0.0 < value < 1.0 for value in scaled)
    ranked = [value for _, value in sorted(zip(sure, scaled, strict=True))]
    assert ranked == sorted(ranked)


def test_no_change_changes_nothing_and_a_shift_lowers() -> None:
    assert Scale(1.0, 0.0).of([0.2, 0.5]) == pytest.approx([0.2, 0.5])
    assert Scale(1.0, -1.0).of([0.5]) == pytest.approx([0.2689], abs=1e-4)
    assert Scale(1.0, 0.0).of([]) == []
