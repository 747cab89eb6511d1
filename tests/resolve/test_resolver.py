"""One entity for all the names of one actor, across articles; two for two."""

import itertools

import pytest
from tests.resolve.marked_story import article, entity, forms, names, resolve, story

from crossread.records import Judgement, Story, Verdict
from crossread.resolve import NameResolver


def one(*marked: str) -> set[str]:
    (only,) = names(resolve(*marked))
    return only


def test_titles_surnames_and_diacritics_are_one_person() -> None:
    forms = one(
        "{person:President |Nikola Márez} spoke. {person:Mr |Márez} left.",
        "{person:Nikola Marez} and {person:Marez}.",
        "{person:Mr. |Marez} said no.",
    )
    assert forms == {"President Nikola Márez", "Mr Márez", "Nikola Marez", "Marez", "Mr. Marez"}


def test_a_name_stands_by_itself_too_where_a_title_or_article_is_before_it() -> None:
    resolved = resolve("{person:President |Nikola Márez} saw the {org:Harbour Council}.")
    assert {span.text for one in resolved.entities for span in one.mentions} == {
        "President Nikola Márez",
        "Nikola Márez",
        "the Harbour Council",
        "Harbour Council",
    }


@pytest.mark.parametrize("owned", ["Ruiz's campaign", "Ruiz’s campaign"])
def test_what_is_named_after_a_person_has_the_name_in_full(owned: str) -> None:
    resolved = resolve("{person:Ana Lucía Ruiz} spoke. {person:Ruiz}" + owned.removeprefix("Ruiz") + " told them.")
    assert {one.name for one in resolved.entities} == {"Ana Lucía Ruiz", owned.replace("Ruiz", "Ana Lucía Ruiz")}


def test_what_is_named_after_somebody_of_one_name_keeps_it() -> None:
    resolved = resolve("{person:Ruiz} spoke. {person:Ruiz}'s campaign told them.")
    assert {one.name for one in resolved.entities} == {"Ruiz", "Ruiz's campaign"}


def test_the_name_is_the_fullest_one_without_titles() -> None:
    resolved = resolve("{person:Mr |Ruiz} fell.", "{person:Ana Lucía Ruiz} fell.", "{person:Senator |Ana Ruiz} fell.")
    (only,) = resolved.entities
    assert only.name == "Ana Lucía Ruiz"
    assert only.kind == "person"
    assert only.code is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Robert Tallow", "Bob Tallow"),
        ("J. Tallow", "John Tallow"),
        ("Michael R. Tallow", "Mike Tallow"),
        ("Muammar Gaddafi", "Moammar Qadhafi"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Juan Gerardo Telló Marquina", "Juan Telló"),
        ("Dmitry Orlovsky", "Dmitri Orlovski"),
    ],
)
def test_one_person_under_two_names(left: str, right: str) -> None:
    assert one(f"{{person:{left}}} came.", f"{{person:{right}}} came.") == {left, right}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Harriet Calloway", "William Calloway"),
        ("George W. Thorn", "George H. W. Thorn"),
        ("Paul Calloway", "Paula Calloway"),
        ("Ivan Petrov Sr.", "Ivan Petrov Jr."),
        ("Ana Ruiz", "Ana Rojas"),
        ("George H.W. Thorn", "George W. Thorn"),
    ],
)
def test_two_people_with_like_names(left: str, right: str) -> None:
    found = names(resolve(f"{{person:{left}}} came.", f"{{person:{right}}} came."))
    assert found == sorted([{left}, {right}], key=sorted)


def test_father_and_son_in_one_article() -> None:
    resolved = resolve("{person:Ivan Petrov} and {person:Ivan Petrov Jr.} met.")
    assert len(resolved.entities) == 2


def test_a_lone_surname_goes_by_the_gender_of_its_title() -> None:
    resolved = resolve(
        "{person:Harriet Calloway} and {person:William Calloway} spoke.",
        "{person:Mrs. |Calloway} left. {person:Mr. |Calloway} stayed.",
    )
    assert names(resolved) == [{"Harriet Calloway", "Mrs. Calloway"}, {"William Calloway", "Mr. Calloway"}]


def test_a_lone_surname_means_the_person_of_its_own_article() -> None:
    resolved = resolve(
        "{person:Harriet Calloway} spoke. {person:Calloway} left.",
        "{person:William Calloway} spoke. {person:Calloway} stayed.",
    )
    calloways = [{(span.doc, span.text) for span in entity.mentions} for entity in resolved.entities]
    first, second = (coded.annotated.document.id for coded in resolved.story.documents)
    assert {(first, "Harriet Calloway"), (first, "Calloway")} in calloways
    assert {(second, "William Calloway"), (second, "Calloway")} in calloways


def test_a_surname_that_two_may_bear_is_left_open() -> None:
    resolved = resolve("{person:Harriet Calloway} and {person:William Calloway} spoke.", "{person:Calloway} left.")
    assert names(resolved) == [{"Calloway"}, {"Harriet Calloway"}, {"William Calloway"}]


def test_a_state_has_one_entity_with_its_code() -> None:
    resolved = resolve(
        "The {gpe:United States} left. {gpe:America} stayed. {gpe:U.S.} troops.",
        "The {gpe:US} spoke after {gpe:Washington} recognised the deal. {group:American} officials agreed.",
    )
    state = entity(resolved, "The US")
    assert forms(state) == {
        "The United States",
        "America",
        "U.S.",
        "The US",
        "Washington",
        "American",
    }
    assert state.code == "USA"
    assert state.kind == "gpe"


def test_a_capital_as_a_place_and_a_people_are_not_the_state() -> None:
    resolved = resolve("They met in {gpe:Washington}. The {gpe:United States} and the {group:Americans} agreed.")
    assert names(resolved) == [{"Americans"}, {"The United States"}, {"Washington"}]
    assert entity(resolved, "Washington").code is None


def test_an_acronym_is_the_name_it_abbreviates() -> None:
    forms = one(
        "The {org:Harbour Workers Union} ({org:HWU}) met. {org:HWU} voted.",
        "The {org:H.W.U.} met, and the {org:Union of Harbour Workers} too.",
    )
    assert forms == {"The Harbour Workers Union", "HWU", "The H.W.U.", "the Union of Harbour Workers"}


def test_an_acronym_in_brackets_need_not_be_the_initials() -> None:
    assert one("The {org:Bureau for Fair Tides} ({org:TIDEX}) met.", "{org:TIDEX} spoke.") == {
        "The Bureau for Fair Tides",
        "TIDEX",
    }


def test_bodies_of_two_states_are_two() -> None:
    resolved = resolve("The {org:French Senate} and the {org:Italian Senate} voted.")
    assert len(resolved.entities) == 2


def test_a_body_with_and_without_its_state_is_one() -> None:
    assert one("The {org:French Senate} voted.", "The {org:Senate} voted.") == {"The French Senate", "The Senate"}


def test_where_a_party_s_member_is_from_is_named_too() -> None:
    resolved = resolve("The {group:Texas Republican} spoke. {gpe:Texas} listened.")
    assert len(entity(resolved, "Texas").mentions) == len(("Texas", "Texas"))


def test_descriptions_are_mentions_and_pronouns_are_resolved_only() -> None:
    resolved = resolve("{person:Ana Ruiz#1} spoke. {person~The minister#1} left; {person=she#1} was late.")
    (ana,) = resolved.entities
    assert [span.text for span in ana.mentions] == ["Ana Ruiz", "The minister"]
    spans = [mention.span for mention in resolved.story.documents[0].annotated.mentions]
    assert [resolved.entity_at(span) for span in spans] == [ana.id] * 3


def test_a_title_is_part_of_the_mention_and_both_spans_are_resolved() -> None:
    resolved = resolve("On Monday, {person:Defence Minister |Ana Ruiz} spoke.")
    (ana,) = resolved.entities
    assert ana.mentions[0].text == "Defence Minister Ana Ruiz"
    mention = resolved.story.documents[0].annotated.mentions[0]
    assert resolved.entity_at(mention.span) == ana.id
    assert resolved.entity_at(ana.mentions[0]) == ana.id


TEXTS = (
    "{person:President |Nikola Márez} met {person:Ana Ruiz}. {person:Mr |Márez} left {gpe:Washington}.",
    "{person:Marez} and the {gpe:US} spoke. {person:Ruiz} and {person:Tomás Ruiz} did not.",
    "{person:Nikola Marez}, {person:Mrs |Ruiz} and the {gpe:United States}.",
)


@pytest.mark.parametrize(
    ("marked", "form"),
    [
        ("{person:Dana Durr} of {gpe:Port Meriel} left.", "Dana Durr of Port Meriel"),
        (
            "{person:Capt. |Ron Moss} of the {org:Norra Highway Patrol} left.",
            "Capt. Ron Moss of the Norra Highway Patrol",
        ),
        ("They accused {person:Dana Durr} of {org:Norvex} leaks.", "Dana Durr"),
        ("A picture of {person:Dana Durr} of {person:Tom Moss}.", "Dana Durr"),
        ("He flew to {gpe:Washington}, D.C., at noon.", "Washington, D.C."),
        ("It ended.\n\n{person:Moss}’s team went on.", "Moss’s team"),
        ("the voters.\n\n{group:Democrats} won.", "Democrats"),
    ],
)
def test_a_mention_takes_in_what_belongs_to_the_name(marked: str, form: str) -> None:
    assert form in {text for group in names(resolve(marked)) for text in group}


def test_the_order_of_the_articles_does_not_matter() -> None:
    found = set()
    for order in itertools.permutations(story(*TEXTS).documents):
        resolved = NameResolver().resolve(Story("s-1", "made up", order))
        found.add(frozenset((e.id, e.name, e.kind, e.code, frozenset(e.mentions)) for e in resolved.entities))
    assert len(found) == 1


def test_a_person_outranks_the_rules_both_ways() -> None:
    given = story("{person:Ana Ruiz} left.", "{person:Anna Maria Ruiz} left.", "{person:Tom Ruiz} left.")
    before = NameResolver().resolve(given)
    ids = {entity.name: entity.id for entity in before.entities}
    verdicts = (Judgement(ids["Anna Maria Ruiz"], ids["Tom Ruiz"], Verdict.SAME, 1.0, "person:mia"),)
    after = NameResolver(verdicts).resolve(given)
    assert entity(after, "Tom Ruiz") == entity(after, "Anna Maria Ruiz")
    assert verdicts[0] in after.judgements


def test_a_person_can_keep_two_names_apart() -> None:
    given = story("{person:Robert Tallow} left.", "{person:Bob Tallow} left.")
    left, right = (NameResolver().resolve(Story("s", "", (document,))).entities[0].id for document in given.documents)
    judged = Judgement(left, right, Verdict.DIFFERENT, 1.0, "person:mia")
    assert len(NameResolver((judged,)).resolve(given).entities) == 2


def test_an_empty_story_has_nobody() -> None:
    assert NameResolver().resolve(Story("s", "", ())).entities == ()
    assert NameResolver().resolve(Story("s", "", (article("Nothing here."),))).entities == ()


def test_initials_that_one_article_of_three_writes_are_not_shown() -> None:
    resolved = resolve("{person:Ana Q. Ruiz} fell.", "{person:Ana Ruiz} fell.", "{person:Ana Ruiz} rose.")
    (only,) = resolved.entities
    assert only.name == "Ana Ruiz"


def test_a_nickname_is_not_shown_for_being_written_as_often() -> None:
    resolved = resolve("{person:Robert Q. Tallow} fell.", "{person:Bob Tallow} fell.")
    (only,) = resolved.entities
    assert only.name == "Robert Q. Tallow"


def test_a_relative_brought_in_later_is_nobody_whom_the_surname_stood_for_before() -> None:
    told = "{person:Tallow} wept. Her father, {person:Robert Tallow}, taught. {person:Tallow} said so."
    assert names(resolve(told)) == [{"Robert Tallow"}, {"Tallow"}]
    assert names(resolve(told, "{person:Irva Tallow} wept.")) == [{"Irva Tallow", "Tallow"}, {"Robert Tallow"}]
    assert names(resolve(told.replace("Her father,", "The lawyer"))) == [{"Robert Tallow", "Tallow"}]
