"""Things meet those that share their rarest keys, and the work does not grow with the square."""

import pytest

from crossread.linking import nearest, rarity
from crossread.linking.nearest import MOST_SHARING


def test_each_thing_meets_what_shares_most_with_it() -> None:
    keys = {"a": frozenset({"dam", "river"}), "b": frozenset({"dam", "river"}), "c": frozenset({"dam"})}
    homes = {"a": "north", "b": "south", "c": "south"}
    assert nearest(keys, homes, rarity(keys.values()), most=1) == [("a", "b"), ("a", "c")]


def test_nothing_is_paired_within_one_home() -> None:
    keys = {name: frozenset({"dam"}) for name in "abc"}
    assert nearest(keys, {"a": "north", "b": "north", "c": "south"}, {"dam": 1.0}, most=5) == [("a", "c"), ("b", "c")]


def test_a_key_that_nearly_all_share_pairs_nothing() -> None:
    keys = {f"{n:04d}": frozenset({"said"}) for n in range(MOST_SHARING + 1)}
    homes = {name: name for name in keys}
    assert nearest(keys, homes, rarity(keys.values()), most=5) == []


@pytest.mark.parametrize("articles", [50, 200])
def test_pairs_grow_with_the_articles_not_with_their_square(articles: int) -> None:
    sentences = {
        f"{article:04d}-{n:02d}": frozenset({f"fact{n}", f"fact{n}-{article // 10}", "said"})
        for article in range(articles)
        for n in range(20)
    }
    homes = {name: name[:4] for name in sentences}
    pairs = nearest(sentences, homes, rarity(sentences.values()), most=20)
    assert 0 < len(pairs) <= 20 * len(sentences)
