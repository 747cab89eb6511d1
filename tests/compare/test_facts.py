"""Facts grow from their surest link, and chains do not swallow a topic."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.compare.facts import gather

HOMES = {0: "north", 1: "south", 2: "east", 3: "north"}


def test_what_three_tell_is_one_fact() -> None:
    links = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.7}
    assert gather(links, HOMES, seed=0.5, join=0.6) == [(0, 1, 2)]


def test_a_chain_stays_two_facts_that_share_a_member() -> None:
    links = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.1}
    assert gather(links, HOMES, seed=0.5, join=0.5) == [(0, 1), (1, 2)]


def test_two_sentences_of_one_document_may_join_one_fact() -> None:
    links = {(0, 1): 0.9, (1, 3): 0.8}
    assert gather(links, HOMES, seed=0.5, join=0.7) == [(0, 1, 3)]


def test_a_weak_link_founds_nothing() -> None:
    assert gather({(0, 1): 0.4}, HOMES, seed=0.5, join=0.1) == []


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
def test_facts_hold_every_strong_link_whatever_its_order(links: dict[tuple[int, int], float]) -> None:
    homes = {n: str(n % 3) for n in range(9)}
    facts = gather(links, homes, seed=0.5, join=0.6)
    assert facts == gather(dict(reversed(links.items())), homes, seed=0.5, join=0.6)
    for (a, b), confidence in links.items():
        assert confidence < 0.5 or any(a in fact and b in fact for fact in facts)
    for fact in facts:
        assert len({homes[member] for member in fact}) >= 2
