"""Dictionaries of agents: nouns, their plurals, and what they add to a code."""

from crossread.extract.dictionaries.agents import AgentCode, read_agents

TEXT = """
!PERSON! = MAN, WOMEN
DEPUTY [~LEG]
WARDEN {} [ ~COP]
GOOSE_KEEPER {GEESE_KEEPERS} [~AGR]
CONGRESS!PERSON! [~LEG]
RELIEF_SOCIETY [NGO~]
TORN [~X}
"""


def test_plurals() -> None:
    book, _ = read_agents(TEXT)
    known = {" ".join(words) for words, _ in book}
    assert known == {
        "deputy",
        "deputies",
        "warden",
        "goose keeper",
        "geese keepers",
        "congressman",
        "congresswomen",
        "relief society",
        "relief societies",
    }


def test_codes_before_and_after_the_actors() -> None:
    book, faults = read_agents(TEXT)
    assert book.longest_at(("warden",), 0) == (1, AgentCode("COP"))
    assert book.longest_at(("relief", "society"), 0) == (2, AgentCode("NGO", before=True))
    assert faults == ["TORN [~X}"]
