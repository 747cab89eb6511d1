"""For whom somebody acts, as the words of a noun phrase tell it."""

import pytest
from tests.extract.made_up_coding import read

from crossread.extract.affiliation import Affiliation, described
from crossread.extract.nations import leader_of, nation_of, nations


def first(text: str) -> Affiliation:
    """What the sentence's first noun phrase tells."""
    coded = read(text)
    return described(coded, coded.chunks[0])


@pytest.mark.parametrize(
    ("text", "codes", "sector"),
    [
        ("Peru protested.", ("PER",), None),
        ("Peruvian soldiers marched.", ("PER",), "MIL"),
        ("The president of Chile spoke.", ("CHL",), "GOV"),
        ("Rebels from Chad spoke.", ("TCD",), "REB"),
        ("Chad's rebels spoke.", ("TCD",), "REB"),
        ("The bridge fell.", (), None),
        ("The secretary-general spoke.", (), "GOV"),
        ("Ana Ruiz, Chile's ambassador, spoke.", ("CHL",), "GOV"),
    ],
)
def test_what_a_noun_phrase_tells(text: str, codes: tuple[str, ...], sector: str | None) -> None:
    found = first(text)
    assert (found.codes, found.sector) == (codes, sector)


def test_the_longest_form_counts_and_small_letters_do_not() -> None:
    coded = read("The United Arab Emirates told us and the United States.")
    assert [found.nation.code for found in nations(coded, 0, len(coded.forms))] == ["ARE", "USA"]


def test_names_of_nations_and_of_people() -> None:
    lima = nation_of("Lima")
    assert lima is not None
    assert (lima.code, lima.how, lima.sector) == ("PER", "seat", "GOV")
    assert nation_of("lima") is None
    assert leader_of("Kofi Annan", None) == "UNO"
    assert leader_of("Annan", None) is None
    assert leader_of("Annan", "Secretary-General") == "UNO"
