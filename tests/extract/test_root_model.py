"""The shipped root model: marked sentences in, one probability a root out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.errors import ResourceError
from crossread.extract.root_model import LONGEST, MARKS, PIECES_FILE, Marked, Pieces, RootModel, shipped_model
from crossread.resources import resource_path


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Chile accused Peru of spying.", "ACCUSE"),
        ("Chile bombed Peru on Friday.", "ASSAULT"),
        ("Chile suspended aid to Peru.", "SANCTION"),
        ("Chile gave Peru food and medicine.", "AID"),
    ],
)
def test_plain_deeds_are_told(text: str, root: str) -> None:
    at = text.index("Peru")
    odds = shipped_model().odds(Marked(text, (0, 5), (at, at + 4)))
    assert sum(odds.values()) == pytest.approx(1.0)
    assert max(odds, key=lambda name: odds[name]) == root


@given(st.text(max_size=400), st.data())
@settings(max_examples=50, deadline=None)
def test_any_text_is_cut_within_bounds_with_its_marks(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    pieces = Pieces(resource_path(f"models/roots/{PIECES_FILE}")).cut(
        Marked(text, (places[0], places[1]), (places[2], places[3]))
    )
    assert len(pieces) <= LONGEST
    assert MARKS[0] in pieces


def test_a_missing_model_is_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(ResourceError, match=r"roots\.onnx"):
        RootModel(tmp_path_factory.mktemp("empty"))
