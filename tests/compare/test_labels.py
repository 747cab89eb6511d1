"""How articles name the actors: titles, descriptions before and after the name, epithets; own voice or quoted."""

import pytest
from tests.compare.accounts import Named, account, story

from crossread.compare.labels import find_labels
from crossread.compare.passages import Passages
from crossread.records import Label

VOSS: Named = {"Mara Voss": ("voss", "person")}
COUNCIL: Named = {"Harbour Council": ("council", "org")}


def labels(text: str, names: Named = VOSS, quotes: tuple[tuple[str, str | None], ...] = ()) -> list[Label]:
    first = account("Courier", text, names=names, quotes=quotes)
    other = account("Herald", f"It rained on {next(iter(names))}.", names=names)
    resolved = story(first, other)
    return [label for label in find_labels(resolved, Passages(resolved)) if label.doc == first.document.id]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The opposition leader Mara Voss spoke.", "opposition leader"),
        ("They met Senator Mara Voss today.", "Senator"),
        ("Mara Voss, the head of the Harbour Union, spoke.", "head of the Harbour Union"),
        ("Mara Voss, who is head of the council, spoke.", "head of the council"),
        ("Six states recognised Mara Voss as interim president.", "interim president"),
        ("Mara Voss declared herself acting leader.", "acting leader"),
        ("A crowd met Bay State governor Mara Voss at noon.", "Bay State governor"),
    ],
)
def test_people_are_described_before_and_after_the_name(text: str, words: str) -> None:
    assert [label.words for label in labels(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The crowd cheered Mara Voss.",
        "Mara Voss, the spokesman said, was late.",
        "Mr. Mara Voss spoke.",
        "Mara Voss is late, as ever.",
    ],
)
def test_what_describes_nobody_is_no_label(text: str) -> None:
    assert labels(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The opposition-controlled Harbour Council met.", "opposition-controlled"),
        ("The Harbour Council, an elected legislature whose acts were annulled, met.", "elected legislature"),
    ],
)
def test_bodies_are_described_too(text: str, words: str) -> None:
    assert [label.words for label in labels(text, COUNCIL)] == [words]


def test_a_label_in_a_quotation_is_in_a_quoted_voice() -> None:
    said = "We support interim president Mara Voss"
    (label,) = labels(f'"{said}," said Bell.', quotes=((said, None),))
    assert label.voice == "quoted"


def test_uses_of_one_label_are_counted_together() -> None:
    (label,) = labels("Senator Mara Voss spoke. Then Senator Mara Voss left.")
    assert len(label.evidence) == 2


def test_actors_of_one_document_alone_have_no_labels() -> None:
    only = story(account("Courier", "Senator Mara Voss spoke.", names=VOSS), account("Herald", "It rained."))
    assert find_labels(only, Passages(only)) == ()


@pytest.mark.parametrize("text", ["The Harbour Council met. The committee left.", "The council Harbour Council met."])
def test_what_says_no_more_than_the_name_or_the_sort_is_no_label(text: str) -> None:
    names: Named = {**COUNCIL, "The committee": ("council", "org")}
    assert labels(text, names) == []
