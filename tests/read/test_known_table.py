"""A user's table of names."""

from pathlib import Path

import pytest

from crossread.errors import UsageError
from crossread.read import read_known
from crossread.records import KnownName


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_tab_separated_table_in_any_order_of_columns(tmp_path: Path) -> None:
    path = written(
        tmp_path, "k.tsv", "# ours\nid\tnote\tname\taliases\n\nQ1\t-\tAna Ruiz\tRuíz | A. Ruiz\nQ2\t\tNorra\t\n"
    )
    assert read_known(path) == (KnownName("Q1", "Ana Ruiz", ("Ruíz", "A. Ruiz")), KnownName("Q2", "Norra"))


def test_a_comma_separated_table_with_quoted_cells(tmp_path: Path) -> None:
    path = written(tmp_path, "k.csv", 'name,aliases,id\n"Moss, Hale & Co","Moss Hale",Q7\n')
    assert read_known(path) == (KnownName("Q7", "Moss, Hale & Co", ("Moss Hale",)),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name\tid\nAna\tQ1\n", "line 1: the heading lacks aliases"),
        ("", "line 1: the heading lacks name and aliases and id"),
        ("name\taliases\tid\nAna\tQ1\n", "line 2: 2 columns, the heading has 3"),
        ("name\taliases\tid\n\n\t\tQ1\n", "line 3: a row needs a name and an id"),
        ("name\taliases\tid\nAna\t\tQ1\nBea\t\tQ1\n", "line 3: the id 'Q1' stands in an earlier line too"),
    ],
)
def test_a_bad_table_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        read_known(written(tmp_path, "k.tsv", text))


def test_a_file_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read as a table of names"):
        read_known(tmp_path / "nothing.tsv")
