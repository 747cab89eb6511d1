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
