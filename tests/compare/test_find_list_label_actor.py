"""Lists with other members; one actor under other labels; a body and its head."""

from tests.compare.accounts import Account, Named, account, align, finds, story, values, with_stances

from crossread.records import Party, Stance, StanceSide

STATES: Named = {
    "Arland": ("arland", "gpe"),
    "Borovia": ("borovia", "gpe"),
    "Cestria": ("cestria", "gpe"),
    "Dorne": ("dorne", "gpe"),
}

VOSS: Named = {"Mara Voss": ("voss", "person")}


def stance(doc_text_holder: tuple[object, str], side: StanceSide, target: str, act: str) -> Stance:
    told, holder = doc_text_holder
    assert isinstance(told, Account)
    text = told.document.text
    start, other = text.index(holder), text.index(target)
    span, aim = told.document.span(start, start + len(holder)), told.document.span(other, other + len(target))
    return Stance(
        f"t-{told.document.outlet}", Party(holder, span), side, Party(target, aim), act, None, None, (told.sentence(0),)
    )


def test_lists_are_compared_name_by_name() -> None:
    a = account("Courier", "Arland, Borovia and Cestria signed the treaty.", names=STATES)
    b = account("Herald", "The treaty was signed by Arland, Cestria and Dorne.", names=STATES)
    (found,) = finds(story(a, b), align((a.statement(0), b.statement(0))), "list")
    assert values(found) == ("Borovia", "Dorne")
    assert found.features["whole"] == 1


def test_a_list_with_including_is_not_the_whole() -> None:
    a = account("Courier", "States including Arland, Borovia and Cestria signed the treaty.", names=STATES)
    b = account("Herald", "The treaty was signed by Arland, Borovia and Dorne.", names=STATES)
    (found,) = finds(story(a, b), align((a.statement(0), b.statement(0))), "list")
    assert found.features["whole"] == 0
    assert found.severity == "difference"


def test_two_names_are_a_pair_and_no_list() -> None:
    a = account("Courier", "Arland and Borovia signed the treaty.", names=STATES)
    b = account("Herald", "The treaty was signed by Arland and Dorne.", names=STATES)
    assert finds(story(a, b), align((a.statement(0), b.statement(0))), "list") == []


def test_the_same_members_in_another_order_are_no_difference() -> None:
    a = account("Courier", "Arland, Borovia and Cestria signed.", names=STATES)
    b = account("Herald", "Cestria, Arland and Borovia signed.", names=STATES)
    assert finds(story(a, b), align((a.statement(0), b.statement(0))), "list") == []


def test_lists_with_nobody_in_common_are_about_something_else() -> None:
    a = account("Courier", "Arland and Borovia signed.", names=STATES)
    b = account("Herald", "Cestria and Dorne signed.", names=STATES)
    assert finds(story(a, b), align((a.statement(0), b.statement(0))), "list") == []


def test_two_labels_of_one_person() -> None:
    names: Named = {"Mara Voss": ("voss", "person")}
    a = account("Courier", "Opposition leader Mara Voss spoke.", names=names)
    b = account("Herald", "Self-proclaimed president Mara Voss spoke.", names=names)
    (found,) = finds(story(a, b), align(), "label")
    assert values(found) == ("Opposition leader", "Self-proclaimed president")
    assert found.severity == "framing"


def test_a_label_that_both_use_is_no_difference() -> None:
    names: Named = {"Mara Voss": ("voss", "person")}
    a = account("Courier", "Opposition leader Mara Voss spoke.", names=names)
    b = account("Herald", "Mara Voss, the opposition leader, spoke.", names=names)
    assert finds(story(a, b), align(), "label") == []


def test_a_body_and_the_person_at_its_head() -> None:
    names: Named = {
        "Harbour League": ("league", "org"),
        "Ivo Lund": ("lund", "person"),
        "Mara Voss": ("voss", "person"),
    }
    a = account("Courier", "The Harbour League recognised Mara Voss.", names=names)
    b = account("Herald", "Ivo Lund, head of the Harbour League, congratulated Mara Voss.", names=names)
    a = with_stances(a, stance((a, "Harbour League"), "for", "Mara Voss", "recognises"))
    b = with_stances(b, stance((b, "Ivo Lund"), "for", "Mara Voss", "congratulates"))
    (found,) = finds(story(a, b), align(), "actor")
    assert "Harbour League" in found.a.value
    assert "Ivo Lund" in found.b.value


def test_another_person_who_agrees_is_not_the_head() -> None:
    names: Named = {
        "Harbour League": ("league", "org"),
        "Ivo Lund": ("lund", "person"),
        "Mara Voss": ("voss", "person"),
    }
    a = account("Courier", "The Harbour League recognised Mara Voss.", names=names)
    b = account("Herald", "Ivo Lund, a singer, congratulated Mara Voss.", names=names)
    a = with_stances(a, stance((a, "Harbour League"), "for", "Mara Voss", "recognises"))
    b = with_stances(b, stance((b, "Ivo Lund"), "for", "Mara Voss", "congratulates"))
    assert finds(story(a, b), align(), "actor") == []


def backed(outlet: str, *states: str) -> Account:
    told = account(outlet, f"{', '.join(states)} and others backed Mara Voss.", names={**STATES, **VOSS})
    return with_stances(told, *(stance((told, state), "for", "Mara Voss", "supports") for state in states))


def test_who_stands_on_a_side_is_compared_over_all_accounts() -> None:
    a, b, c = (
        backed("Courier", "Arland", "Borovia", "Cestria"),
        backed("Herald", "Arland", "Borovia", "Dorne"),
        backed("Mirror", "Arland", "Borovia"),
    )
    found = finds(story(a, b, c), align(), "backers")
    assert {values(item) for item in found} == {
        ("Arland; Borovia; Cestria", "Arland; Borovia; Dorne"),
        ("Arland; Borovia; Cestria", "Arland; Borovia"),
        ("Arland; Borovia; Dorne", "Arland; Borovia"),
    }
    assert len({item.topic for item in found}) == 1


def test_an_account_that_names_one_backer_only_tells_no_list() -> None:
    a, b, c = (
        backed("Courier", "Arland", "Borovia", "Cestria"),
        backed("Herald", "Arland", "Borovia"),
        backed("Mirror", "Borovia"),
    )
    (found,) = finds(story(a, b, c), align(), "backers")
    assert found.about.endswith("not in all accounts: Cestria"), "the Mirror is held against nobody's list"


def test_two_accounts_of_one_camp_are_no_difference() -> None:
    a, b = backed("Courier", "Arland", "Borovia"), backed("Herald", "Borovia", "Arland")
    assert finds(story(a, b), align(), "backers") == []
