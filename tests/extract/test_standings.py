"""Standings: who does and says what in which sentence, what the model sees of it, and what it makes of that."""

import pytest
from tests.extract.made_up_coding import document

from crossread.annotate import RuleAnnotator
from crossread.extract.cast import Cast
from crossread.extract.quotes import find_quotes
from crossread.extract.reading import Reading
from crossread.extract.reporting import Reporting
from crossread.extract.reports import find_reports
from crossread.extract.stances import find_stances, standings_of
from crossread.extract.standing_features import features_of
from crossread.extract.standing_model import StandingModel, shipped_manifest, shipped_model
from crossread.extract.standings import Standing
from crossread.extract.tellings import find_tellings
from crossread.records import Stance

NOTHING = StandingModel({})  # a chance of one half for everything
NEVER = StandingModel({"one": (-9.0, -9.0)})
AGAINST = StandingModel({"one": (-9.0, -9.0), "s:harbour": (0.0, 18.0)})


def _prepared(text: str) -> tuple[Cast, list[Standing]]:
    reading = Reading(RuleAnnotator().annotate(document(text)))
    cast = Cast(reading)
    quotes = find_quotes(Reporting(cast, find_reports(reading)))
    return cast, standings_of(cast, find_tellings(cast, quotes), quotes)


def _stances(text: str, model: StandingModel) -> tuple[Stance, ...]:
    reading = Reading(RuleAnnotator().annotate(document(text)))
    cast = Cast(reading)
    quotes = find_quotes(Reporting(cast, find_reports(reading)))
    return find_stances(cast, find_tellings(cast, quotes), quotes, model)


def test_who_speaks_and_who_acts_stand_in_their_sentences() -> None:
    _, standings = _prepared("Ann Lee closed the harbour. “The harbour is unsafe,” said Maria Lopez.")
    told = {(one.holder.name, one.sentence): (bool(one.said), bool(one.deeds)) for one in standings}
    assert told[("Ann Lee", 0)] == (False, True)
    assert told[("Maria Lopez", 1)][0]


def test_nobody_without_a_name_stands_anywhere() -> None:
    _, standings = _prepared("Then a boat closed the harbour.")
    assert standings == []


def test_features_tell_words_said_verbs_done_and_who() -> None:
    cast, standings = _prepared("Ann Lee did not close the harbour. “The harbour is unsafe,” said Maria Lopez.")
    lee, lopez = (features_of(cast.reading, standings)[number] for number in (0, -1))
    assert {"d:!close", "a:harbour", "k:person", "one"} <= set(lee)
    assert {"s:harbour", "s:unsafe", "q:quoted"} <= set(lopez)
    assert len(set(lee)) == len(lee)


def test_the_model_drops_what_is_no_plain_side() -> None:
    text = "Ann Lee fought the plan."
    assert [s.side for s in _stances(text, NOTHING) if s.act == "opposes" and "plan" in s.target.name] == ["against"]
    assert _stances(text, NEVER) == ()


@pytest.mark.parametrize(
    "text", ["Chile recognised John Reed as president.", "Ann Lee voted for the plan.", "Ann Lee backed John Reed."]
)
def test_what_is_told_in_plain_words_stays_whatever_the_model_says(text: str) -> None:
    assert [stance.side for stance in _stances(text, NEVER)] == ["for"]


def test_the_model_finds_sides_that_no_lexicon_has_words_for() -> None:
    (stance,) = _stances("“Ships left the harbour,” Maria Lopez said.", AGAINST)
    assert (stance.holder.name, stance.side, stance.act) == ("Maria Lopez", "against", "opposes")
    assert stance.speaker is not None
    assert "harbour" in stance.evidence[0].text


def test_nobody_is_shown_against_whom_they_are_told_to_be_for() -> None:
    model = StandingModel({"one": (9.0, 9.0)})
    sides = {s.side for s in _stances("Ann Lee backed John Reed.", model) if s.target.name == "John Reed"}
    assert sides == {"for"}


def test_a_feature_counts_once_and_unknown_ones_not_at_all() -> None:
    model = StandingModel({"a": (2.0, -2.0)})
    assert model.chances(["a", "a", "b"]) == model.chances(["a"])
    assert model.chances(["a"])["for"] == pytest.approx(0.8808, abs=1e-4)
    assert model.chances([])["against"] == 0.5


def test_the_shipped_model_is_what_its_manifest_says() -> None:
    assert len(shipped_model().weights) == shipped_manifest()["features"]


def test_states_and_bodies_of_states_are_told_whatever_the_model_says() -> None:
    for holder in ("The European Union", "Chile"):
        assert [s.act for s in _stances(f"{holder} called for new elections.", NEVER)] == ["calls for"]
    assert _stances("The Harbour Guild called for new elections.", NEVER) == ()


def test_who_calls_on_both_sides_takes_none() -> None:
    assert _stances("The European Union urged both sides to show restraint.", NEVER) == ()


def test_weaker_sentences_are_evidence_behind_a_likely_one() -> None:
    weaker = StandingModel({"one": (-9.0, -9.0), "s:harbour": (0.0, 8.5), "s:dam": (0.0, 7.5), "s:road": (0.0, 2.0)})
    text = "“The harbour is old,” said Ann Lee. “The dam is old,” said Ann Lee. “The road is old,” said Ann Lee."
    (stance,) = _stances(text, weaker)
    assert [span.text for span in stance.evidence] == ["The harbour is old", "The dam is old"]


def test_a_weak_sentence_alone_makes_no_side() -> None:
    weak = StandingModel({"one": (-9.0, -9.0), "s:dam": (0.0, 7.5)})
    assert _stances("“The dam is old,” said Ann Lee.", weak) == ()
