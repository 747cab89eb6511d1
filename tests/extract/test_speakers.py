"""Who speaks: names after descriptions, pronouns beside names, and whose a statement is."""

import pytest
from tests.extract.made_up_coding import speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "One critic, Councillor Ann Lee of Elmtown, even named a date. “It will break in May,” she said.",
            "Ann Lee",
        ),
        (
            "Ann Lee, the interior secretary, said in a statement on Friday that the dam would close. "
            "John Reed wept.\n\n“We have talked for weeks,” the statement said.",
            "Ann Lee",
        ),
        (
            "John Reed spoke to the crowd. Blaming Martin Gray, he said, was “too simple an answer.”",
            "John Reed",
        ),
    ],
)
def test_the_last_quotation_is_given_to(text: str, speaker: str) -> None:
    assert speakers(text)[-1][1] == speaker
