"""The network of roles learns what it is shown, and computes the same as the model that ships."""

from pathlib import Path

import numpy as np
import pytest

from crossread.annotate.reader import roles
from crossread.annotate.reader.roles import shipped_roles

pytest.importorskip("torch", reason="needs the extra: pip install crossread[train]")

from crossread.learn.statements import role_network
from crossread.learn.statements.role_network import Seen, crossed, save, teach

WIDTH = 8


def article(seed: int, words: int = 400) -> Seen:
    """Return an article whose words' vectors tell their role."""
    drawn = np.random.default_rng(seed)
    answers = drawn.integers(0, 4, words)
    vectors = drawn.normal(size=(words, WIDTH)) * 0.1
    vectors[np.arange(words), answers] += 1
    return Seen(vectors.astype(np.float16), drawn.integers(0, words, words), answers)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(role_network, "EPOCHS", 20)
    monkeypatch.setattr(role_network, "BATCH", 64)
    monkeypatch.setattr(role_network, "WARM", 5)


def test_what_vectors_tell_is_learned_and_comes_back_from_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = teach([article(seed) for seed in range(3)], "7")
    unseen = article(9)
    found = model.roles(unseen.vectors.astype(np.float32), unseen.heads)
    right = [digits[answer] > "5" for digits, answer in zip(found, unseen.answers, strict=True) if answer < 3]
    assert np.mean(right) > 0.9
    save(model, tmp_path / "roles.npz")
    monkeypatch.setattr(roles, "resource_path", lambda _: tmp_path / "roles.npz")
    shipped_roles.cache_clear()
    try:
        again = shipped_roles()
    finally:
        shipped_roles.cache_clear()
    assert again.reader == "7"
    same = [a == b for a, b in zip(again.roles(unseen.vectors.astype(np.float32), unseen.heads), found, strict=True)]
    assert np.mean(same) > 0.95  # 16 bits may move a chance across a step


def test_every_article_is_judged_by_a_model_that_has_not_seen_it(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [article(seed, 100) for seed in range(4)]
    shown: list[set[int]] = []
    taught = role_network.teach

    def watched(part: list[Seen], reader: str, threads: int) -> roles.RoleModel:
        shown.append({articles.index(one) for one in part})
        return taught(part, reader, threads)

    monkeypatch.setattr(role_network, "teach", watched)
    monkeypatch.setattr(Seen, "__eq__", object.__eq__)
    assert [len(found) for found in crossed(articles, "7")] == [100] * 4
    assert shown == [{1, 2}, {0, 2, 3}, {0, 1, 3}]
