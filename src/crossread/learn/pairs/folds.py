"""The networks of the folds: each is taught on the stories of the others, so that it measures its own unseen.

Before that, one is taught on other stories, and all of them go on from it.
"""

import logging
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import torch

from crossread.compare.encoder import PIECES_FILE, Pieces
from crossread.learn.pairs.batch import prepare
from crossread.learn.pairs.course import load, save
from crossread.learn.pairs.gold import GoldStory
from crossread.learn.pairs.network import Matcher
from crossread.learn.pairs.teach import ROUNDS, fresh, teach
from crossread.learn.reader.encoder_weights import encoder_folder

FOLDS: Final = 3  # of the networks, which take minutes each
FIRST: Final = 7  # seed of the teaching that comes before that of the folds
FIRST_ROUNDS: Final = 2  # of it: there are many more stories for it

_log = logging.getLogger(__name__)


def folds(stories: Sequence[GoldStory], others: Iterable[GoldStory], folder: Path, threads: int) -> list[Matcher]:
    """Return the network of every fold; story `n` lies in fold `n % FOLDS`.

    All of them start from one that was taught on `others`, which no fold measures, and which are read only if a
    network is missing. Networks that the folder holds already are used as they are, one that was left in the middle is
    taught on from its last round, others are added.
    """
    torch.set_num_threads(threads)
    paths = [folder / f"fold-{number}.pt" for number in range(FOLDS)]
    if not all(path.exists() for path in paths):
        start = _taught(others, FIRST, folder / "first.pt", FIRST_ROUNDS, None)
        for number, path in enumerate(paths):
            own = [story for n, story in enumerate(stories) if n % FOLDS != number]
            _taught(own, number, path, ROUNDS, start)
            _log.info("network %d of %d is taught", number + 1, FOLDS)
    return [load(path, Matcher()) for path in paths]


def _taught(stories: Iterable[GoldStory], seed: int, path: Path, rounds: int, start: Matcher | None) -> Matcher:
    """Return the network that is kept in the file, taught if need be."""
    if not path.exists():
        untaught, cutter = fresh().eval(), pieces()
        batches = [prepare(story, cutter, untaught) for story in stories]
        save(teach(batches, seed, path.with_suffix(".part"), rounds, start), path)
    return load(path, Matcher())


def pieces() -> Pieces:
    """Return what cuts sentences into the pieces that the networks know."""
    return Pieces(encoder_folder() / PIECES_FILE)
