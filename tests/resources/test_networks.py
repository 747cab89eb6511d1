"""Networks and tokenizers are checked when they are opened, and told by name when they fail."""

from pathlib import Path

import pytest

from crossread.errors import ResourceError
from crossread.resources import resource_path
from crossread.resources.networks import open_network, open_pieces, piece_number

PIECES = "models/pairs/tokenizer.json"


@pytest.mark.parametrize("opened", [open_network, open_pieces])
def test_a_missing_file_is_told(opened: object, tmp_path: Path) -> None:
    assert callable(opened)
    with pytest.raises(ResourceError, match=r"nothing\.here is missing"):
        opened(tmp_path / "nothing.here")


@pytest.mark.parametrize("opened", [open_network, open_pieces])
def test_a_file_of_something_else_is_told(opened: object, tmp_path: Path) -> None:
    assert callable(opened)
    other = tmp_path / "other.file"
    other.write_text("no such thing", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"other\.file holds no"):
        opened(other)


def test_texts_are_neither_cut_short_nor_filled_up() -> None:
    pieces = open_pieces(resource_path(PIECES))
    assert len(pieces.encode("word " * 700, add_special_tokens=False).ids) == 700
    assert len(pieces.encode("word", add_special_tokens=False).ids) == 1


def test_a_piece_that_the_tokenizer_lacks_is_told() -> None:
    pieces = open_pieces(resource_path(PIECES))
    assert pieces.id_to_token(piece_number(pieces, "[SEP]")) == "[SEP]"
    with pytest.raises(ResourceError, match="no \\[WHAT\\]"):
        piece_number(pieces, "[WHAT]")
