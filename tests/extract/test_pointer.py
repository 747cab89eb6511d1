"""The network that points at who speaks: passages in, chances of names out, and when it is asked."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.annotate import RuleAnnotator
from crossread.errors import ResourceError
from crossread.extract.cast import Cast
from crossread.extract.quotes import find_quotes
from crossread.extract.reading import Reading
from crossread.extract.reporting import Reporting
from crossread.extract.speakers import Candidate, Chooser, Scene
from crossread.extract.speakers.around import named_around
from crossread.extract.speakers.chooser import weigh
from crossread.extract.speakers.pointer import (
    CLOSES,
    NETWORK_FILE,
    OPENS,
    PIECES_FILE,
    Passage,
    Pieces,
    Pointer,
    Weights,
    shipped_pointer,
)
from crossread.records import Document
from crossread.resources import resource_path

PIECES = Pieces(resource_path(f"models/pointer/{PIECES_FILE}"))
TEXT = (
    "The council met on Friday. Ann Lee left at noon.\n\n“It is over, and it should have been years ago,” said John "
    "Reed, the mayor of the town.\n\nMary Hill wept when she heard it."
)
MARKED = (TEXT.index("“"), TEXT.index("”") + 1)


@dataclass(frozen=True)
class Watched(Pointer):
    """The shipped pointer, which counts how often it is asked."""

    asked: list[Passage] = field(default_factory=list)

    def __post_init__(self) -> None:
        vars(self).update(vars(shipped_pointer()))

    def chances(self, passage: Passage, places: list[int]) -> list[float]:  # type: ignore[override]
        self.asked.append(passage)
        return super().chances(passage, places)


def spoken(text: str, chooser: Chooser) -> list[tuple[str, str | None]]:
    reading = Reading(RuleAnnotator().annotate(Document("x", text, "Gazette")))
    found = find_quotes(Reporting(Cast(reading), ()), chooser.choose)
    return [(quote.span.text, quote.speaker.name if quote.speaker else None) for quote in found]


def test_places_are_where_pieces_outside_the_quotation_begin() -> None:
    passage = PIECES.cut(TEXT, MARKED)
    opened, closed = passage.pieces.index(OPENS), passage.pieces.index(CLOSES)
    assert passage.places[TEXT.index("The")] == 1
    assert all(place < opened for at, place in passage.places.items() if at < MARKED[0])
    assert all(place > closed for at, place in passage.places.items() if at >= MARKED[1])
    assert TEXT.index("over") not in passage.places


@given(st.text(max_size=3000), st.data())
@settings(max_examples=50, deadline=None)
def test_any_text_is_cut_within_bounds(text: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    passage = PIECES.cut(text, (start, end))
    assert len(passage.pieces) <= 304
    assert all(not start <= at < end for at in passage.places)
    assert sorted(passage.places.values()) == sorted(set(passage.places.values()))
    assert all(0 < place < len(passage.pieces) - 1 for place in passage.places.values())


def test_the_chances_of_names_add_up_to_one_with_that_of_nobody() -> None:
    passage = PIECES.cut(TEXT, MARKED)
    places = [passage.places[TEXT.index(name)] for name in ("Ann", "John", "Mary")]
    three, two = (shipped_pointer().chances(passage, asked) for asked in (places, places[:2]))
    assert all(0 < chance < 1 for chance in three)
    assert sum(three) < 1
    assert two[0] / two[1] == pytest.approx(three[0] / three[1])
    assert two[0] > three[0]


def test_everybody_named_around_can_be_pointed_at_but_no_pronoun() -> None:
    text = "Ann Lee wept. He said “it is over” to the lawyer. Mary Hill left."
    seen: list[list[str]] = []

    def look(cast: Cast, scene: Scene, candidates: list[Candidate]) -> None:
        passage = PIECES.cut(cast.reading.text, scene.marked.outer)
        around = named_around(cast, scene, candidates, passage)
        assert list(around) == sorted(around)
        seen.append([voice.name for voice in around.values()])

    reading = Reading(RuleAnnotator().annotate(Document("x", text, "Gazette")))
    find_quotes(Reporting(Cast(reading), ()), look)  # type: ignore[arg-type]
    assert seen == [["Ann Lee", "lawyer", "Mary Hill"]]


def test_it_is_asked_only_where_the_trees_are_not_sure() -> None:
    pointer = Watched()
    chooser = Chooser(Chooser.shipped().trees, pointer)
    assert spoken("“The gates are rotten,” Ann Lee said.", chooser) == [("The gates are rotten", "Ann Lee")]
    assert pointer.asked == []
    spoken("Ann Lee met John Reed, whose plan to go to the north by train was “a very late answer”.", chooser)
    assert len(pointer.asked) == 1


def test_a_signature_is_believed_without_asking() -> None:
    pointer = Watched()
    text = "“He is the shame of us all.” ― Ann Lee\n\n“We are not to be bought.”― Tom Reed\n\n“I go.” — Carla Ek, nurse"
    names = [name for _, name in spoken(text, Chooser(Chooser.shipped().trees, pointer))]
    assert names == ["Ann Lee", "Tom Reed", "Carla Ek"]


def test_either_can_outweigh_the_other() -> None:
    weights = Weights(trees=0.5, pointer=0.5, bias=0.0)
    assert weigh(0.5, 0.5, weights) == pytest.approx(0.5)
    assert weigh(0.9, 0.1, weights) == pytest.approx(0.5)
    assert weigh(0.9, 0.5, weights) > weigh(0.5, 0.5, weights) > weigh(0.5, 0.0, weights) > 0


def test_a_missing_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="who speaks"):
        Pointer(tmp_path)
    (tmp_path / "manifest.json").write_text('{"weights": {"trees": 1, "pointer": 1, "bias": 0}}')
    with pytest.raises(ResourceError, match=NETWORK_FILE):
        Pointer(tmp_path)
