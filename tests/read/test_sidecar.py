import pytest

from crossread.errors import ReadError
from crossread.read.metadata import Metadata
from crossread.read.sidecar import read_sidecar


def test_a_name_outranks_a_pattern_and_the_first_pattern_the_second() -> None:
    said = read_sidecar(
        '["*.txt"]\noutlet = "Any"\nstory = "one"\n'
        '["a*"]\noutlet = "A-like"\nbyline = "B"\n'
        '["a.txt"]\noutlet = "Echo"\n'
    )
    assert said.metadata("a.txt") == Metadata(outlet="Echo", story="one", byline="B")
    assert said.metadata("b.txt") == Metadata(outlet="Any", story="one")
    assert said.metadata("A.html") == Metadata()
    assert said.problems == ()


def test_a_name_with_the_signs_of_a_pattern_is_a_name_first() -> None:
    said = read_sidecar('["a[1].txt"]\noutlet = "Echo"\n')
    assert said.metadata("a[1].txt").outlet == "Echo"


def test_dates_may_be_written_as_toml_dates() -> None:
    said = read_sidecar('["a"]\npublished = 2023-05-01\n["b"]\npublished = 2023-05-01T10:30:00Z\n')
    assert said.metadata("a").published == "2023-05-01"
    assert said.metadata("b").published == "2023-05-01T10:30:00+00:00"


def test_what_is_wrong_is_told_and_the_rest_holds() -> None:
    said = read_sidecar('outlet = "E"\n["a"]\nauthor = "B"\ntitle = 7\nbyline = "B"\n')
    assert said.metadata("a") == Metadata(byline="B")
    outside, unknown, number = said.problems
    assert "'outlet' stands outside a table" in outside
    assert unknown.startswith("[\"a\"]: the key 'author' is not known; the keys are outlet, title, byline, published")
    assert "title is not text" in number


@pytest.mark.parametrize("text", ["[", 'a = "', "x" * 10, '["a"]\n["a"]\n', "a = " + "[" * 10_000])
def test_what_is_not_toml_says_so(text: str) -> None:
    with pytest.raises(ReadError, match="it is not TOML"):
        read_sidecar(text)


def test_patterns_that_fit_no_file_are_found() -> None:
    said = read_sidecar('["a.txt"]\n["*.html"]\n["b.txt"]\n')
    assert said.unused(["a.txt", "c.html"]) == ["b.txt"]
