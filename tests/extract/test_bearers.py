"""Who bears a surname that stands alone."""

import pytest

from crossread.annotate import RuleAnnotator
from crossread.extract.bearers import Bearers
from crossread.extract.reading import Reading
from crossread.extract.title_names import names_in_title
from crossread.records import Document


def full_names(text: str, title: str | None = None) -> list[str]:
    bearers = Bearers(Reading(RuleAnnotator().annotate(Document("a.txt", text, "Courier", title=title))))
    return [bearers.full_name(mention) for mention in bearers.people]


CALLED = "It hurt, Tallow said. Tallow grew up with Buddhists. "


def test_a_relative_named_later_is_not_whom_the_article_calls_by_the_surname() -> None:
    relative = full_names(CALLED + "Her father, Robert Tallow, taught. “I was small,” Tallow said.")
    assert relative == ["Tallow", "Tallow", "Robert Tallow", "Tallow"]
    himself = full_names(CALLED + "The lawyer Robert Tallow taught. “I was small,” Tallow said.")
    assert set(himself) == {"Robert Tallow"}


def test_a_relative_named_first_is_called_by_the_surname() -> None:
    assert set(full_names("His widow, Joan Tallow, wept. “I was small,” Tallow said.")) == {"Joan Tallow"}


def test_who_is_named_in_full_in_the_title_alone_has_that_name() -> None:
    found = full_names(CALLED + "Her father, Robert Tallow, taught.", title="Why Irva Tallow Is Angry")
    assert found == ["Irva Tallow", "Irva Tallow", "Robert Tallow"]


def test_the_title_gives_a_gender() -> None:
    text = "It hurt, Tallow said."
    for title, gender in (("Why Ann Tallow Is Angry", "female"), ("Why Tallow Is Angry", None)):
        bearers = Bearers(Reading(RuleAnnotator().annotate(Document("a.txt", text, "Courier", title=title))))
        assert [bearers.gender(mention) for mention in bearers.people] == [gender]


@pytest.mark.parametrize(
    ("title", "surname", "name"),
    [
        ("Mayor Breaks Silence on Irva Tallow’s Claims", "tallow", "Irva Tallow"),
        ("Irva Tallow: mayor hurt me", "tallow", "Irva Tallow"),
        ("Why Tallow Is Angry", "tallow", None),
        ("Angry Tallow leaves", "tallow", None),
        ("IRVA TALLOW LEAVES", "tallow", None),
        ("How irva Tallow leaves", "tallow", None),
        ("Moore Tallow feud goes on", "tallow", None),
        ("Ann Tallow and Bob Tallow wed", "tallow", None),
        ("", "tallow", None),
    ],
)
def test_names_of_a_title(title: str, surname: str, name: str | None) -> None:
    assert names_in_title(title, {"moore"}).get(surname) == name


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Tay Tallow, who was on his way, stopped.", "male"),
        ("Tay Tallow, who ran to her house, stopped.", "female"),
        ("Tay Tallow, who met Ann Reed and her son, stopped.", None),
        ("Tay Tallow, who ran, lost his way.", None),
        ("Tay Tallow ran on his way.", None),
    ],
)
def test_a_clause_about_a_name_tells_its_gender(text: str, gender: str | None) -> None:
    bearers = Bearers(Reading(RuleAnnotator().annotate(Document("a.txt", text, "Courier"))))
    assert bearers.gender(bearers.people[0]) == gender


def test_a_surname_of_a_man_and_a_woman_has_the_gender_of_whom_it_stands_for() -> None:
    text = "Mary Tallow spoke. Carl Tallow left. Then Tallow wept."
    bearers = Bearers(Reading(RuleAnnotator().annotate(Document("a.txt", text, "Courier"))))
    last = bearers.people[-1]
    assert (bearers.full_name(last), bearers.gender(last)) == ("Mary Tallow", "female")
