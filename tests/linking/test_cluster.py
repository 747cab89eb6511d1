"""Clusters follow from judgements alone: never from their order, never against DIFFERENT, never against a person."""

import random
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.linking import cluster
from crossread.records import Judgement, Verdict

ITEMS = "abcdefg"
RULE, PERSON = "rule/1", "person:mia"


def same(a: str, b: str, confidence: float = 0.5, by: str = RULE) -> Judgement:
    return Judgement(a, b, Verdict.SAME, confidence, by)


def different(a: str, b: str, confidence: float = 0.5, by: str = RULE) -> Judgement:
    return Judgement(a, b, Verdict.DIFFERENT, confidence, by)


judgements = st.lists(
    st.builds(
        Judgement,
        st.sampled_from(ITEMS),
        st.sampled_from(ITEMS),
        st.sampled_from((Verdict.SAME, Verdict.DIFFERENT)),
        st.sampled_from([0.3, 0.5, 0.9]),
        st.sampled_from([RULE, "model/2", PERSON]),
    ).filter(lambda judgement: judgement.a != judgement.b),
    max_size=12,
)


def together(clusters: tuple[tuple[str, ...], ...], a: str, b: str) -> bool:
    return any(a in group and b in group for group in clusters)


def winner(given: list[Judgement], a: str, b: str) -> Judgement | None:
    """What counts for one pair, written down a second time and plainly."""
    on_pair = [j for j in given if {j.a, j.b} == {a, b}]
    by_people = [j for j in on_pair if j.by_person]
    ranked = sorted(by_people or on_pair, key=lambda j: (j.confidence, j.verdict is Verdict.DIFFERENT))
    return ranked[-1] if ranked else None


@given(judgements, st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_order_never_matters(given: list[Judgement], shuffler: random.Random) -> None:
    shuffled = list(given)
    shuffler.shuffle(shuffled)
    assert cluster(ITEMS, given) == cluster(reversed(ITEMS), shuffled)


@given(judgements)
@settings(max_examples=150, deadline=None)
def test_clusters_are_a_partition(given: list[Judgement]) -> None:
    clusters = cluster(ITEMS, given)
    assert sorted(item for group in clusters for item in group) == sorted(ITEMS)
    assert list(clusters) == sorted(tuple(sorted(group)) for group in clusters)


@given(judgements)
@settings(max_examples=300, deadline=None)
def test_a_pair_judged_different_is_never_merged_but_by_people(given: list[Judgement]) -> None:
    clusters = cluster(ITEMS, given)
    said_same = [j for j in given if j.by_person and j.verdict is Verdict.SAME]
    for a in ITEMS:
        for b in ITEMS:
            counts = winner(given, a, b) if a < b else None
            if counts and counts.verdict is Verdict.DIFFERENT and (counts.by_person or not said_same):
                assert not together(clusters, a, b)


@given(judgements)
@settings(max_examples=150, deadline=None)
def test_who_is_together_was_judged_so_step_by_step(given: list[Judgement]) -> None:
    for group in cluster(ITEMS, given):
        reached = {group[0]}
        for _ in group:
            reached |= {b for a in reached for b in group if (w := winner(given, a, b)) and w.verdict is Verdict.SAME}
        assert reached == set(group)


def test_the_surest_pair_is_merged_first() -> None:
    given = [same("a", "b", 0.6), same("b", "c", 0.9), different("a", "c")]
    assert cluster("abc", given) == (("a",), ("b", "c"))


def test_equal_confidence_of_same_and_different_is_different() -> None:
    assert cluster("ab", [same("a", "b"), different("b", "a")]) == (("a",), ("b",))


def test_a_person_outranks_a_surer_rule() -> None:
    assert cluster("ab", [same("a", "b", 0.1, PERSON), different("a", "b", 0.99)]) == (("a", "b"),)
    assert cluster("ab", [different("a", "b", 0.1, PERSON), same("a", "b", 0.99)]) == (("a",), ("b",))


def test_a_rule_does_not_part_what_a_person_joined_in_two_steps() -> None:
    given = [same("a", "b", 1.0, PERSON), same("b", "c", 1.0, PERSON), different("a", "c", 0.99)]
    assert cluster("abc", given) == (("a", "b", "c"),)


def test_a_person_parts_what_rules_would_join_through_others() -> None:
    given = [same("a", "b", 0.9), same("b", "c", 0.8), different("a", "c", 1.0, PERSON)]
    assert cluster("abc", given) == (("a", "b"), ("c",))


def test_judgements_on_unknown_things_are_passed_over() -> None:
    assert cluster("ab", [same("a", "x"), same("x", "b")]) == (("a",), ("b",))


def test_a_long_chain_and_a_full_block_are_quick() -> None:
    items = [f"{number:04}" for number in range(1500)]
    chain = [same(a, b) for a, b in pairwise(items)]
    assert cluster(items, chain) == (tuple(items),)
    block = items[:200]
    assert cluster(block, [same(a, b) for a in block for b in block if a < b]) == (tuple(block),)
