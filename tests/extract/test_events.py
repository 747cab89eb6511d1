from tests.extract.made_up_coding import code


def test_who_did_what_to_whom() -> None:
    (event,) = code("Chile attacked Peru on 3 May 2021.").events
    assert (event.type, event.modality, event.polarity, event.date) == ("ASSAULT", "happened", "positive", "2021-05-03")
    assert [(p.name, p.code) for p in event.actor] == [("Chile", "CHL")]
    assert [(p.name, p.code) for p in event.recipient] == [("Peru", "PER")]


def test_the_passive_turns_the_parties() -> None:
    (event,) = code("John Reed was arrested by the police in Peru.").events
    assert (event.type, event.mode, event.place) == ("COERCE", "arrest", "Peru")
    assert [p.name for p in event.recipient] == ["John Reed"]
    assert [p.name for p in event.actor] == ["police in Peru"]


def test_modality() -> None:
    modality = {
        "Chile threatened to attack Peru.": "threatened",
        "Chile will attack Peru.": "planned",
        "Chile would attack Peru.": "conditional",
        "Chile urged Brazil to attack Peru.": "called for",
        "Brazil said Chile attacked Peru.": "alleged",
    }
    for text, expected in modality.items():
        assert [e.modality for e in code(text).events if e.type == "ASSAULT"] == [expected]


def test_a_refusal_did_not_happen() -> None:
    (event,) = [e for e in code("Chile refused to recognise John Reed.").events if e.type == "SUPPORT"]
    assert event.polarity == "negative"


def test_verbs_without_people_are_no_events() -> None:
    assert code("The storm struck before the rain began.").events == ()


def parties(
    text: str, root: str
) -> tuple[list[tuple[str, str | None, str | None]], list[tuple[str, str | None, str | None]]]:
    """The parties of the event of this root: name, code, sector."""
    (event,) = [e for e in code(text).events if e.type == root]
    actor, recipient = ([(p.name, p.code, p.sector) for p in side] for side in (event.actor, event.recipient))
    return actor, recipient


def test_for_whom_somebody_acts() -> None:
    actor, recipient = parties("Peruvian police arrested Chilean Senator Ana Ruiz.", "COERCE")
    assert actor == [("Peruvian police", "PER", "COP")]
    assert recipient == [("Ana Ruiz", "CHL", "LEG")]


def test_officials_of_two_states_are_two_parties() -> None:
    actor, _ = parties("Chilean and Peruvian officials condemned Brazil.", "ACCUSE")
    assert [(c, s) for _, c, s in actor] == [("CHL", "GOV"), ("PER", "GOV")]


def test_a_capital_is_the_government_when_it_acts_and_the_place_when_something_happens_there() -> None:
    (event,) = code("Lima accused Chile in Santiago on Monday.").events
    assert [(p.code, p.sector) for p in event.actor] == [("PER", "GOV")]
    assert [(p.name, p.code) for p in event.recipient] == [("Chile", "CHL")]
    assert event.place == "Santiago"


def test_what_is_imposed_is_of_the_one_it_is_imposed_on() -> None:
    _, recipient = parties("Brazil imposed sanctions on Peru.", "SANCTION")
    assert recipient == [("Peru", "PER", None)]


def test_a_demand_goes_to_the_subject_of_what_is_demanded() -> None:
    _, recipient = parties("Brazil demanded that Peru release the sailors.", "REQUEST")
    assert recipient == [("Peru", "PER", None)]


def test_a_thing_stands_for_its_state_only_where_it_is_done_to() -> None:
    _, recipient = parties("Rebels attacked Chile's bridges.", "ASSAULT")
    assert [p[:2] for p in recipient] == [("Chile", "CHL")]


def test_the_toll_is_counted_by_kind() -> None:
    tolls = [event.toll for event in code("Rebels killed 14 people and wounded 30 others in Peru.").events]
    assert [(toll.killed, toll.hurt, toll.arrested) for toll in tolls] == [(14.0, None, None), (None, 30.0, None)]


def test_help_that_is_only_announced_is_agreed() -> None:
    (event,) = code("Brazil will send food to Peru.").events
    assert (event.type, event.modality) == ("AGREE", "planned")


def test_following_suit_is_the_same_deed_by_another() -> None:
    events = code(
        "Chile recognised Ana Ruiz on Monday. Peru and Brazil have followed suit. Bolivia has not done so."
    ).events
    first, second, third = [e for e in events if e.type == "SUPPORT"]
    assert [p.code for p in second.actor] == ["PER", "BRA"]
    assert second.recipient == first.recipient
    assert second.evidence[0].text == "Peru and Brazil have followed suit"
    assert ([p.code for p in third.actor], third.polarity) == (["BOL"], "negative")


def test_two_days_joined_are_an_interval() -> None:
    (event,) = code("Rebels killed 14 people on 3 May 2021 and 4 May 2021.").events
    assert (event.date, event.toll.killed) == ("2021-05-03/2021-05-04", 14.0)


def roots(text: str) -> list[str]:
    return [event.type for event in code(text).events]


def test_saying_it_may_be_a_deed() -> None:
    (event,) = [e for e in code("Chile and Peru agreed that their troops should leave.").events if e.type == "AGREE"]
    assert [p.code for p in event.actor] == ["CHL", "PER"]


def test_what_a_protest_demands_is_the_protest() -> None:
    assert roots("Peruvian students demonstrated to demand reforms by the government.") == ["PROTEST"]


def test_an_attempt_of_force_is_the_deed() -> None:
    (event,) = [e for e in code("Chile tried to attack Peru.").events if e.type == "ASSAULT"]
    assert event.modality == "happened"


def test_unless_makes_a_plan_a_threat() -> None:
    (event,) = code("Chile will attack Peru unless Lima apologises.").events[:1]
    assert (event.type, event.modality) == ("THREATEN", "happened")


def test_an_attack_told_by_a_noun_is_that_of_whose_it_is() -> None:
    (event,) = [e for e in code("Chilean air strikes killed six soldiers in Peru.").events if e.type == "ASSAULT"]
    assert [p.code for p in event.actor] == ["CHL"]


def test_words_that_only_look_like_a_deed_are_none() -> None:
    assert "RETREAT" not in roots("Chile released a report on Peru.")
    assert roots("Chile released three Peruvian sailors.") == ["RETREAT"]


def test_unarmed_people_attack_with_words() -> None:
    (event,) = [e for e in code("Senator Ana Ruiz attacked the Peruvian government.").events if e.recipient]
    assert (event.type, event.mode) == ("ACCUSE", "disapprove")
    assert roots("Peruvian rebels attacked the Chilean army.") == ["ASSAULT"]


def test_joining_the_ranks_of_those_who_do_it() -> None:
    (event,) = [e for e in code("Chile and Peru joined the ranks supporting Ana Ruiz.").events if e.type == "SUPPORT"]
    assert [p.code for p in event.actor] == ["CHL", "PER"]


def test_contexts_where_the_words_are_sure() -> None:
    (event,) = code("Chilean police arrested six Peruvian lawmakers over bribery on the eve of the election.").events
    assert event.context == ("legislative", "election", "corruption")
    (event,) = code("Chilean Health Minister Ana Ruiz met Peruvian officials.").events
    assert event.context == ("diplomatic",)  # a title is no topic


def test_contexts_of_a_made_up_mode_come_with_it() -> None:
    (event,) = code("Chile hacked into Peru's computers.").events
    assert (event.type, event.mode, event.context) == ("COERCE", "cyber", ("cyber",))


def test_a_mode_that_words_beside_the_verb_tell() -> None:
    assert [e.mode for e in code("Chilean rebels killed six soldiers with a car bomb.").events] == ["explosives"]
    assert [e.mode for e in code("Chilean rebels killed six soldiers with bombs and rifles.").events] == [None]


def test_a_date_that_leads_the_sentence_holds_for_all_of_it() -> None:
    events = code("On 3 May 2021, Chile accused Peru of lying, and Brazil condemned Bolivia.").events
    assert [event.date for event in events] == ["2021-05-03", "2021-05-03"]


def test_the_country_that_an_article_is_about() -> None:
    text = (
        "Chile voted on Monday. Chilean papers praised it. Chile's north was calm, Chileans said. "
        "The president thanked the senators."
    )
    (event,) = [e for e in code(text).events if e.recipient and e.evidence[0].text.startswith("The president")]
    assert {p.code for p in (*event.actor, *event.recipient)} == {"CHL"}


def test_what_is_asked_for_after_and_is_asked_for_too() -> None:
    events = {e.type: e.modality for e in code("Peru urged Chile to stay calm and attack Brazil.").events}
    assert events["ASSAULT"] == "called for"


def test_a_vow_that_something_will_be_is_no_agreement() -> None:
    assert not any(e.type == "AGREE" for e in code("The minister vowed that Chile would not stand by.").events)


def test_an_accusation_is_no_agreement_though_nobody_else_is_named() -> None:
    text = "Chile said it would leave the union, which aims to help trade - accusing it of meddling in its affairs."
    assert "AGREE" not in {e.type for e in code(text).events}
