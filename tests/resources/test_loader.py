"""Every table of the package loads and states its source and licence."""

from importlib.resources import files
from pathlib import Path

import pytest

from crossread.errors import ResourceError
from crossread.resources import read_table, resource_path

ROOT = Path(str(files("crossread.resources")))
TABLES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.tsv"))
LISTS = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.txt") if "models" not in path.parts)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_loads(name: str) -> None:
    assert read_table(name), f"{name} is empty"


@pytest.mark.parametrize("name", [*TABLES, *LISTS])
def test_a_resource_states_source_and_licence(name: str) -> None:
    head = [line for line in resource_path(name).read_text("utf-8").splitlines() if line.startswith("#")]
    assert any(line.startswith("# source:") for line in head), name
    assert any(line.startswith("# licence:") for line in head), name


def test_a_missing_resource_is_told() -> None:
    with pytest.raises(ResourceError, match="no_such_table"):
        read_table("lexicons/en/no_such_table.tsv")
