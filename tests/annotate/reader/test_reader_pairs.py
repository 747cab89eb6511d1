"""What pairs of names have in common, computed for all pairs at once as for one pair alone."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.annotate.reader.pairs import _name_matches, may_be_one

WORDS = ("of", "the", "harbour", "board", "hb", "h.b.", "ann", "lee", "ot")
NAMES = st.lists(st.lists(st.sampled_from(WORDS), max_size=3).map(tuple), min_size=1, max_size=8)


@settings(max_examples=150, deadline=None)
@given(NAMES)
def test_all_pairs_match_as_each_pair_alone(names: list[tuple[str, ...]]) -> None:
    pairs = list(product(range(len(names)), repeat=2))
    later, earlier = (np.array(column) for column in zip(*pairs, strict=True))
    same_word, apart, acronym = _name_matches(names, later, earlier)
    for number, (one, other) in enumerate(pairs):
        both = bool(names[one] and names[other])
        may_be = both and may_be_one(names[one], names[other])
        assert bool(same_word[number] or acronym[number]) == may_be
        assert bool(apart[number]) == (both and not may_be)


def test_an_acronym_is_told_from_a_shared_word() -> None:
    names = [("harbour", "board"), ("h.b.",), ("ann", "board"), ("the", "of")]
    same_word, _, acronym = _name_matches(names, np.array([1, 2, 3]), np.array([0, 0, 2]))
    assert acronym.tolist() == [True, False, False]
    assert same_word.tolist() == [False, True, False]
