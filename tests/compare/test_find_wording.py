"""One quotation in different words; not two quotations, not the same one cut with a sign."""

import pytest
from tests.compare.accounts import account, align, finds, story, values

SAID = "We will not leave this valley until the last house stands dry again"


def pair(left: str, right: str) -> list[tuple[str, str]]:
    a = account("Courier", f'"{left}," said Bell.', quotes=[(left, "Bell")])
    b = account("Herald", f'"{right}," Bell said.', quotes=[(right, "Bell")])
    return [values(found) for found in finds(story(a, b), align(), "wording")]


def test_an_exchanged_word_is_shown_with_its_neighbours() -> None:
    ((left, right),) = pair(SAID, SAID.replace("valley", "village"))
    assert "valley" in left
    assert "village" in right
    assert left.split()[0] == right.split()[0]


@pytest.mark.parametrize(
    "other",
    [
        SAID,
        SAID.replace("last house", "last … house"),
        "We will not leave this valley",
        "Nobody could have known what was coming down the river that night",
        SAID.replace("not", "NOT"),
    ],
)
def test_what_is_the_same_or_another_is_not_reported(other: str) -> None:
    assert pair(SAID, other) == []


def test_a_word_left_out_without_a_sign_is_reported() -> None:
    assert len(pair(SAID, SAID.replace("last ", ""))) == 1


def test_a_denial_that_one_account_lacks_is_a_contradiction() -> None:
    without = SAID.replace("not ", "")
    a = account("Courier", f'"{SAID}," said Bell.', quotes=[(SAID, "Bell")])
    b = account("Herald", f'"{without}," Bell said.', quotes=[(without, "Bell")])
    (found,) = finds(story(a, b), align(), "wording")
    assert (found.kind, found.severity) == ("polarity", "contradiction")


def test_an_utterance_broken_by_its_cue_is_one() -> None:
    first, second = "We will not leave this valley", "until the last house stands dry again"
    a = account("Courier", f'"{first}," Bell said, "{second}."', quotes=[(first, "Bell"), (second, "Bell")])
    b = account("Herald", f'"{SAID}," Bell said.', quotes=[(SAID, "Bell")])
    assert finds(story(a, b), align(), "wording") == []


def test_two_changes_far_apart_are_two_differences() -> None:
    changed = SAID.replace("valley", "village").replace("dry", "firm")
    longer = SAID.replace("until", "until the rain has gone and then until")
    assert len(pair(longer, longer.replace("valley", "village").replace("dry", "firm"))) == 2
    assert len(pair(SAID, changed)) >= 1
