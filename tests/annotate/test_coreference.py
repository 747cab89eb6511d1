"""Chains of mentions that name the same."""

from crossread.annotate import RuleAnnotator
from crossread.annotate.quoted import is_quoted, quoted_ranges
from crossread.records import Document


def chains(text: str) -> list[list[str]]:
    found = RuleAnnotator().annotate(Document("a", text, "Herald"))
    return [[found.mentions[index].span.text for index in chain] for chain in found.chains]


def test_a_surname_follows_the_full_name_and_he_the_person() -> None:
    text = "Mayor Robert Dorn left Orlo on foot. Mr. Dorn said that he was tired. Orlo slept."
    assert chains(text) == [["Robert Dorn", "Dorn", "he"], ["Orlo", "Orlo"]]


def test_gender_tells_which_of_two_is_meant() -> None:
    text = "Mr. Dorn met Mrs. Lee there. She said that he left."
    assert sorted(chains(text)) == [["Dorn", "he"], ["Lee", "She"]]


def test_an_acronym_in_brackets_is_its_name() -> None:
    assert chains("The Orlo Port Authority (OPA) met. The OPA left.") == [["Orlo Port Authority", "OPA", "OPA"]]


def test_brackets_alone_make_no_acronym() -> None:
    assert chains("The Orlo Port Authority (BBC) met.") == []


def test_two_of_one_surname_are_apart() -> None:
    text = "Robert Dorn met Maria Dorn. Neither spoke."
    assert chains(text) == []


def test_pronouns_in_quotations_are_left_alone() -> None:
    assert chains("Robert Lee left. “He lied,” a neighbour said.") == []


def test_quoted_ranges_end_with_the_paragraph() -> None:
    text = 'A "b" c “d\ne” f'
    ranges = quoted_ranges(text)
    assert [text[start:end] for start, end in ranges] == ["b", "d"]
    assert is_quoted(ranges, text.index("b"))
    assert not is_quoted(ranges, text.index("c"))
    assert not is_quoted((), 0)
