import pytest
from tests.extract.made_up_coding import code, evidence, read, told


def test_the_clauses_of_a_sentence_are_statements_of_their_own() -> None:
    text = "Ann Lee opened the dam on Monday, while the union called for new talks."
    assert [evidence(s) for s in code(text).statements] == [
        "Ann Lee opened the dam on Monday",
        "while the union called for new talks",
    ]


def test_what_is_said_is_told_by_its_speaker_and_the_words_of_saying_are_left_out() -> None:
    assert told("Ann Lee said the dam was leaking.") == [("dam", "leak", "Ann Lee")]


def test_a_coordinated_predicate_has_the_subject_of_the_first() -> None:
    assert told("Ann Lee closed the dam and dismissed the guards.") == [
        ("Ann Lee", "close", None),
        ("Ann Lee", "dismiss", None),
    ]


def test_a_relative_clause_tells_of_what_it_hangs_on() -> None:
    subjects = {
        s.property: s.subject for s in code("John Reed, who was arrested in May, returned to Elmtown.").statements
    }
    assert subjects["arrested"] == "John Reed"
    assert subjects["return"] == "John Reed"


def test_a_list_of_subjects_gives_each_its_statement_on_one_evidence() -> None:
    statements = code("Chile, Peru and Paraguay joined the pact.").statements
    assert {s.subject for s in statements} == {"Chile", "Peru", "Paraguay"}
    assert len({s.evidence for s in statements}) == 1


def test_members_named_after_including_have_statements_too() -> None:
    statements = code("Seven nations including Chile, Peru and Brazil have joined the pact.").statements
    assert {"Chile", "Peru", "Brazil"} < {s.subject for s in statements}


def test_negation_and_hedges() -> None:
    (denied,) = code("The guards did not close the dam.").statements
    (hedged,) = code("The guards may close the dam.").statements
    assert (denied.polarity, denied.certainty) == ("negative", "certain")
    assert (hedged.polarity, hedged.certainty) == ("positive", "possible")


def test_offices_are_statements_once_each() -> None:
    text = "Ann Lee, head of the harbour board, spoke. President John Reed answered. President John Reed left."
    offices = [(s.subject, s.value) for s in code(text).statements if s.property == "holds office"]
    assert offices == [("Ann Lee", "head of the harbour board"), ("John Reed", "President")]


def test_a_direct_quotation_is_told_by_its_speaker_alone() -> None:
    statements = code("“The dam will break soon,” Ann Lee said.").statements
    assert [(evidence(s), s.speaker.name if s.speaker else None) for s in statements] == [
        ("The dam will break soon", "Ann Lee")
    ]


def test_a_headline_without_a_verb_is_still_covered() -> None:
    (statement,) = code("Chaos at the harbour").statements
    assert (evidence(statement), statement.subject) == ("Chaos at the harbour", None)


def triples(text: str) -> set[tuple[str | None, str, str | None]]:
    """Subject, property and value of each statement."""
    return {(s.subject, s.property, s.value) for s in code(text).statements}


def test_the_passive_tells_what_the_active_tells() -> None:
    assert ("Chile", "recognises", "Peru") in triples("Peru was recognised by Chile.")


def test_nouns_tell_deeds_as_facts() -> None:
    assert ("Peru", "recognises", "Ana Ruiz") in triples("Peru's recognition of Ana Ruiz angered Chile.")
    assert ("police", "arrested", "John Reed") in triples(
        "After the arrest of John Reed by the police, Chile protested."
    )
    assert ("Ana Ruiz", "resigned", None) in triples("The resignation of Ana Ruiz surprised Chile.")


def test_nouns_tell_no_fact_where_it_is_only_called_for() -> None:
    called_for = triples("Chile called for the resignation of Ana Ruiz.")
    assert not any(name == "resigned" for _, name, _ in called_for)


def test_doing_so_tells_what_others_did() -> None:
    assert {("Chile", "recognises", "assembly"), ("Peru", "recognises", "assembly")} <= triples(
        "Brazil recognised the assembly. Chile and Peru have done so too."
    )
    assert ("Peru", "expel", "envoy") in triples("Chile expelled the envoy. Peru followed suit on Friday.")
    assert ("Peru", "cut", "ties") in triples("Chile cut ties with Brazil, and Peru did the same.")


def test_doing_so_repeats_no_deed_of_ones_own() -> None:
    told = [s for s in code("Peru expelled the envoy. Peru did so quietly.").statements if s.property == "expel"]
    assert [evidence(s) for s in told] == ["Peru expelled the envoy"]


@pytest.mark.parametrize(
    ("text", "expected", "certainty"),
    [
        ("The plan seems to have failed.", ("plan", "fail", None), "possible"),
        ("Ann Lee is likely to win the vote.", ("Ann Lee", "won", "vote"), "probable"),
        ("The army is expected to leave the city.", ("army", "leave", "city"), "probable"),
    ],
)
def test_raising_verbs_tell_what_they_raise(
    text: str, expected: tuple[str | None, str, str | None], certainty: str
) -> None:
    (statement,) = code(text).statements
    assert (statement.subject, statement.property, statement.value) == expected
    assert (statement.polarity, statement.certainty) == ("positive", certainty)


def test_what_is_unlikely_is_denied() -> None:
    (statement,) = code("Ann Lee is unlikely to win the vote.").statements
    assert (statement.property, statement.polarity) == ("won", "negative")


@pytest.mark.parametrize(
    "text", ["The council failed to approve the plan.", "The council refused to approve the plan."]
)
def test_what_somebody_fails_or_refuses_to_do_is_denied(text: str) -> None:
    told = {(s.subject, s.property, s.value, s.polarity) for s in code(text).statements}
    assert ("council", "passed", "plan", "negative") in told


def test_a_control_verb_has_the_deed_as_its_value() -> None:
    assert ("Ann Lee", "promise", "sign the treaty") in triples("Ann Lee promised to sign the treaty.")


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("No minister has resigned.", {"minister"}),
        ("Neither Ann Lee nor John Reed resigned.", {"Ann Lee", "John Reed"}),
    ],
)
def test_nobody_as_the_subject_denies(text: str, subjects: set[str]) -> None:
    statements = code(text).statements
    assert {s.subject for s in statements} == subjects
    assert {(s.property, s.polarity) for s in statements} == {("resigned", "negative")}


def test_no_doubt_about_somebody_denies_nothing_of_them() -> None:
    denied = {group.lemma: group.negated for group in read("There is no doubt Ann Lee resigned.").groups}
    assert not denied["resign"]


def test_a_list_that_it_is_done_to_is_told_one_by_one() -> None:
    assert triples("The army seized the port and the airport.") == {
        ("army", "seize", "port"),
        ("army", "seize", "airport"),
    }


def test_a_relative_pronoun_that_is_the_object_stands_for_what_it_hangs_on() -> None:
    assert ("senate", "passed", "bill") in triples("The bill, which the senate passed on Monday, bans all fishing.")


def test_whose_is_of_whom_it_hangs_on() -> None:
    assert ("minister's party", "lost", "vote") in triples("The minister, whose party lost the vote, resigned.")


def test_a_participle_between_commas_and_the_verb_after_it_tell_one_thing_each() -> None:
    text = "The bridge, built in 1930 by a Swiss firm, collapsed on Tuesday."
    assert {(s.property, evidence(s)) for s in code(text).statements} == {
        ("build", "The bridge, built in 1930 by a Swiss firm"),
        ("collapse", "collapsed on Tuesday"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The head of the union, John Reed, called for a strike.", ("John Reed", "holds office", "head of the union")),
        ("John Reed, a former judge, opened the bridge.", ("John Reed", "held office", "judge")),
        ("John Reed is the leader of the Reds.", ("John Reed", "holds office", "leader of the Reds")),
        ("Ann Lee was sworn in as president of Veria.", ("Ann Lee", "gains office", "president of Veria")),
        ("John Reed declared himself interim president.", ("John Reed", "claims office", "interim president")),
        ("John Reed took over as chairman of the board.", ("John Reed", "gains office", "chairman of the board")),
        ("John Reed was elected mayor of Elmtown.", ("John Reed", "gains office", "mayor of Elmtown")),
        ("The board appointed John Reed chief executive.", ("John Reed", "gains office", "chief executive")),
        ("Ann Lee stepped down as head of the bank.", ("Ann Lee", "leaves office", "head of the bank")),
    ],
)
def test_who_holds_gains_claims_or_leaves_an_office(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in triples(text)


def test_may_the_month_is_no_doubt() -> None:
    (statement,) = code("The harbour closed in May.").statements
    assert statement.certainty == "certain"
