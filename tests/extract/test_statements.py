from tests.extract.made_up_coding import code, evidence, told


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
