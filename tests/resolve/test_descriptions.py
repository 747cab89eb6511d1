"""Whom descriptions stand for, and who is named after others."""

import pytest
from tests.resolve.marked_story import entity, names, resolve

from crossread.records import ResolvedStory


def stands_for(resolved: ResolvedStory, text: str) -> str | None:
    """The name of the entity that the only mention with this text stands for."""
    spans = [m.span for coded in resolved.story.documents for m in coded.annotated.mentions if m.span.text == text]
    (span,) = spans
    key = resolved.entity_at(span)
    return next((entity.name for entity in resolved.entities if entity.id == key), None)


def test_a_title_tells_the_role() -> None:
    resolved = resolve("{person:Gov. |Ana Ruiz} met {person:Sen. |Tom Moss}. {person~The governor} left.")
    assert stands_for(resolved, "The governor") == "Ana Ruiz"


def test_an_apposition_tells_the_role() -> None:
    resolved = resolve(
        "{person:Ana Ruiz}, {person~the harbour commissioner}, met {person:Tom Moss}. {person~The commissioner} left."
    )
    assert stands_for(resolved, "the harbour commissioner") == "Ana Ruiz"
    assert stands_for(resolved, "The commissioner") == "Ana Ruiz"


def test_an_office_without_an_article_before_the_name_tells_the_role_in_every_article() -> None:
    resolved = resolve(
        "The call was rebuffed by defence minister, {person:Ana Ruiz} of Norra.",
        "{person:Tom Moss} spoke, but {person~the defence minister} said no.",
    )
    assert stands_for(resolved, "the defence minister") == "Ana Ruiz"


def test_a_predicate_tells_the_role() -> None:
    resolved = resolve(
        "{person:Ana Ruiz} is currently president of the Harbour Council. {person:President |Tom Moss} left.",
        "They thanked {person~the Harbour Council president} for it.",
    )
    assert stands_for(resolved, "the Harbour Council president") == "Ana Ruiz"


def test_a_role_that_two_have_is_left_open_across_articles() -> None:
    resolved = resolve(
        "{person:Governor |Ana Ruiz} met {person:Governor |Tom Moss}.",
        "{person:Ilse Brandt} met {person~the governor}.",
    )
    assert stands_for(resolved, "the governor") is None


@pytest.mark.parametrize("other", ["the former president", "the vice president", "the deputy president"])
def test_another_office_is_not_the_office(other: str) -> None:
    assert stands_for(resolve(f"{{person:President |Ana Ruiz}} met {{person~{other}}}."), other) is None


def test_a_president_of_something_is_not_taken_for_the_president() -> None:
    resolved = resolve("{person:President |Ana Ruiz} met {person~the president} of the bank.")
    assert stands_for(resolved, "the president") is None


def test_what_somebody_is_recognised_as_names_nobody() -> None:
    resolved = resolve("{person:President |Ana Ruiz} recognised {person:Tom Moss} as {person~the president}.")
    assert stands_for(resolved, "the president") is None


def test_an_age_describes_the_person_named_last() -> None:
    resolved = resolve("{person:Ana Ruiz} met {person:Tom Moss} minutes before {person~the 35-year-old} resigned.")
    assert stands_for(resolved, "the 35-year-old") == "Tom Moss"


def test_a_body_is_known_by_its_noun() -> None:
    resolved = resolve("The {org:Tide Inquiry Committee} met. {person:Ana Ruiz} said {org~the committee} was right.")
    assert stands_for(resolved, "the committee") == "Tide Inquiry Committee"


def test_who_is_named_after_others_is_not_those() -> None:
    resolved = resolve(
        "{person:Odette Varga} left. The {person:Varga} administration stayed, and {person:Mr |Varga}'s office too.",
        "President {person:Odette Varga}'s administration spoke.",
    )
    assert {"The Varga administration", "Odette Varga's administration"} in [
        {text for text in forms if "administration" in text} for forms in names(resolved)
    ]
    assert {span.text for span in entity(resolved, "Mr Varga").mentions} == {"Odette Varga", "Varga", "Mr Varga"}


def test_an_official_without_a_name_is_somebody() -> None:
    resolved = resolve(
        "A senior {gpe:US} administration official said so. {person:Ana Ruiz} nodded at {person~the official}."
    )
    nobody = entity(resolved, "the official")
    assert nobody.name == "A senior US administration official"
    assert nobody.kind == "person"
    assert entity(resolved, "US").id != nobody.id


def test_a_false_title_makes_nobody_new() -> None:
    resolved = resolve("{person:Varga} lawyer {person:Tom Moss} spoke, {person:Odette Varga} did not.")
    assert len(resolved.entities) == 2


def test_the_people_of_a_state_by_two_names() -> None:
    resolved = resolve(
        "The {group:American} people voted.", "{group:Americans} voted, and the people of the {gpe:United States} won."
    )
    assert names(resolved)[0] == {"The American people", "Americans", "the people of the United States"}
    assert entity(resolved, "Americans").code is None


def test_the_seat_belongs_to_the_mention() -> None:
    resolved = resolve(
        "{person:Senator |Ana Ruiz} of Texas met {person:Rep. |Tom Moss} (R-Ohio) in {gpe:Austin}, Texas or {gpe:Reno}."
    )
    assert {span.text for entity in resolved.entities for span in entity.mentions} >= {
        "Senator Ana Ruiz of Texas",
        "Rep. Tom Moss",
        "Austin, Texas",
        "Reno",
    }


def test_lists_of_places_are_not_cities_with_their_states() -> None:
    resolved = resolve("They won {gpe:Ohio}, {gpe:Texas} and {gpe:Nevada}.")
    assert {span.text for entity in resolved.entities for span in entity.mentions} == {"Ohio", "Texas", "Nevada"}


def test_an_opening_phrase_is_no_apposition() -> None:
    resolved = resolve("It rained. In a letter to {person~the mayor}, {person:Ana Ruiz}, smiling, said no.")
    assert stands_for(resolved, "the mayor") is None


def test_somebodys_lawyer_is_not_any_lawyer() -> None:
    resolved = resolve("{person:Tom Moss}, {person~a lawyer}, met {person:Ana Ruiz}'s lawyer.")
    assert entity(resolved, "Ana Ruiz's lawyer").name == "Ana Ruiz's lawyer"


def test_junior_and_senior_by_surname() -> None:
    resolved = resolve(
        "{person:Ivan Petrov} wrote. {person:Ivan Petrov Jr.} read. {person:Petrov Jr.} laughed.",
        "{person:Petrov} left.",
    )
    assert names(resolved) == [{"Ivan Petrov", "Petrov"}, {"Ivan Petrov Jr.", "Petrov Jr."}]


def test_a_bare_surname_may_be_of_one_who_is_called_junior_once() -> None:
    resolved = resolve(
        "{person:Olga Petrov} and {person:Ivan Petrov Jr.} came. {person:Mr. |Petrov} left; {person:Petrov} ate."
    )
    assert {"Mr. Petrov", "Petrov"} <= {span.text for span in entity(resolved, "Ivan Petrov Jr.").mentions}


@pytest.mark.parametrize(
    ("told", "description", "meant"),
    [
        ("The {org:Port Herald} wrote of the {org:Lantern League}.", "The paper", "Port Herald"),
        ("The {org:Port Herald} wrote of the {org:Ethics Committee}.", "The panel", "Ethics Committee"),
        ("{org:Norvex} and {org:Norvex} men met the {org:Ethics Committee} and {org:Talde}.", "The company", "Norvex"),
        ("{org:Norvex} sued {org:Social Security} and {org:Social Security} men.", "The group", "Norvex"),
        ("{org:Norvex} sued the {org:Justice Department} and {org:Justice}.", "The company", "Norvex"),
    ],
)
def test_an_organisation_is_called_by_its_sort(told: str, description: str, meant: str) -> None:
    assert stands_for(resolve(f"{told} {{org~{description}}} said no."), description) == meant


def test_the_country_is_the_state_that_the_story_is_about_and_the_state_a_part_of_one() -> None:
    resolved = resolve(
        "In {gpe:Texas} and the {gpe:United States}, {gpe~the country}, they left {gpe~the state} for {gpe:Reno}."
    )
    assert stands_for(resolved, "the country") == "United States"
    assert stands_for(resolved, "the state") == "Texas"


@pytest.mark.parametrize("name", ["{person:Sen. |Ana Ruiz} (R-Texas)", "{person:Ana Ruiz}, Republican of Texas,"])
def test_one_of_a_party_is_the_person_whose_party_and_seat_are_told(name: str) -> None:
    resolved = resolve(f"{name} met {{person:Sen. |Tom Moss}} (D-Ohio). The {{group:Texas Republican}} left early.")
    assert "The Texas Republican" in {span.text for span in entity(resolved, "The Texas Republican").mentions}
    assert entity(resolved, "The Texas Republican").name == "Ana Ruiz"


def test_a_bare_office_is_ones_own_states() -> None:
    resolved = resolve(
        "{person:President |Ana Ruiz} met the {person:Russian President |Ilse Brandt}. {person~The president} left."
    )
    assert stands_for(resolved, "The president") == "Ana Ruiz"


def test_an_office_stays_a_foreign_one_where_the_state_is_not_told_again() -> None:
    met = "{person:President |Ana Ruiz} met the {person:Russian President |Ilse Brandt} and {person:President |Brandt}."
    assert stands_for(resolve(f"{met} {{person~The president}} left."), "The president") == "Ana Ruiz"
    resolved = resolve(f"{met} {{person:Ruiz}} and {{person~the Russian president}} left.")
    assert stands_for(resolved, "the Russian president") == "Ilse Brandt"


def test_running_for_an_office_is_not_holding_it() -> None:
    resolved = resolve("{person:Ana Ruiz} is running for president of Norra. Then {person~the president} left.")
    assert stands_for(resolved, "the president") is None


def test_a_description_goes_on_to_what_is_tied_to_it() -> None:
    resolved = resolve("{person:Ana Ruiz}, {person~the head} of the {org:Harbour Council}, left.")
    assert "the head of the Harbour Council" in {span.text for span in entity(resolved, "Ana Ruiz").mentions}


def test_his_wife_is_the_one_who_is_somebodys_wife() -> None:
    resolved = resolve(
        "{person:Mr. |Moss}’s wife, {person:Ana Ruiz}, and {person~Moss’s wife}, {person:Ana Ruiz}, spoke.",
        "{person:Tom Moss} and {person~his wife} left.",
    )
    assert stands_for(resolved, "his wife") == "Ana Ruiz"


def test_whom_several_articles_describe_and_nobody_names_is_an_actor() -> None:
    resolved = resolve(
        "{person~The gunman} fled.", "{person~A gunman} fled past {person~a reporter}.", "{person~A reporter}"
    )
    assert names(resolved) == [{"A gunman", "The gunman"}]
    assert resolved.entities[0].kind == "person"


def test_what_a_description_goes_on_to_tells_two_nameless_apart() -> None:
    resolved = resolve(
        "{group~The mayors} of {gpe:Tarsk} met.", "{group~The mayors} of {gpe:Norra} met {group~the pilots}.",
        "{group~The pilots} left.",
    )  # fmt: skip
    described = [each for each in names(resolved) if any("mayors" in name or "pilots" in name for name in each)]
    assert described == [{"the pilots", "The pilots"}]


def test_the_lawmakers_of_a_party_are_the_party() -> None:
    resolved = resolve(
        "{group:Republicans} left.", "{group:Republican} lawmakers left, {group~Republican lawmakers} said."
    )
    assert entity(resolved, "Republicans") == entity(resolved, "Republican lawmakers")


def test_a_party_is_called_by_its_name_not_by_a_description_of_some_of_it() -> None:
    resolved = resolve("{group:Republicans} left.", "They met moderate {group:Republican} senators.")
    assert entity(resolved, "Republicans") == entity(resolved, "moderate Republican senators")
    assert entity(resolved, "Republicans").name == "Republicans"
