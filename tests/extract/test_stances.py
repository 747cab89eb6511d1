import pytest
from tests.extract.made_up_coding import code, sides


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile recognised John Reed as president.", ("Chile", "for", "John Reed")),
        ("Chile does not support John Reed.", ("Chile", "against", "John Reed")),
        ("Chile refused to recognise John Reed.", ("Chile", "against", "John Reed")),
        ("Chile stopped backing John Reed.", ("Chile", "against", "John Reed")),
        ("Chile continues to recognise John Reed.", ("Chile", "for", "John Reed")),
        ("Chile still considers John Reed the president.", ("Chile", "for", "John Reed")),
        ("Chile expressed its full support for John Reed.", ("Chile", "for", "John Reed")),
        ("John Reed was endorsed by Maria Lopez.", ("Maria Lopez", "for", "John Reed")),
        ("Maria Lopez accused John Reed of theft.", ("Maria Lopez", "against", "John Reed")),
        ("Chile urged the army to abandon John Reed.", ("Chile", "against", "John Reed")),
        ("Maria Lopez called on John Reed to resign.", ("Maria Lopez", "against", "John Reed")),
        ("Maria Lopez is a vocal critic of John Reed.", ("Maria Lopez", "against", "John Reed")),
    ],
)
def test_verbs_and_nouns_take_sides(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in sides(text)


def test_each_member_of_a_list_is_a_holder() -> None:
    assert sides("Chile, Peru and Brazil backed John Reed.") == {
        (state, "for", "John Reed") for state in ("Chile", "Peru", "Brazil")
    }


@pytest.mark.parametrize("adverb", ["", "however "])
def test_they_of_what_a_list_says_is_the_list(adverb: str) -> None:
    found = sides(f"Chile, Peru and Brazil {adverb}say they are backing John Reed.")
    assert {holder for holder, side, target in found if (side, target) == ("for", "John Reed")} == {
        "Chile",
        "Peru",
        "Brazil",
    }


def test_doing_so_takes_the_side_told_before() -> None:
    text = "Chile recognised John Reed as president. Peru and Brazil have followed suit. Cuba has done so, too."
    assert {(state, "for", "John Reed") for state in ("Chile", "Peru", "Brazil", "Cuba")} <= sides(text)


def test_joining_the_ranks_is_taking_their_side() -> None:
    assert ("Peru", "for", "John Reed") in sides("Chile and Peru joined the ranks backing John Reed.")


@pytest.mark.parametrize(
    "text",
    [
        "Norway merely said it was following the developments.",
        "Norway merely said it was “following the developments very closely.”",
    ],
)
def test_watching_is_neutral(text: str) -> None:
    (stance,) = code(text).stances
    assert (stance.holder.name, stance.side) == ("Norway", "neutral")


def test_what_a_speaker_says_of_another_is_the_speakers_word() -> None:
    (stance,) = [s for s in code("Maria Lopez said Chile would back John Reed.").stances if s.holder.name == "Chile"]
    assert stance.side == "for"
    assert stance.speaker is not None
    assert stance.speaker.name == "Maria Lopez"


def test_words_of_blame_are_a_side_of_who_says_them() -> None:
    stances = code("“The dam plan is a disgrace and a disaster,” Maria Lopez said.").stances
    assert [(s.holder.name, s.side) for s in stances] == [("Maria Lopez", "against")]


def test_a_condition_is_no_stance() -> None:
    assert sides("If Chile backs John Reed, talks will begin.") == set()


def test_standing_somewhere_is_no_stance() -> None:
    assert sides("Maria Lopez walked along the harbour.") == set()


def test_a_mark_between_article_and_noun_does_not_empty_the_target() -> None:
    text = "Ann Lee condemned the “old guard” on Monday."
    assert sides(text) == {("Ann Lee", "against", "old guard")}


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("Veria has recognised Anna Lund since May 2018.", "2018-05"),
        ("Veria recognised Anna Lund on Wednesday.", "2021-06-09"),
        ("Veria backed Anna Lund last week.", "2021-05-31"),
        ("Veria backs Anna Lund.", None),
        ("Veria will back Anna Lund on Monday.", None),
        ("Veria has backed Anna Lund for two years.", None),
    ],
)
def test_since_when_a_side_is_taken_is_told_by_its_clause(text: str, since: str | None) -> None:
    (stance,) = code(text).stances
    assert stance.since == since


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile held John Reed responsible for the raid.", ("Chile", "against", "John Reed")),
        ("Chile responded by breaking off diplomatic ties with Peru.", ("Chile", "against", "Peru")),
        ("The foreign minister has instead condemned John Reed.", ("foreign minister", "against", "John Reed")),
    ],
)
def test_sides_by_longer_ways(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in sides(text)


def test_asking_others_to_follow_suit_is_no_side_towards_them() -> None:
    text = "Chile recognised John Reed. Peru urged other nations to follow suit in backing John Reed."
    assert {(holder, side, target) for holder, side, target in sides(text) if holder == "Peru"} == {
        ("Peru", "for", "John Reed")
    }


def test_whoever_asks_for_a_deed_is_for_the_deed() -> None:
    targets = {target for holder, _, target in sides("Chile called on Peru to open the border.") if holder == "Chile"}
    assert targets == {"to open the border"}


def test_who_speaks_for_the_people_tells_their_own_side() -> None:
    text = "“The people of Veria have spoken out against John Reed,” Maria Lopez said."
    assert ("Maria Lopez", "against", "John Reed") in sides(text)
    assert not any("people" in holder.lower() for holder, _, _ in sides(text))


def test_nobody_stands_against_the_state_that_they_act_for() -> None:
    text = "President John Reed of Chile spoke. “Leave Chile, this is a disgrace,” Reed said."
    assert not any(holder == "John Reed" and target == "Chile" for holder, _, target in sides(text))


def test_ones_country_is_the_state_by_name() -> None:
    text = "President John Reed of Chile said his country rejected Peru."
    assert ("Chile", "against", "Peru") in sides(text)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The pro-Lee council group, Arland First, met on Monday.", ("Arland First", "for", "Lee")),
        ("Police met anti-Dorn protesters.", ("anti-Dorn protesters", "against", "Dorn")),
        ("Iran-backed fighters shelled the port.", ("Iran", "for", "Iran-backed fighters")),
    ],
)
def test_compounds_tell_sides(text: str, side: tuple[str, str, str]) -> None:
    assert side in sides(text)


@pytest.mark.parametrize(
    "text",
    ["They sang an anti-war song.", "She is pro-Lee.", "The so-called Lee-Reed plan fell.", "An anti-Dorn video ran."],
)
def test_compounds_without_a_name_or_holder_tell_none(text: str) -> None:
    assert sides(text) == set()
