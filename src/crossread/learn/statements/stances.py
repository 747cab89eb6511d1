"""Task `stances`: who takes which side where, against a folder of gold keys.

A stance is right if a gold one has its holder and side and a sentence of its evidence. Names are resolved as users see
them, by the whole comparison.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from crossread.engine import compare_story
from crossread.learn.statements.figures import Count
from crossread.learn.statements.keys import KeyedStory, read_keys, same_name
from crossread.learn.statements.tasks import Given
from crossread.records import Stance


def evaluate(given: Given) -> Mapping[str, object]:
    """Return precision, recall and F1 of holders with their side."""
    count = Count()
    for story in read_keys(given.gold, given.stories):
        count += score(story, compare_story(story.documents, given.pipeline).stances)
    return count.shown()


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
