from collections.abc import Callable
from typing import Any

import pytest
from tests.quality.sample.ideal import ideal_comparison
from tests.quality.sample.places import Places, load_articles, load_key
from tests.quality.sample.scoring import figures

KEY, ARTICLES = load_key(), load_articles()


def scored(comparison: dict[str, Any]) -> dict[str, float]:
    return figures(KEY, comparison, Places.of(comparison, ARTICLES))


def test_what_the_key_says_scores_full_marks() -> None:
    assert scored(ideal_comparison(KEY, ARTICLES)) == dict.fromkeys(scored(ideal_comparison(KEY, ARTICLES)), 1.0)


def test_nothing_found_scores_nothing_but_true_evidence() -> None:
    empty = ideal_comparison(KEY, ARTICLES)
    for document in empty["documents"]:
        document["copy_of"] = None
    for part in empty.keys() - {"documents", "summary"}:
        empty[part] = []
    empty["points"] = [{"evidence": [{"doc": "Meridian Post", "start": 0, "end": 1, "text": "S"}]}]
    assert {name for name, figure in scored(empty).items() if figure} == {"evidence_true"}


def _no_speaker(found: dict[str, Any]) -> None:
    found["quotes"][0]["speaker"] = None


def _other_side(found: dict[str, Any]) -> None:
    found["stances"][0]["side"] = "against"


def _wrong_target(found: dict[str, Any]) -> None:
    for stance in found["stances"]:
        stance["target"] = {"name": "Nobody"}


def _point_elsewhere(found: dict[str, Any]) -> None:
    found["points"][0]["evidence"] = found["points"][-1]["evidence"]


def _noise(found: dict[str, Any]) -> None:
    found["discrepancies"].append({**found["discrepancies"][0], "kind": "place"})


def _other_kind(found: dict[str, Any]) -> None:
    found["discrepancies"][1]["kind"] = "wording"


def _one_side(found: dict[str, Any]) -> None:
    del found["discrepancies"][2]["sides"][1:]


def _reworded(found: dict[str, Any]) -> None:
    found["quotes"][3]["span"]["text"] = "He hides"


def _other_day(found: dict[str, Any]) -> None:
    found["times"][0]["value"] = "2024-05-13"


def _no_money(found: dict[str, Any]) -> None:
    next(quantity for quantity in found["quantities"] if quantity["unit"] == "USD")["unit"] = None


def _split_actor(found: dict[str, Any]) -> None:
    mentions = found["entities"][0]["mentions"]
    found["entities"].append({"id": "other", "name": "Velić", "mentions": mentions[3:]})
    found["entities"][0] = {**found["entities"][0], "mentions": mentions[:3]}


def _copy_of_another(found: dict[str, Any]) -> None:
    found["documents"][-1]["copy_of"] = "The Quay Gazette"


def _own_voice(found: dict[str, Any]) -> None:
    next(label for label in found["labels"] if label["voice"] == "quoted")["voice"] = "own"


def _undated(found: dict[str, Any]) -> None:
    found["timeline"][2]["date"] = "1999"


@pytest.mark.parametrize(
    ("spoil", "lower"),
    [
        (_no_speaker, {"speakers"}),
        (_other_side, {"stances_recall", "stances_precision"}),
        (_wrong_target, {"stances_recall", "stances_precision"}),
        (_point_elsewhere, {"fact_links", "facts"}),
        (_noise, {"discrepancies"}),
        (_other_kind, {"discrepancies_kind", "kinds_found"}),
        (_one_side, {"discrepancies", "discrepancies_found", "kinds_found"}),
        (_reworded, {"evidence_true", "quotes", "speakers"}),
        (_other_day, {"times"}),
        (_no_money, {"quantities"}),
        (_split_actor, {"actors"}),
        (_copy_of_another, {"copies"}),
        (_own_voice, {"labels_voice"}),
        (_undated, {"timeline_recall", "timeline_precision"}),
    ],
)
def test_each_fault_lowers_its_own_figure(spoil: Callable[[dict[str, Any]], None], lower: set[str]) -> None:
    found = ideal_comparison(KEY, ARTICLES)
    spoil(found)
    assert lower <= {name for name, figure in scored(found).items() if figure < 1}
