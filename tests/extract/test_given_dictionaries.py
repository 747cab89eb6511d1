"""Events with the dictionaries of a user: invented states in the format of PETRARCH."""

from tests.extract.made_up_coding import document

from crossread.annotate import RuleAnnotator
from crossread.extract import RuleExtractor
from crossread.extract.dictionaries import Dictionaries
from crossread.records import Event, Party

ACTORS = """
VALDORA [VAL]
+VALDORAN
ORLE [ORL]
TARN [TAR/MEB]
ANA_RUSK [ORLGOV 20200101-20221231]
    [ORLELI]
"""
AGENTS = """
POLICE {} [~COP]
ENVOY [~GOV]
RELIEF_SOCIETY [NGO~]
"""
VERBS = """
&TALK
+PEACE TALKS
--- GREET [041] ---
GREET
- * WITH_STONES [180]
- NOT * [120]
- INVITED * $ [050]
- % TO * [050]
--- VISIT [032:033] ---
VISIT
--- OPEN [---] ---
OPEN
- * &TALK [036]
"""


def events(text: str, published: str = "2021-06-10", *, verbs: bool = False) -> tuple[Event, ...]:
    extractor = RuleExtractor(Dictionaries.of([ACTORS], [AGENTS], [VERBS] if verbs else []))
    return extractor.extract(RuleAnnotator().annotate(document(text, published))).events


def codes(parties: tuple[Party, ...]) -> list[tuple[str | None, str | None]]:
    return [(party.code, party.sector) for party in parties]


def triples(text: str) -> set[tuple[str, str, str]]:
    return {
        (f"{a.code}{a.sector or ''}", event.type, f"{r.code}{r.sector or ''}")
        for event in events(text, verbs=True)
        for a in event.actor
        for r in event.recipient
    }


def test_names_of_a_dictionary_have_its_codes_and_agents_their_roles() -> None:
    (event,) = events("Valdoran police attacked Orle's envoys.")
    assert event.type == "ASSAULT"
    assert (codes(event.actor), codes(event.recipient)) == ([("VAL", "COP")], [("ORL", "GOV")])


def test_a_code_holds_on_the_day_of_publication() -> None:
    text = "Ana Rusk accused Chile of lying."
    assert codes(events(text, "2021-06-10")[0].actor) == [("ORL", "GOV")]
    assert codes(events(text, "2023-06-10")[0].actor) == [("ORL", "ELI")]


def test_a_pronoun_has_the_code_of_whom_it_stands_for() -> None:
    found = events("Ana Rusk arrived in Peru on Monday. She accused Chile of lying.")
    assert [codes(event.actor) for event in found if event.type == "ACCUSE"] == [[("ORL", "GOV")]]


def test_who_is_in_no_dictionary_is_coded_by_crossreads_own_tables() -> None:
    (event,) = events("Valdora accused Chile of lying.")
    assert (codes(event.actor), codes(event.recipient)) == ([("VAL", None)], [("CHL", None)])


def test_agents_of_several_actors_and_before_a_code() -> None:
    (event,) = events("Chile accused the envoys of Valdora and Orle of lying.")
    assert codes(event.recipient) == [("VAL", "GOV"), ("ORL", "GOV")]
    (event,) = events("The relief society of Orle accused Chile of lying.")
    assert codes(event.actor) == [("NGO", "ORL")]


def test_one_name_may_stand_for_several() -> None:
    (event,) = events("Tarn accused Chile of lying.")
    assert codes(event.actor) == [("TAR", None), ("MEB", None)]


def test_a_dictionary_of_verbs_alone_tells_what_is_an_event() -> None:
    assert events("Valdora attacked Orle.", verbs=True) == ()
    assert triples("Valdora greeted Orle.") == {("VAL", "CONSULT", "ORL")}


def test_patterns_outrank_the_verb_alone() -> None:
    assert triples("Valdora greeted the envoys of Orle with stones.") == {("VAL", "ASSAULT", "ORLGOV")}
    assert triples("Valdora did not greet Orle.") == {("VAL", "REJECT", "ORL")}
    assert triples("Valdora opened peace talks with Orle.") == {("VAL", "AGREE", "ORL")}
    assert triples("Valdora opened a bridge with Orle.") == set()


def test_a_pair_of_codes_is_done_by_both() -> None:
    assert triples("Ana Rusk visited Valdora.") == {("ORLGOV", "AGREE", "VAL"), ("VAL", "AGREE", "ORLGOV")}
