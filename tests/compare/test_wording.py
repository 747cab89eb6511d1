"""The words that stand for a point."""

from dataclasses import replace

import pytest
from tests.compare.accounts import account, story

from crossread.compare.wording import MOST_WORDS, Wording
from crossread.records import Statement


def worded(text: str, words: str, subject: str | None) -> tuple[str, bool]:
    one = account("Courier", text)
    start = one.document.text.index(words)
    span = one.document.span(start, start + len(words))
    made: Statement = replace(one.statement(0), evidence=(span,), subject=subject)
    wording = Wording(story(one))
    return wording.label(made), wording.complete(made)


@pytest.mark.parametrize(
    ("words", "subject", "label", "complete"),
    [
        ("Mayor Lund shut the bridge", "Lund", "Mayor Lund shut the bridge", True),
        ("gave drivers two days to go", "Lund", "Mayor Lund shut the bridge and gave drivers two days to go", False),
        ("will reopen it", "Lund", "will reopen it", False),
        ("gave drivers two days to go", None, "gave drivers two days to go", True),
    ],
)  # fmt: skip
def test_a_clause_without_its_subject_begins_with_its_sentence(
    words: str, subject: str | None, label: str, complete: bool
) -> None:
    text = "Mayor Lund shut the bridge and gave drivers two days to go. " + "Later " * MOST_WORDS + "will reopen it."
    assert worded(text, words, subject) == (label, complete)


def test_a_clause_loses_the_word_that_hangs_it_on_another() -> None:
    text = "They left after the mayor had closed the bridge."
    assert worded(text, "after the mayor had closed the bridge", "mayor") == ("the mayor had closed the bridge", True)


def test_a_condition_stays_one() -> None:
    text = "They will leave if the mayor closes the bridge."
    assert worded(text, "if the mayor closes the bridge", "mayor") == ("if the mayor closes the bridge", False)


def test_a_dateline_is_no_part_of_what_is_told() -> None:
    text = "TARSK, Norra (Wire) - The mayor closed the bridge. All stood still."
    assert worded(text, text.split(".")[0], "mayor")[0] == "The mayor closed the bridge"
