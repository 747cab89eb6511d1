"""What a store keeps is out of date once what made it is another."""

from pathlib import Path

import pytest

from crossread.pipeline import default_pipeline, made_of

FILES = {
    "extract/rules.py": 'FOLDER = "models/roots"',
    "extract/events/verbs.py": "VERBS = 1",
    "compare/pairs.py": 'FOLDER = "models/pairs"',
    "linking/keys.py": "KEYS = 1",
    "records/span.py": "SPAN = 1",
    "resources/lexicons/en/cues.txt": "said",
    "resources/models/roots/weights.bin": "0.1",
    "resources/models/pairs/weights.bin": "0.2",
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.setattr(made_of, "_ROOT", tmp_path)
    return tmp_path


def digest() -> str:
    made_of._of_package.cache_clear()
    try:
        return made_of._of_package("extract")
    finally:
        made_of._of_package.cache_clear()


@pytest.mark.parametrize(
    ("name", "matters"),
    [
        ("extract/rules.py", True),
        ("extract/events/verbs.py", True),
        ("linking/keys.py", True),
        ("records/span.py", True),
        ("resources/lexicons/en/cues.txt", True),
        ("resources/models/roots/weights.bin", True),
        ("resources/models/pairs/weights.bin", False),
        ("compare/pairs.py", False),
    ],
)
def test_what_a_stage_is_made_of_is_told_apart(root: Path, name: str, matters: bool) -> None:
    before = digest()
    assert digest() == before
    with (root / name).open("a", encoding="utf-8") as file:
        file.write(" ")
    assert (digest() != before) is matters


def test_what_python_leaves_behind_does_not_matter(root: Path) -> None:
    before = digest()
    (root / "resources/__pycache__").mkdir()
    (root / "resources/__pycache__/loader.pyc").write_bytes(b"1")
    assert digest() == before


class OwnStage:
    """A stage that somebody else wrote."""


def test_a_stage_from_elsewhere_is_told_by_its_file() -> None:
    assert made_of.made_of(OwnStage())
    assert made_of.made_of(OwnStage()) != made_of.made_of(default_pipeline().extract)


def test_a_pipeline_says_what_each_of_its_stages_is_made_of() -> None:
    pipeline = default_pipeline()
    assert pipeline.made_by.startswith(f"{pipeline.read_by} > ")
    assert pipeline.made_by.endswith(pipeline.sorted_by)
    assert pipeline.extract.name in pipeline.read_by
