"""A table of names that the user knows."""

import pytest
from tests.resolve.marked_story import story

from crossread.records import Judgement, KnownName, ResolvedStory, Verdict
from crossread.resolve import NameResolver

LANTERNS = KnownName("Q1", "Lantern League", ("Harbour Lanterns",))


def resolve(known: tuple[KnownName, ...], *marked: str, judgements: tuple[Judgement, ...] = ()) -> ResolvedStory:
    return NameResolver().knowing(known).judged(judgements).resolve(story(*marked))


def ids(resolved: ResolvedStory) -> dict[str, str | None]:
    return {entity.name: entity.known for entity in resolved.entities}


def test_an_alias_merges_what_no_rule_would_and_the_entity_carries_the_id() -> None:
    texts = ("{org:Harbour Lanterns} met.", "{org:Lantern League} met {person:Ana Ruiz}.")
    assert len(resolve((), *texts).entities) == 3
    assert ids(resolve((LANTERNS,), *texts)) == {"Harbour Lanterns": "Q1", "Ana Ruiz": None}


def test_two_ids_keep_apart_what_the_rules_would_merge() -> None:
    rows = (KnownName("Q2", "Tom Moss"), KnownName("Q3", "Thomas Moss"))
    texts = ("{person:Tom Moss} met.", "{person:Thomas Moss} met.")
    assert len(resolve((), *texts).entities) == 1
    assert ids(resolve(rows, *texts)) == {"Tom Moss": "Q2", "Thomas Moss": "Q3"}


def test_a_name_that_the_table_gives_to_two_is_nobodys() -> None:
    rows = (KnownName("Q2", "Tom Moss", ("Moss Fund",)), KnownName("Q3", "Moss Fund"))
    assert ids(resolve(rows, "{org:Moss Fund} met.")) == {"Moss Fund": None}


def test_a_person_outranks_the_table() -> None:
    texts = ("{org:Harbour Lanterns} met.", "{org:Lantern League} met.")
    one, two = (entity.id for entity in resolve((), *texts).entities)
    said = Judgement(min(one, two), max(one, two), Verdict.DIFFERENT, 1.0, "person:ana")
    assert len(resolve((LANTERNS,), *texts, judgements=(said,)).entities) == 2


@pytest.mark.parametrize("other", [(), (KnownName("Q9", "Lantern League"),)])
def test_the_resolvers_name_tells_the_table(other: tuple[KnownName, ...]) -> None:
    assert NameResolver().knowing((LANTERNS,)).name != NameResolver().knowing(other).name
