"""The comparison assembled: resolved, ordered, with every span to the letter, whatever the order of the articles."""

from collections.abc import Iterator
from dataclasses import asdict

import pytest
from tests.compare.accounts import Account, Named, account, number, story, with_stances

from crossread.compare import StoryComparer
from crossread.records import Comparison, Party, ResolvedStory, Span, Stance

NAMES: Named = {"Mara Voss": ("voss", "person"), "Voss": ("voss", "person"), "Arland": ("arland", "gpe")}
WORDS = "we will not leave this valley until the last house stands dry"
GARBLED = WORDS.replace("valley", "village")


def accounts() -> tuple[Account, Account, Account]:
    a = account(
        "Courier",
        "The flood in Marnow killed 14 people on Monday. "
        f'Opposition leader Mara Voss said "{WORDS}." Arland backed Voss.',
        names=NAMES,
        quotes=[(WORDS, "Mara Voss")],
        numbers=[number("14", 14, "people", unit="people")],
        times=[("Monday", "2031-04-28")],
    )
    b = account(
        "Herald",
        f'A flood in Marnow killed 17 people. Self-proclaimed president Mara Voss said "{GARBLED}."',
        names=NAMES,
        quotes=[(GARBLED, "Mara Voss")],
        numbers=[number("17", 17, "people", unit="people")],
    )
    c = account("Mirror", "The flood in Marnow killed 14 people on Monday.", times=[("Monday", "2031-04-28")])
    text = a.document.text
    holder = a.document.span(text.rindex("Arland"), text.rindex("Arland") + 6)
    target = a.document.span(text.rindex("Voss"), text.rindex("Voss") + 4)
    backing = Stance(
        "t-1", Party("Arland", holder), "for", Party("Voss", target), "supports", None, None, (a.sentence(2),)
    )
    return with_stances(a, backing), b, c


def compared(*told: Account, strangers: tuple[str, ...] = ()) -> Comparison:
    return StoryComparer().compare(story(*told, strangers=strangers))


def spans(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    elif hasattr(value, "__dataclass_fields__") and not isinstance(value, ResolvedStory):
        for name in value.__dataclass_fields__:
            if name not in ("story", "generator"):
                yield from spans(getattr(value, name))


def test_every_span_is_what_stands_there() -> None:
    told = accounts()
    texts = {each.document.id: each.document.text for each in told}
    found = list(spans(compared(*told)))
    assert len(found) > 20
    assert all(texts[span.doc][span.start : span.end] == span.text for span in found)


def test_who_takes_part_is_named_as_the_story_knows_them() -> None:
    (stance,) = compared(*accounts()).stances
    assert (stance.holder.entity, stance.target.entity) == ("arland", "voss")
    assert stance.target.name == "Mara Voss"


def test_speakers_are_named_as_the_story_knows_them() -> None:
    quotes = compared(*accounts()).quotes
    assert [quote.speaker and quote.speaker.entity for quote in quotes] == ["voss", "voss"]


def test_all_is_in_the_order_of_the_text() -> None:
    told = accounts()
    order = {each.document.id: n for n, each in enumerate(told)}
    comparison = compared(*told)

    def place(span: Span) -> tuple[int, int]:
        return order[span.doc], span.start

    for rows in (comparison.points, comparison.statements, comparison.labels):
        places = [place(row.evidence[0]) for row in rows]
        assert places == sorted(places)
    assert [place(e.mentions[0]) for e in comparison.entities] == sorted(
        place(e.mentions[0]) for e in comparison.entities
    )


def without_order(comparison: Comparison) -> list[object]:
    return [
        sorted(
            (repr(sorted(map(repr, asdict(d)["sides"]))), d.kind, d.severity, d.confidence)
            for d in comparison.discrepancies
        ),
        sorted(map(repr, comparison.labels)),
        sorted(repr((entry.date, sorted(map(repr, entry.evidence)))) for entry in comparison.timeline),
    ]


@pytest.mark.parametrize("turn", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_order_of_the_articles_changes_nothing_but_the_order(turn: tuple[int, ...]) -> None:
    told = accounts()
    assert without_order(compared(*(told[n] for n in turn))) == without_order(compared(*told))


def test_a_stranger_is_recorded_as_a_failure() -> None:
    told = accounts()
    (failure,) = compared(*told, strangers=(told[2].document.id,)).failures
    assert (failure.document, failure.stage) == ("Mirror.txt", "group")
    assert "another event" in failure.message


def test_articles_without_anything_in_them_compare_to_nothing() -> None:
    comparison = compared(account("Courier", "Rain."), account("Herald", "Snow."))
    assert comparison.discrepancies == ()
    assert comparison.timeline == ()
