"""Holds what is reached on data that is no part of the project: keys of seven stories, and two treebanks.

The data lie in `../shared` beside the checkout of who develops crossread; elsewhere these tests are skipped.
"""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from benchmarks.gold import compare_all

from crossread import read
from crossread.learn.digests import digest_of
from crossread.learn.statements import verbs
from crossread.learn.statements.tasks import Given
from crossread.pipeline import default_pipeline

SHARED = Path(__file__).parents[4] / "shared"
KEYS, STORIES, SCORER = SHARED / "gold/keys", SHARED / "stories/basil.jsonl", SHARED / "gold/score.py"
TREEBANKS = [SHARED / "training" / name / "dev.conllu" for name in verbs.TREEBANKS]
FLOORS: dict[str, Any] = json.loads(Path(__file__).with_name("floors.json").read_text("utf-8"))

pytestmark = pytest.mark.quality
needs_keys = pytest.mark.skipif(not KEYS.is_dir(), reason=f"needs the gold keys, {KEYS}")
needs_treebanks = pytest.mark.skipif(not TREEBANKS[0].is_file(), reason=f"needs the treebanks, {TREEBANKS[0]}")


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """The scorer's figures of the seven stories, compared by default settings."""
    folder = tmp_path_factory.mktemp("compared")
    names = {path.stem for path in KEYS.glob("*.json")}
    articles = [document for document in read([STORIES]).documents if document.story in names]
    _, false, failed = compare_all(articles, folder, jobs=1)
    assert not false
    assert not failed
    keys = {name: json.loads((KEYS / f"{name}.json").read_text("utf-8")) for name in names}
    outputs = {name: json.loads((folder / f"{name}.json").read_text("utf-8")) for name in names}
    stories: dict[str, list[object]] = {name: [] for name in names}
    for line in STORIES.read_text("utf-8").splitlines():
        article = json.loads(line)
        if article["story"] in stories:
            stories[article["story"]].append(article)
    return _flat(_scorer().score(keys, stories, outputs))


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_scorer", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _flat(scored: dict[str, Any]) -> dict[str, float]:
    """The figures that have floors, F1 where there are several."""
    names = FLOORS["keys"]["floors"]
    return {
        name: scored[name].get("f1", scored[name].get("b3_f1")) if isinstance(scored[name], dict) else scored[name]
        for name in names
    }


@needs_keys
def test_floors_belong_to_these_keys() -> None:
    assert digest_of([*sorted(KEYS.glob("*.json")), STORIES]) == FLOORS["keys"]["sha256"]


@needs_keys
@pytest.mark.parametrize("figure", sorted(FLOORS["keys"]["floors"]))
def test_stories_are_compared_as_well_as_before(figure: str, figures: dict[str, float]) -> None:
    assert figures[figure] >= FLOORS["keys"]["floors"][figure]


@needs_treebanks
def test_verbs_are_told_as_well_as_before() -> None:
    assert digest_of(TREEBANKS) == FLOORS["verbs"]["sha256"]
    reached = verbs.evaluate(Given(SHARED / "training", default_pipeline(), STORIES))
    assert reached["right"] >= FLOORS["verbs"]["right"]
