"""How two statements that were set side by side stand to one another."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from tests.compare.accounts import Account, account, align, story

from crossread.compare.alignment import Alignment
from crossread.compare.encoder import Encoded
from crossread.compare.passages import Passages
from crossread.compare.relations import find_relations
from crossread.records import Discrepancy, Relation, Side

SHORT = account("Courier", "Brill resigned.")
LONG = account("Herald", "Brill resigned after audit.")


def encoded(words: Sequence[str]) -> Encoded:
    """Return made-up vectors, the same for the same word and at right angles for others."""
    known = ["Brill", "resigned", "after", "audit"]
    pieces = np.zeros((len(words), 128), dtype=np.float32)
    for place, word in enumerate(words):
        pieces[place, known.index(word)] = 1.0
    at = tuple(int(n) for n in np.cumsum([0, *(len(word) + 1 for word in words[:-1])]))
    part = np.full(len(words), 1 / len(words), dtype=np.float32)
    states = np.ones((len(words), 1), dtype=np.float16)
    return Encoded(pieces[0], pieces, np.zeros(len(words), dtype=np.float32), part, at, states)


def related(*accounts: Account, near: bool = False, discrepancies: Sequence[Discrepancy] = ()) -> tuple[Relation, ...]:
    first, second = accounts
    passages = Passages(story(*accounts))
    aligned = align((first.statement(0), second.statement(0)))
    vectors = {p.place: encoded(p.span.text.rstrip(".").split()) for p in passages.all()}
    links, close = ((), aligned.links) if near else (aligned.links, ())
    return find_relations(Alignment(links, close, aligned.facts, vectors), passages, discrepancies)


def clash() -> Discrepancy:
    sides = tuple(
        Side(one.document.id, "resigned", (one.sentence(0), one.document.span(6, 14))) for one in (SHORT, LONG)
    )
    return Discrepancy("x1", "polarity", "contradiction", "whether", 0.7, False, sides)


def test_what_tells_all_of_the_other_and_more_refines_it() -> None:
    (relation,) = related(SHORT, LONG)
    assert (relation.a, relation.b, relation.label) == (LONG.statement(0).id, SHORT.statement(0).id, "refines")
    (swapped,) = related(LONG, SHORT)
    assert swapped == relation


def test_two_that_tell_as_much_are_the_same() -> None:
    (relation,) = related(SHORT, account("Herald", "Brill resigned."))
    assert relation.label == "same"


def test_what_is_near_but_not_linked_is_unrelated_and_the_surer_the_less_it_is_linked() -> None:
    (linked,) = related(SHORT, LONG)
    (near,) = related(SHORT, LONG, near=True)
    assert near.label == "unrelated"
    assert near.confidence == round(1 - linked.confidence, 3)


def test_a_contradiction_outranks_all_else() -> None:
    for near in (False, True):
        (relation,) = related(SHORT, LONG, near=near, discrepancies=[clash()])
        assert (relation.label, relation.confidence) == ("contradicts", 0.7)
    mild = replace(clash(), severity="difference")
    (relation,) = related(SHORT, LONG, discrepancies=[mild])
    assert relation.label == "refines"


def test_no_vectors_no_refinement() -> None:
    aligned = align((SHORT.statement(0), LONG.statement(0)))
    (relation,) = find_relations(aligned, Passages(story(SHORT, LONG)), ())
    assert relation.label == "same"
