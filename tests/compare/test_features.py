"""What two sentences have in common."""

import numpy as np
from tests.compare.accounts import account, number, story

from crossread.compare.encoder import Encoded, Head
from crossread.compare.features import COLUMNS, Features, Pair
from crossread.compare.passages import Passages
from crossread.records import ResolvedStory

HEAD = Head(10.0, (1.0, 1.0, 1.0, 1.0, 1.0, 1.0), -3.0)
NORTH = account(
    "North",
    "Mayor Lida Orm said “the water rose fast” on Monday. Some 40 homes were lost. Rain is due.",
    names={"Lida Orm": ("e-orm", "person")},
    quotes=[("the water rose fast", "Lida Orm")],
    numbers=[number("40 homes", 40.0, "homes")],
)
SOUTH = account(
    "South",
    "“The water rose fast,” the mayor, Lida Orm, told us. Another 52 homes were lost. Schools stay shut.",
    names={"Lida Orm": ("e-orm", "person")},
    quotes=[("The water rose fast", "Lida Orm")],
    numbers=[number("52 homes", 52.0, "homes")],
)


def _row(resolved: ResolvedStory, pair: Pair) -> dict[str, float]:
    passages = Passages(resolved).all()
    chance = np.random.default_rng(1)
    encoded = []
    for _ in passages:
        pieces = chance.normal(size=(4, 8)).astype(np.float32)
        pieces /= np.linalg.norm(pieces, axis=1, keepdims=True)
        quarter = np.full(4, 0.25, dtype=np.float32)
        gate, states = np.zeros(4, dtype=np.float32), np.ones((4, 1), dtype=np.float16)
        encoded.append(Encoded(pieces.mean(axis=0), pieces, gate, quarter, (0, 1, 2, 3), states))
    pairs = [(a, b) for a in range(3) for b in range(3, 6)]
    rows = Features(passages, encoded, HEAD).measure(pairs)
    assert rows.shape == (len(pairs), len(COLUMNS))
    assert np.isfinite(rows).all()
    return dict(zip(COLUMNS, rows[pairs.index(pair)], strict=True))


RESOLVED = story(NORTH, SOUTH)


def test_the_same_quotation_and_name_are_seen() -> None:
    row = _row(RESOLVED, (0, 3))
    assert row["quoted.shared"] > 0
    assert row["quoted.least"] == 1.0
    assert row["names.shared"] > 0
    assert row["words.rank.least"] == row["words.rank.most"] == 0.0


def test_other_numbers_for_the_same_thing_are_told_apart() -> None:
    row = _row(RESOLVED, (1, 4))
    assert (row["figures.shared"], row["figures.apart"]) == (0.0, 1.0)
    assert row["words.shared"] > 0


def test_sentences_with_nothing_in_common_score_nothing() -> None:
    row = _row(RESOLVED, (2, 5))
    assert (row["words.shared"], row["names.shared"], row["runs.three"]) == (0.0, 0.0, 0.0)


def test_no_pairs_no_rows() -> None:
    assert Features((), (), HEAD).measure(()).shape == (0, len(COLUMNS))
