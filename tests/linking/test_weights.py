"""Rare keys weigh more than common ones."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.linking import rarity, weigh


def test_the_rarer_key_weighs_more() -> None:
    weights = rarity([{"said", "dam"}, {"said"}, {"said", "levee"}])
    assert weights["dam"] == weights["levee"] > weights["said"] > 0


@settings(max_examples=50)
@given(st.lists(st.text(alphabet="abcdef", min_size=1, max_size=3), min_size=1, max_size=20))
def test_a_sum_does_not_depend_on_the_order_of_the_keys(keys: list[str]) -> None:
    weights = {key: 0.1 * number + 0.01 for number, key in enumerate(keys)}
    assert weigh(frozenset(keys), weights) == weigh(frozenset(reversed(keys)), weights)
