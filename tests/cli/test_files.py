"""A story's file stays in its folder, and no two stories share one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.cli.files import story_file, write_text
from crossread.errors import UsageError

FOLDER = Path("out")


@given(st.text(min_size=1, max_size=300))
def test_a_story_s_file_lies_in_the_folder(name: str) -> None:
    path = story_file(FOLDER, name, ".json")
    assert path.parent == FOLDER
    assert path.name not in {".json", "..json"}
    assert "\0" not in path.name
    assert len(path.name) < 255


@given(st.lists(st.text(alphabet="ab/. _", min_size=1, max_size=6), unique=True, min_size=2, max_size=2))
def test_two_stories_never_share_a_file(names: list[str]) -> None:
    first, second = (story_file(FOLDER, name, ".json") for name in names)
    assert first != second


def test_a_plain_name_is_kept() -> None:
    assert story_file(FOLDER, "harbour-2031", ".html") == FOLDER / "harbour-2031.html"


def test_writing_makes_the_folder(tmp_path: Path) -> None:
    write_text(tmp_path / "new" / "a.md", "é\n")
    assert (tmp_path / "new" / "a.md").read_bytes() == "é\n".encode()


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        write_text(tmp_path, "text")
