"""What teaching is shown of a story that several readers read."""

from collections.abc import Sequence

import pytest

torch = pytest.importorskip("torch")

from crossread.learn.pairs.batch import FURTHER, Batch, prepare  # noqa: E402  # after the check that torch is there
from crossread.learn.pairs.folds import pieces  # noqa: E402
from crossread.learn.pairs.gold import GoldStory, Place, Proposition  # noqa: E402
from crossread.learn.pairs.network import Matcher  # noqa: E402
from crossread.records import Document  # noqa: E402

TEXT = "The bridge is shut. It is old."
SENTENCES = ((0, 19), (20, 30))
SHUT: tuple[Place, ...] = (("east", 0), ("west", 0))
OLD: tuple[Place, ...] = (("east", 1), ("west", 1))


def _told(words: str, places: Sequence[Place]) -> Proposition:
    return Proposition(words, frozenset(places))


def _batch(*readers: Sequence[Proposition]) -> Batch:
    documents = tuple(
        Document(source=outlet, text=TEXT, outlet=outlet, title=None, published=None) for outlet in ("east", "west")
    )
    first, *further = (tuple(told) for told in readers)
    story = GoldStory("s", documents, {"east": SENTENCES, "west": SENTENCES}, first, tuple(further))
    torch.manual_seed(1)
    return prepare(story, pieces(), Matcher().eval())


def _sure(batch: Batch) -> dict[tuple[int, int], float]:
    assert batch.linked is not None
    return {
        (a, b): round(float(sure), 3)
        for (a, b), sure in zip(batch.linked.pairs.tolist(), batch.linked.true, strict=True)
    }


def test_a_link_is_as_true_as_its_readers_say() -> None:
    shut, old = _told("A bridge is closed.", SHUT), _told("It has stood for long.", OLD)
    assert _sure(_batch([shut, old])) == {(0, 2): 1.0, (0, 3): 0.0, (1, 2): 0.0, (1, 3): 1.0}
    found = _sure(_batch([shut], [shut, old], [old]))
    assert found == {(0, 2): 1 - FURTHER / 2, (0, 3): 0.0, (1, 2): 0.0, (1, 3): FURTHER}


def test_propositions_of_all_readers_are_shown_but_those_whose_words_were_not_kept() -> None:
    batch = _batch([_told("A bridge is closed.", SHUT)], [_told("", OLD), _told("It has stood for long.", OLD)])
    assert batch.stated.pairs.tolist() == [[sentence, number] for number in (4, 5) for sentence in range(4)]
    assert batch.stated.true.tolist() == [1.0, 0.0, 1.0, 0.0, 0.0, 1.0, 0.0, 1.0]
    assert _sure(batch)[1, 3] == FURTHER
