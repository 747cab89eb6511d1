"""The network that points learns what it is shown, and computes the same as the model that ships."""

from pathlib import Path

import numpy as np
import pytest

from crossread.extract.speakers.pointer import CLOSES, NETWORK_FILE, OPENS, Passage, Pointer

pytest.importorskip("torch", reason="needs the extra: pip install crossread[train]")

import torch

from crossread.learn.statements import pointer_train
from crossread.learn.statements.pointer_lessons import PointerLesson
from crossread.learn.statements.pointer_train import export, teach

MANIFEST = '{"weights": {"trees": 1, "pointer": 1, "bias": 0}}'
SPEAKER, OTHER = 2000, 3000


def lesson(drawn: np.random.Generator) -> PointerLesson:
    """Return a quotation after which the speaker's piece stands, and before which, sometimes, another's does."""
    filled = drawn.integers(1000, 1100, 12).tolist()
    pieces = (101, OTHER, *filled[:5], OPENS, *filled[5:], CLOSES, SPEAKER, 102)
    return PointerLesson(pieces, (1, len(pieces) - 2), (False, True))


@pytest.mark.filterwarnings("ignore")  # torch's, of how it exports
def test_what_it_is_shown_is_learned_and_shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pointer_train, "ROUNDS", 3)
    drawn = np.random.default_rng(1)
    network = teach([lesson(drawn) for _ in range(60)], tmp_path / "kept")
    export(network, tmp_path)
    (tmp_path / "manifest.json").write_text(MANIFEST, "utf-8")
    assert (tmp_path / NETWORK_FILE).exists()
    assert not (tmp_path / "kept").exists()
    unseen = lesson(drawn)
    chances = Pointer(tmp_path).chances(Passage(unseen.pieces, {}), unseen.places)
    with torch.no_grad():
        values, nobody = network(torch.tensor([unseen.pieces]))
    whole = torch.softmax(torch.cat([values[0, list(unseen.places)], nobody]), 0)[:2].tolist()
    assert chances[1] > 0.9
    assert chances == pytest.approx(whole, abs=0.05)
