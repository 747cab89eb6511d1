"""Before and after, yes and no, all and some, for and against."""

from tests.compare.accounts import Account, Named, account, align, finds, number, story, values, with_stances

from crossread.records import Party, Stance, StanceSide

ACTORS: Named = {"Arland": ("arland", "gpe"), "Mara Voss": ("voss", "person")}


def pair(left: str, right: str, finder: str) -> list[tuple[str, str]]:
    a, b = account("Courier", left), account("Herald", right)
    return [values(found) for found in finds(story(a, b), align((a.statement(0), b.statement(0))), finder)]


def test_before_and_after() -> None:
    ((left, right),) = pair("Arland signed before the vote.", "Arland signed after the vote.", "order")
    assert left.startswith("before")
    assert right.startswith("after")


def test_one_order_is_no_difference() -> None:
    assert pair("Arland signed before the vote.", "Arland signed prior to the vote.", "order") == []


def test_all_and_some() -> None:
    found = pair("All members of the council agreed.", "Some members of the council agreed.", "scope")
    assert any("All members" in left and "Some members" in right for left, right in found)


def test_one_extent_is_no_difference() -> None:
    assert pair("All members agreed.", "Every one of the members agreed.", "scope") == []


def test_one_verb_affirmed_and_denied() -> None:
    a = account("Courier", "The council approved the new bridge.", properties={0: "approve"})
    b = account("Herald", "The council did not approve the new bridge.", properties={0: "approve"}, negative=[0])
    found = finds(story(a, b), align((a.statement(0), b.statement(0))), "polarity")
    assert [item.kind for item in found] == ["polarity"]


def test_two_denials_agree() -> None:
    a = account("Courier", "The council never approved the new bridge.", properties={0: "approve"}, negative=[0])
    b = account("Herald", "The council did not approve the new bridge.", properties={0: "approve"}, negative=[0])
    assert finds(story(a, b), align((a.statement(0), b.statement(0))), "polarity") == []


def test_appeals_to_one_addressee_for_different_things() -> None:
    a = account(
        "Courier", "Voss called on the armed forces to disobey the government.", names={"Voss": ("voss", "person")}
    )
    b = account("Herald", "Voss urged the armed forces to support new elections.", names={"Voss": ("voss", "person")})
    (found,) = finds(story(a, b), align(), "appeal")
    assert values(found) == ("disobey the government", "support new elections")


def test_appeals_for_one_thing_or_to_others_are_no_difference() -> None:
    a = account("Courier", "Voss called on the armed forces to disobey the government.")
    b = account("Herald", "Voss urged the armed forces to disobey. She asked teachers to strike.")
    assert finds(story(a, b), align(), "appeal") == []


def test_an_appeal_with_an_aside_is_read_through() -> None:
    a = account("Courier", "She called on the army - which has so far been loyal - to disobey the government.")
    b = account("Herald", "She urged the army to support new elections.")
    (found,) = finds(story(a, b), align(), "appeal")
    assert values(found) == ("disobey the government", "support new elections")


def held(told: Account, side: StanceSide, act: str, target: str = "Mara Voss") -> Account:
    text = told.document.text
    holder = told.document.span(text.index("Arland"), text.index("Arland") + len("Arland"))
    aim = told.document.span(text.index(target), text.index(target) + len(target))
    return with_stances(
        told,
        Stance(
            f"t-{told.document.outlet}",
            Party("Arland", holder),
            side,
            Party(target, aim),
            act,
            None,
            None,
            (told.sentence(0),),
        ),
    )


def test_opposed_stances_are_a_contradiction() -> None:
    a = held(account("Courier", "Arland recognised Mara Voss.", names=ACTORS), "for", "recognises")
    b = held(account("Herald", "Arland condemned Mara Voss.", names=ACTORS), "against", "condemns")
    (found,) = finds(story(a, b), align(), "stance")
    assert found.severity == "contradiction"


def test_acting_and_watching_differ() -> None:
    a = held(account("Courier", "Arland called for elections.", names=ACTORS), "for", "calls for", "elections")
    b = held(account("Herald", "Arland merely follows Mara Voss.", names=ACTORS), "neutral", "follows")
    (found,) = finds(story(a, b), align(), "stance")
    assert found.severity == "difference"


def test_one_side_towards_one_target_is_no_difference() -> None:
    a = held(account("Courier", "Arland recognised Mara Voss.", names=ACTORS), "for", "recognises")
    b = held(account("Herald", "Arland backed Mara Voss.", names=ACTORS), "for", "supports")
    assert finds(story(a, b), align(), "stance") == []


def test_taking_a_side_and_looking_on() -> None:
    a = held(account("Courier", "Arland called for elections.", names=ACTORS), "for", "calls for", "elections")
    b = account("Herald", "Arland merely said that it was following the events very closely.", names=ACTORS)
    (found,) = finds(story(a, b), align(), "watching")
    assert values(found) == ("Arland called for elections.", "was following the events very closely")


def test_looking_on_may_be_quoted() -> None:
    a = held(account("Courier", "Arland called for elections.", names=ACTORS), "for", "calls for", "elections")
    b = account("Herald", "Arland said it was “following the events.”", names=ACTORS)
    assert len(finds(story(a, b), align(), "watching")) == 1


def test_one_who_looks_on_in_both_or_acts_in_both_is_no_difference() -> None:
    looking = "Arland was following the events."
    a, b = account("Courier", looking, names=ACTORS), account("Herald", looking, names=ACTORS)
    assert finds(story(a, b), align(), "watching") == []
    acting = held(account("Mirror", "Arland backed Mara Voss. " + looking, names=ACTORS), "for", "supports")
    other = held(account("Courier", "Arland backed Mara Voss.", names=ACTORS), "for", "supports")
    assert finds(story(acting, other), align(), "watching") == []


def test_some_before_a_number_is_no_extent() -> None:
    left = account("a", "The crew moved some 40 goats out.", numbers=[number("40", 40.0, "goats")])
    right = account("b", "The crew moved goats out.")
    assert finds(story(left, right), align((left.statement(0), right.statement(0))), "scope") == []


def test_a_sentence_of_marks_alone_has_no_extent() -> None:
    left, right = account("a", "“…!”"), account("b", "“…!”")
    assert finds(story(left, right), align((left.statement(0), right.statement(0))), "scope") == []


def test_no_part_and_any_part_denied_are_one_extent() -> None:
    assert pair("The union had no part in it.", "The union denied any part in it.", "scope") == []
