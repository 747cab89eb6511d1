"""What is retold otherwise: words are measured, judged, shown, and named by kind."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.compare.accounts import Account, account, align, story

from crossread.compare.alignment import Alignment
from crossread.compare.discrepancies.candidate import MOST_WORDS, Candidate, Fragment
from crossread.compare.discrepancies.find import set_scene, told
from crossread.compare.discrepancies.ranking import Ranked
from crossread.compare.discrepancies.retold.beside import WORD_COLUMNS, own_odds
from crossread.compare.discrepancies.retold.find import tell
from crossread.compare.discrepancies.retold.fragments import fragment, likeliest
from crossread.compare.discrepancies.retold.judging import judge_pairs, judge_words
from crossread.compare.discrepancies.retold.model import RetoldModel
from crossread.compare.discrepancies.retold.pairs import PAIR_COLUMNS, pair_rows
from crossread.compare.discrepancies.retold.survey import MOST_PARTNERS, Surveyed, survey
from crossread.compare.encoder import Encoded
from crossread.compare.labels import find_labels
from crossread.compare.passages import Passages
from crossread.errors import ResourceError
from crossread.records import DiscrepancyKind
from crossread.resources.manifests import MANIFEST_FILE

NORTH = account(
    "Courier",
    "Mayor Ada Brill closed the harbour because two cranes had failed. Ferries stopped.",
    names={"Ada Brill": ("brill", "person")},
)
SOUTH = account(
    "Herald",
    "Ada Brill, the mayor, closed the harbour after a strike. Buses ran.",
    names={"Ada Brill": ("brill", "person")},
)


def encoded(words: int, seed: int) -> Encoded:
    """Return made-up vectors of a sentence with one piece a word, each five characters on."""
    chance = np.random.default_rng(seed)
    pieces = chance.normal(size=(words, 128)).astype(np.float32)
    pieces /= np.linalg.norm(pieces, axis=1, keepdims=True)
    part = np.full(words, 1 / words, dtype=np.float32)
    at = tuple(range(0, 5 * words, 5))
    states = np.ones((words, 1), dtype=np.float16)
    return Encoded(pieces[0, :], pieces, np.zeros(words, dtype=np.float32), part, at, states)


def surveyed(*accounts: Account, links: Sequence[tuple[int, int]] = ((0, 0),)) -> list[Surveyed]:
    """Survey two accounts whose sentences are linked as given."""
    resolved = story(*accounts)
    first, second = accounts
    passages = Passages(resolved)
    aligned = align(*((first.statement(a), second.statement(b)) for a, b in links))
    vectors = {p.place: encoded(12, 10 * p.order + p.sentence) for p in passages.all()}
    scene = set_scene(
        resolved,
        Alignment(aligned.links, (), aligned.facts, vectors),
        find_labels(resolved, passages),
        passages,
    )
    return survey(scene)


def column(rows: np.ndarray[tuple[int, ...], np.dtype[np.float64]], name: str) -> list[float]:
    return [float(value) for value in rows[:, WORD_COLUMNS.index(name)]]


def test_words_are_measured_beside_the_other_sentence() -> None:
    (pair,) = surveyed(NORTH, SOUTH)
    words = [word.text for word in pair.pair.a.words]
    shared = dict(zip(words, column(pair.a.rows, "shared"), strict=True))
    assert shared["closed"] == shared["harbour"] == shared["mayor"] == 1
    assert shared["cranes"] == shared["the"] == 0
    assert dict(zip(words, column(pair.a.rows, "number"), strict=True))["ada"] == 0
    assert dict(zip(words, column(pair.a.rows, "actor.shared"), strict=True))["brill"] == 1
    assert pair.a.rows.shape == (len(words), len(WORD_COLUMNS))


def test_neighbours_say_how_far_the_next_shared_word_is() -> None:
    (pair,) = surveyed(NORTH, SOUTH)
    words = [word.text for word in pair.pair.a.words]
    before = dict(zip(words, column(pair.a.rows, "far.before"), strict=True))
    after = dict(zip(words, column(pair.a.rows, "far.after"), strict=True))
    assert before["because"] == 1
    assert before["two"] == 2
    assert after["the"] == 1
    assert after["cranes"] == 10


def test_which_account_is_given_first_makes_no_difference() -> None:
    (one,) = surveyed(NORTH, SOUTH)
    (other,) = surveyed(SOUTH, NORTH)
    model = RetoldModel.shipped()
    plain = [name for name in WORD_COLUMNS if not name.startswith(("like", "match", "weight", "gate"))]
    for name in plain:  # the made-up vectors go by the place of the account
        assert column(one.a.rows, name) == column(other.b.rows, name), name
    judged = judge_words([one], model.words)
    swapped = judge_words([Surveyed(one.pair, one.b, one.a)], model.words)
    assert pair_rows(judged) == pytest.approx(pair_rows(swapped))


def test_the_shipped_trees_know_the_figures_by_name() -> None:
    model = RetoldModel.shipped()
    assert model.words.names == WORD_COLUMNS
    assert model.pairs.names == PAIR_COLUMNS
    assert 0 < model.least < 1


def test_no_pair_is_judged_without_trouble() -> None:
    model = RetoldModel.shipped()
    assert judge_words([], model.words) == []
    assert judge_pairs([], model.pairs) == []


def test_a_sentence_keeps_few_partners() -> None:
    long = account("Herald", " ".join(f"Brill closed harbour number {n}." for n in range(9)))
    pairs = surveyed(NORTH, long, links=[(0, n) for n in range(9)])
    assert len(pairs) == 9, "each is the only partner of the other's sentence"
    wide = account("Courier", " ".join(f"Brill shut quay number {n}." for n in range(9)))
    crowd = surveyed(wide, long, links=[(a, b) for a in range(9) for b in range(9)])
    assert 9 * MOST_PARTNERS <= len(crowd) < 81


def test_two_sentences_in_the_same_words_are_not_retold() -> None:
    assert surveyed(NORTH, account("Herald", NORTH.document.text.replace("Ferries", "All ferries"))) == []


def test_who_says_the_same_words_is_no_other_way_to_tell_them() -> None:
    said = "Two cranes had failed"
    quoted = [account(outlet, f"“{said},” {who} said.", quotes=[(said, who)]) for outlet, who in VOICES.items()]
    assert surveyed(*quoted) == []
    others = [account(outlet, f"{who} said two cranes had failed.") for outlet, who in VOICES.items()]
    assert len(surveyed(*others)) == 1, "nobody speaks here as far as was read"


VOICES = {"Courier": "Brill", "Herald": "Lindqvist"}


def test_the_same_quotation_with_little_besides_is_not_retold() -> None:
    said = "Two cranes had failed on Monday at noon"
    late = account("Courier", f"Brill later tweeted from home: “{said}.”", quotes=[(said, "Brill")])
    plain = account("Herald", f"“{said.upper()},” a note of Brill said.", quotes=[(said.upper(), "Brill")])
    assert surveyed(late, plain) == []
    parted, joined = said.replace("noon", "mid-day"), said.replace("noon", "midday")
    one = account("Courier", f"Brill tweeted: “{parted}.”", quotes=[(parted, "Brill")])
    assert surveyed(one, account("Herald", f"“{joined},” a note of Brill said.", quotes=[(joined, "Brill")])) == []
    other = account("Herald", f"“{said.replace('noon', 'dusk')},” a note of Brill said.", quotes=[])
    assert len(surveyed(late, other)) == 1


def test_words_that_both_have_are_shown_last() -> None:
    (pair,) = surveyed(NORTH, SOUTH)
    words, odds = [word.text for word in pair.pair.a.words], np.ones(len(pair.pair.a.words))
    left = dict(zip(words, own_odds(pair.a.sentence, pair.b.sentence, odds).tolist(), strict=True))
    assert left["harbour"] < left["cranes"] == 1


def test_a_broken_model_is_said_to_be_broken(tmp_path: Path) -> None:
    (tmp_path / MANIFEST_FILE).write_text("{}", "utf-8")
    with pytest.raises(ResourceError, match="install crossread again"):
        RetoldModel.load(tmp_path)


@given(st.lists(st.floats(0, 1), min_size=10, max_size=10))
def test_the_words_shown_stand_in_the_sentence_in_order_and_are_few(odds: list[float]) -> None:
    passage = Passages(story(NORTH)).all()[0]
    spans = fragment(passage, np.resize(np.array(odds), len(passage.words))).spans
    text = passage.coded.annotated.document.text
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert all(left.end < right.start for left, right in pairwise(spans))
    assert 1 <= sum(len(span.text.split()) for span in spans) <= MOST_WORDS


def test_the_likeliest_words_are_shown() -> None:
    passage = Passages(story(NORTH)).all()[0]
    odds = np.array([1.0 if word.text in ("cranes", "failed") else 0.01 for word in passage.words])
    shown = " ".join(span.text for span in fragment(passage, odds).spans)
    assert "cranes had failed" in shown


@given(st.lists(st.floats(0, 1), min_size=1, max_size=7), st.integers(1, 3), st.integers(1, 5))
def test_no_other_choice_of_so_few_stretches_is_likelier(odds: list[float], stretches: int, most: int) -> None:
    def begun(places: tuple[int, ...]) -> int:
        return sum(place - 1 not in places for place in places)

    sizes = range(1, min(most, len(odds)) + 1)
    choices = [c for size in sizes for c in combinations(range(len(odds)), size) if begun(c) <= stretches]
    chosen = likeliest(np.array(odds), stretches, most)
    assert tuple(chosen) in choices
    assert sum(odds[n] for n in chosen) == pytest.approx(max(sum(odds[n] for n in choice) for choice in choices))


def test_words_are_named_by_what_they_are() -> None:
    def named(first: Account, second: Account) -> DiscrepancyKind:
        judged = judge_words(surveyed(first, second), RetoldModel.shipped().words)
        return tell(judged, [0.4], [], 0.2)[0].candidate.kind

    assert named(NORTH, SOUTH) == "label"
    one, other = "We shut the whole harbour", "We closed all of the port"
    said = (
        account("Courier", f"“{one}.”", quotes=[(one, None)]),
        account("Herald", f"“{other}.”", quotes=[(other, None)]),
    )
    assert named(*said) == "wording"


def finding(confidence: float, kind: DiscrepancyKind, finder: str, words: tuple[str, str]) -> Ranked:
    passages = Passages(story(NORTH, SOUTH))
    a, b = passages.of(NORTH.document.id)[0], passages.of(SOUTH.document.id)[0]

    def cut(passage_words: str, side: Account) -> Fragment:
        start = side.document.text.index(passage_words)
        return Fragment(a if side is NORTH else b, (side.document.span(start, start + len(passage_words)),))

    return Ranked(
        Candidate(finder, kind, "difference", "why it closed", cut(words[0], NORTH), cut(words[1], SOUTH), 1.0),
        confidence,
    )


def test_what_a_finder_saw_in_the_same_words_names_the_kind() -> None:
    judged = judge_words(surveyed(NORTH, SOUTH), RetoldModel.shipped().words)
    seen = finding(0.1, "actor", "actor", ("cranes", "strike"))
    (one,) = tell(judged, [0.4], [seen], 0.2)
    assert (one.candidate.kind, one.candidate.about) == ("actor", "why it closed")
    assert one.confidence == 0.4
    (alone,) = tell(judged, [0.4], [], 0.2)
    assert alone.candidate.about != "why it closed"
    assert tell(judged, [0.1], [seen], 0.2) == []


def test_a_finder_that_is_sure_enough_speaks_for_its_sentences() -> None:
    retold = finding(0.4, "wording", "retold", ("two cranes had failed", "a strike"))
    sure, unsure = (finding(c, "label", "label", ("Mayor", "the mayor")) for c in (0.9, 0.01))
    assert [d.kind for d in told([sure], [retold])] == ["label"]
    assert [d.kind for d in told([unsure], [retold])] == ["wording"]


def test_what_a_finder_set_side_by_side_is_not_told_again() -> None:
    accounts = [account(outlet, f"Ferries stopped {where}.") for outlet, where in PLACES.items()]
    passages = Passages(story(*accounts))
    sides = [
        Fragment(passage, (passage.cut(passage.span.start + len("Ferries stopped "), passage.span.end - 1),))
        for passage in passages.all()
    ]

    def found(finder: str, a: int, b: int) -> Ranked:
        return Ranked(Candidate(finder, "place", "difference", "where", sides[a], sides[b], 1.0), 0.9)

    seen = [found("place", 0, 1), found("place", 1, 2)]
    (joined,) = told(seen, [found("retold", 0, 2)])
    assert len(joined.sides) == 3, "the two accounts at either end stand side by side too"
    assert len(told(seen[:1], [found("retold", 0, 2)])) == 2


PLACES = {"Courier": "in the harbour", "Herald": "off the coast", "Mail": "at the quay"}
