"""Teaching that was stopped goes on as if it had not been."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

from crossread.learn.pairs import teach as teaching  # noqa: E402  # after the check that torch is there
from crossread.learn.pairs.batch import Batch  # noqa: E402
from crossread.learn.pairs.network import WIDTH, Matcher  # noqa: E402


def _batch(seed: int) -> Batch:
    chance = torch.Generator().manual_seed(seed)
    places = torch.tensor([[1, 2], [3, 4], [5, 6], [7, 8]])
    pairs = torch.tensor([[0, 2], [0, 3], [1, 2], [1, 3]])
    return Batch(
        states=torch.randn(1, 10, WIDTH, generator=chance).half(),
        seen=torch.ones(1, 1, 1, 10, dtype=torch.bool),
        rows=torch.zeros(4, 2, dtype=torch.long),
        columns=places,
        mask=torch.ones(4, 2),
        pairs=pairs,
        same=torch.tensor([1.0, 0.0, 0.0, 1.0]),
        likeness=torch.tensor([0.9, 0.5, 0.4, 0.8]),
    )


def test_a_stopped_teaching_goes_on_as_if_it_had_not_been(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torch.manual_seed(7)
    start = Matcher().state_dict()

    def fresh() -> Matcher:
        network = Matcher()
        network.load_state_dict(start)
        return network

    monkeypatch.setattr(teaching, "fresh", fresh)
    monkeypatch.setattr(teaching, "ROUNDS", 2)
    batches = [_batch(1), _batch(2)]
    through = teaching.teach(batches, 3, tmp_path / "through.part")
    stopped = teaching._Teaching(len(batches), 3)
    stopped.round(batches)
    stopped.keep(tmp_path / "stopped.part")
    torch.manual_seed(99)  # what happened meanwhile must not matter
    resumed = teaching.teach(batches, 3, tmp_path / "stopped.part")
    same = [torch.equal(a, b) for a, b in zip(through.parameters(), resumed.parameters(), strict=True)]
    assert all(same)
    moved = [torch.equal(value, start[name]) for name, value in resumed.named_parameters()]
    assert not all(moved)
    assert not list(tmp_path.iterdir())
