"""Names that are told as those of somebody's relatives."""

import pytest

from crossread.linking import told_as_kin


@pytest.mark.parametrize(
    ("text", "kin"),
    [
        ("Her father, Bob Lee, left.", True),
        ("his late wife Bob Lee left", True),
        ("Moore's brother Bob Lee left", True),
        ("Bob Lee, her uncle, left.", True),
        ("Bob Lee, Mr. Moore’s son-in-law, left.", True),
        ("harbour widow Bob Lee left", False),
        ("Her lawyer, Bob Lee, left.", False),
        ("Bob Lee, a father of three, left.", False),
        ("Bob Lee left her father.", False),
        ("Bob Lee, who met her father, left.", False),
        ("He left. Bob Lee stayed.", False),
    ],
)
def test_a_relative_has_a_noun_of_kinship_and_whose_it_is(text: str, kin: bool) -> None:
    start = text.index("Bob Lee")
    assert told_as_kin(text, start, start + len("Bob Lee")) is kin
