"""Which of the story's entities the words of one article stand for."""

from tests.compare.accounts import account, story

from crossread.compare.parties import Parties
from crossread.records import Speaker

HERE = account(
    "Courier",
    "Tallow wept. Lesko heard her.",
    names={"Tallow": ("tallow", "person"), "Lesko": ("lesko", "person")},
)
THERE = account("Herald", "Irva Tallow wept.", names={"Irva Tallow": ("tallow", "person")})


def test_a_full_name_that_only_other_articles_have_is_known() -> None:
    pronoun = HERE.coded.annotated.document.span(25, 28)
    speaker = Parties(story(HERE, THERE)).speaker(Speaker("Irva Tallow", pronoun))
    assert speaker is not None
    assert speaker.entity == "tallow"
