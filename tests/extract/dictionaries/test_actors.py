"""Dictionaries of actors: names, codes, and when they hold."""

import pytest

from crossread.extract.dictionaries.actors import code_on, read_actors

TEXT = """
# made up
<!-- of no
country -->
VALDORA [VAL]   # a state
+VALDORAN_
+KINGDOM-OF-VALDORA
THE_ORLE [ORL/VAL]
ANA_RUSK [VAL]
    [VALOPP <20100101]
    [VALGOV 20100101 - 20141231]
    [VALELI >150101]
NOBODY_AT_ALL [---]
BROKEN [VALGOV 2010]
"""


def codes_of(name: str, day: str | None = None) -> str | None:
    book, _ = read_actors(TEXT)
    words = tuple(name.split())
    found = book.longest_at(words, 0)
    return code_on(found[1], day) if found is not None and found[0] == len(words) else None


@pytest.mark.parametrize("name", ["valdora", "valdoran", "kingdom of valdora"])
def test_another_name_has_the_code_of_the_one_above(name: str) -> None:
    assert codes_of(name) == "VAL"


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("20091231", "VALOPP"),
        ("20100101", "VALOPP"),  # the first that holds
        ("20100102", "VALGOV"),
        ("20141231", "VALGOV"),
        ("20150101", "VALELI"),
        ("20300101", "VALELI"),
        (None, "VAL"),
    ],
)
def test_of_dated_codes_the_first_that_holds_counts(day: str | None, code: str) -> None:
    assert codes_of("ana rusk", day) == code


def test_what_cannot_be_understood_is_told() -> None:
    book, faults = read_actors(TEXT)
    assert faults == ["BROKEN [VALGOV 2010]"]
    assert book.longest_at(("broken",), 0) is None


def test_the_longest_name_is_found() -> None:
    book, _ = read_actors("NORTH_ORLE [NOR]\nORLE [ORL]\nNORTH_ORLE_GUARD [NORMIL]")
    words = ("north", "orle", "guard", "orle")
    assert [(found[0], found[1][0].code) for at in (0, 1, 3) if (found := book.longest_at(words, at))] == [
        (3, "NORMIL"),
        (1, "ORL"),
        (1, "ORL"),
    ]
