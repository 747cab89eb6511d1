"""Statements that tell the same are linked across documents, in any order of the documents, and only those."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compare.accounts import Account, account, story

from crossread.compare.alignment import Alignment
from crossread.compare.alignment import align as align_over
from crossread.compare.encoder import Encoded, Head
from crossread.compare.measuring import BY_SENSE, BY_WORDS, measure
from crossread.compare.model import PairModel
from crossread.compare.passages import Passages
from crossread.records import ResolvedStory, Statement

NORTH = account(
    "North",
    "Mayor Lida Orm of Vessin resigned on Monday after nine years in office. "
    "The council will elect a successor on 12 June. "
    "A new tram line opens next spring.",
)
SOUTH = account(
    "South",
    "Lida Orm stepped down as mayor of Vessin on Monday, ending nine years in office. "
    "Schools in the valley stay closed because of the snow. "
    "Her successor will be elected by the council on 12 June.",
)
EAST = account(
    "East",
    "Vessin's mayor, Lida Orm, resigned on Monday. The orchestra played in the rain to a small crowd.",
)
ACCOUNTS = (NORTH, SOUTH, EAST)


def align(resolved: ResolvedStory) -> Alignment:
    return align_over(resolved, Passages(resolved))


def _told(statement: Statement) -> str:
    return statement.evidence[0].text


def _links(alignment: Alignment) -> set[frozenset[str]]:
    return {frozenset((_told(link.a), _told(link.b))) for link in alignment.links}


@pytest.fixture(scope="module")
def alignment() -> Alignment:
    return align(story(*ACCOUNTS))


def test_the_same_told_in_other_words_is_linked(alignment: Alignment) -> None:
    resigned = [each.statement(0) for each in ACCOUNTS]
    expected = {frozenset((_told(a), _told(b))) for n, a in enumerate(resigned) for b in resigned[n + 1 :]}
    assert expected <= _links(alignment)
    assert frozenset((_told(NORTH.statement(1)), _told(SOUTH.statement(2)))) in _links(alignment)


def test_what_one_alone_tells_is_not_linked(alignment: Alignment) -> None:
    linked = {words for pair in _links(alignment) for words in pair}
    assert not linked & {_told(NORTH.statement(2)), _told(SOUTH.statement(1)), _told(EAST.statement(1))}


def test_what_three_tell_is_one_fact(alignment: Alignment) -> None:
    assert tuple(each.statement(0) for each in ACCOUNTS) in alignment.facts


def test_links_join_two_documents_and_are_surer_than_what_is_near(alignment: Alignment) -> None:
    both = (*alignment.links, *alignment.near)
    assert all(link.a.doc != link.b.doc and 0 <= link.confidence <= 1 for link in both)
    assert all(near.confidence < link.confidence for near in alignment.near for link in alignment.links)
    assert all(len({statement.doc for statement in fact}) >= 2 for fact in alignment.facts)


@settings(max_examples=6, deadline=None)
@given(st.permutations(ACCOUNTS))
def test_the_order_of_the_documents_does_not_matter(order: list[Account]) -> None:
    shuffled = align(story(*order))
    straight = align(story(*ACCOUNTS))
    assert _links(shuffled) == _links(straight)
    assert {frozenset(fact) for fact in shuffled.facts} == {frozenset(fact) for fact in straight.facts}
    confidence = {frozenset((link.a.id, link.b.id)): link.confidence for link in straight.links}
    assert {frozenset((link.a.id, link.b.id)): link.confidence for link in shuffled.links} == confidence


def test_a_document_is_read_alike_in_any_company() -> None:
    model = PairModel.shipped()
    alone = model.encoder.encode([NORTH.sentence(n).text for n in range(3)])
    again = model.encoder.encode([NORTH.sentence(n).text for n in range(3)])
    assert all((a.pieces == b.pieces).all() and (a.mean == b.mean).all() for a, b in zip(alone, again, strict=True))


def test_one_document_has_no_links() -> None:
    assert align(story(NORTH)) == Alignment((), (), ())


def test_nothing_has_no_links() -> None:
    assert align(story()) == Alignment((), (), ())


class _Blind:
    """Stands in for the encoder where only the number of pairs matters."""

    def encode(self, sentences: Sequence[str]) -> list[Encoded]:
        one = np.ones(1, dtype=np.float32)
        return [Encoded(one, one[None], one, one, (0,), np.ones((1, 1), dtype=np.float16)) for _ in sentences]


def test_of_a_large_story_few_pairs_are_measured() -> None:
    articles = 150
    accounts = [
        account(f"Outlet {n}", f"In Vessin ward {n % 9} of 9 lost tree {n // 3} to the storm.") for n in range(articles)
    ]
    resolved = story(*accounts)
    pairs = measure(_Blind(), Head(10.0, (0.0,) * 6, 0.0), resolved, Passages(resolved)).pairs
    assert 0 < len(pairs) <= articles * (BY_WORDS + BY_SENSE) < articles * (articles - 1) / 2
