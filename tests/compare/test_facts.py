"""Facts are the groups that are likeliest one thing told, and chains do not swallow a topic."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from crossread.compare.clauses import Clause
from crossread.compare.facts import GROUP_COLUMNS, MOST_FOUNDED, Limits, candidates, gather, links_within

HOMES = {0: "north", 1: "south", 2: "east", 3: "north"}
WORDS = [frozenset({"harbour", "strike"})] * 9
LIMITS = Limits(worth=0.5, alike=0.5, new=0.34, firm=0.0, sure=2.0)


def _as_sure_as_its_mean(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    found: NDArray[np.float64] = rows[:, GROUP_COLUMNS.index("mean")]
    return found


def _told(links: dict[tuple[int, int], float], limits: Limits = LIMITS) -> list[tuple[int, ...]]:
    return gather(links, HOMES, WORDS, (), _as_sure_as_its_mean, limits)


def test_what_three_tell_is_one_fact() -> None:
    assert (0, 1, 2) in candidates({(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.7}, HOMES, WORDS, ())[0]
    assert _told({(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.9}) == [(0, 1, 2)]


def test_a_chain_stays_two_facts_that_share_a_member() -> None:
    assert _told({(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.1}) == [(0, 1), (1, 2)]


def test_two_sentences_of_one_document_may_join_one_fact() -> None:
    assert (0, 1, 3) in candidates({(0, 1): 0.9, (1, 3): 0.8}, HOMES, WORDS, ())[0]


def test_what_is_all_but_the_same_as_a_better_fact_is_not_told_again() -> None:
    told = _told({(0, 1): 0.9, (1, 3): 0.85})
    assert told == [(0, 1), (1, 3)]  # each has a link of its own; both together have none


def test_a_sure_pair_is_told_though_no_group_is_worth_it() -> None:
    assert _told({(0, 1): 0.6, (1, 2): 0.4}, Limits(worth=2.0, alike=0.5, new=0.34, firm=0.0, sure=0.5)) == [(0, 1)]


def test_a_weak_link_founds_nothing() -> None:
    assert candidates({(0, 1): 0.1}, HOMES, WORDS, ())[0] == []
    assert _told({(0, 1): 0.4}) == []


def test_those_that_state_a_part_of_one_sentence_may_be_a_fact_though_no_link_founds_it() -> None:
    clause = Clause(0, 0.5, {1: 0.9, 2: 0.7})
    links = {(0, 1): 0.9, (1, 2): 0.1, (0, 2): 0.1}
    assert (0, 1, 2) not in candidates(links, HOMES, WORDS, ())[0]
    assert (0, 1, 2) in candidates(links, HOMES, WORDS, (clause,))[0]


def test_what_many_tell_is_one_fact_founded_by_few_links_of_each() -> None:
    many = 30
    homes = {n: str(n) for n in range(many)}
    links = {(a, b): 0.6 + 0.01 * ((a + b) % many) for a in range(many) for b in range(a + 1, many)}
    groups, _ = candidates(links, homes, WORDS * many, ())
    assert tuple(range(many)) in groups
    assert sum(len(group) == 2 for group in groups) <= many * MOST_FOUNDED < len(links)


@settings(max_examples=60)
@given(
    st.dictionaries(
        st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(
            lambda pair: pair[0] < pair[1] and pair[0] % 3 != pair[1] % 3
        ),
        st.floats(0, 1),
        max_size=20,
    )
)
def test_facts_are_the_same_whatever_the_order_and_each_is_told_by_two(links: dict[tuple[int, int], float]) -> None:
    homes = {n: str(n % 3) for n in range(9)}
    facts = gather(links, homes, WORDS, (), _as_sure_as_its_mean, LIMITS)
    assert facts == gather(dict(reversed(links.items())), homes, WORDS, (), _as_sure_as_its_mean, LIMITS)
    told = [links_within(fact, homes) for fact in facts]
    assert all(told)
    for n, one in enumerate(told):
        assert not any(2 * len(one & other) >= LIMITS.alike * (len(one) + len(other)) for other in told[:n])
