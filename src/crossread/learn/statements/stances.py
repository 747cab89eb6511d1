"""Task `stances`: who takes which side where, against a folder of gold keys.

A stance is right if a gold one has its holder and side and a sentence of its evidence. Names are resolved as users see
them, by the whole story. The keys that the shipped model was taught on are measured by cross-validation, by story.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from crossread.extract.standing_model import shipped_manifest
from crossread.learn.statements.figures import Count
from crossread.learn.statements.keys import KeyedStory, read_keys, same_name
from crossread.learn.statements.stance_lessons import TaughtStory, digest, teach_story, without
from crossread.learn.statements.tasks import Given
from crossread.records import Stance

FOLDS: Final = 6


def evaluate(given: Given) -> Mapping[str, object]:
    """Return precision, recall and F1 of holders with their side."""
    stories = read_keys(given.gold, given.stories)
    read = [teach_story(story, given.pipeline) for story in stories]
    manifest = shipped_manifest()
    if digest(stories) == manifest["trained_on"]:
        return {"measured": f"{FOLDS}-fold cross-validation, by story", **cross_validate(read).shown()}
    measured = f"shipped model, version {manifest['version']}"
    return {"measured": measured, **_total((one.story, list(one.stances())) for one in read).shown()}


def cross_validate(stories: Sequence[TaughtStory]) -> Count:
    """Count stances as chosen by models that were taught on the other stories."""
    models = [without(stories, fold, FOLDS) for fold in range(FOLDS)]
    return _total((one.story, list(one.stances(models[number % FOLDS]))) for number, one in enumerate(stories))


def _total(stories: Iterable[tuple[KeyedStory, Sequence[Stance]]]) -> Count:
    return sum((score(story, stances) for story, stances in stories), Count())


def score(story: KeyedStory, stances: Sequence[Stance]) -> Count:
    """Count one story's stances."""
    gold = story.key["stances"]
    agrees = [[_agrees(story, wanted, stance) for stance in stances] for wanted in gold]
    right = sum(map(any, zip(*agrees, strict=True))) if agrees else 0
    return Count(right, len(stances), sum(map(any, agrees)), len(gold))


def _agrees(story: KeyedStory, wanted: Mapping[str, Any], stance: Stance) -> bool:
    if stance.side != wanted["side"] or not same_name(wanted["holder"], stance.holder.name):
        return False
    places = {(outlet, number) for outlet, numbers in wanted["docs"].items() for number in numbers}
    return bool(places & story.places(stance.evidence))


def train(given: Given, model: Path) -> None:
    """Teach the model on a folder of keys, as both the rules and the shipped reader read it; write its table."""
    from crossread.learn.statements.stance_export import export

    export(read_keys(given.gold, given.stories), model)
