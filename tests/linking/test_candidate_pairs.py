"""Only things that share a key are compared, each pair once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.linking import candidate_pairs
from crossread.linking.pairs import LARGEST_BLOCK

keyed = st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("xyz"), max_size=3))


@given(keyed)
@settings(max_examples=100, deadline=None)
def test_pairs_are_those_that_share_a_key(keys: dict[str, list[str]]) -> None:
    expected = sorted((a, b) for a in keys for b in keys if a < b and set(keys[a]) & set(keys[b]))
    assert candidate_pairs(keys) == expected


def test_a_key_of_too_many_proposes_nothing() -> None:
    crowd = {f"{number:03}": ["common"] for number in range(LARGEST_BLOCK + 1)}
    assert candidate_pairs(crowd) == []
    crowd["000"] = crowd["001"] = ["common", "rare"]
    assert candidate_pairs(crowd) == [("000", "001")]
