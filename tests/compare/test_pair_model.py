"""The shipped model loads, and says what it is; a broken one is said to be broken."""

from pathlib import Path

import pytest

from crossread.compare.encoder import Encoder
from crossread.compare.facts import GROUP_COLUMNS
from crossread.compare.features import COLUMNS
from crossread.compare.model import PairModel
from crossread.errors import ResourceError
from crossread.resources.manifests import MANIFEST_FILE


def test_the_shipped_trees_know_the_figures_by_name() -> None:
    model = PairModel.shipped()
    assert model.forest.names == COLUMNS
    assert model.groups.names == GROUP_COLUMNS
    assert model.name.startswith("crossread-pairs/")
    assert 0 < model.thresholds.near < model.thresholds.accepted < 1


def test_a_missing_network_is_said(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="is missing; install"):
        Encoder(tmp_path)


def test_a_broken_manifest_is_said(tmp_path: Path) -> None:
    (tmp_path / MANIFEST_FILE).write_text("{}", "utf-8")
    with pytest.raises(ResourceError, match="install crossread again"):
        PairModel.load(tmp_path)
