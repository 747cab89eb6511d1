"""The networks of the folds: each is taught on the stories of the others, so that it measures its own unseen."""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import torch

from crossread.compare.encoder import PIECES_FILE, Pieces
from crossread.learn.pairs.batch import prepare
from crossread.learn.pairs.course import load, save
from crossread.learn.pairs.gold import GoldStory
from crossread.learn.pairs.network import Matcher
from crossread.learn.pairs.teach import fresh, teach
from crossread.learn.reader.encoder_weights import encoder_folder

FOLDS: Final = 3  # of the networks, which take minutes each

_log = logging.getLogger(__name__)


def folds(stories: Sequence[GoldStory], folder: Path, threads: int) -> list[Matcher]:
    """Return the network of every fold; story `n` lies in fold `n % FOLDS`.

    Networks that the folder holds already are used as they are, one that was left in the middle is taught on from its
    last round, others are added.
    """
    torch.set_num_threads(threads)
    return [fold(stories, folder, number) for number in range(FOLDS)]


def fold(stories: Sequence[GoldStory], folder: Path, number: int) -> Matcher:
    """Return the network of one fold, taught if need be."""
    path = folder / f"fold-{number}.pt"
    if path.exists():
        return load(path, Matcher())
    start, cutter = fresh().eval(), pieces()
    others = [prepare(story, cutter, start) for n, story in enumerate(stories) if n % FOLDS != number]
    network = teach(others, number, path.with_suffix(".part"))
    save(network, path)
    _log.info("network %d of %d is taught", number + 1, FOLDS)
    return network


def pieces() -> Pieces:
    """Return what cuts sentences into the pieces that the networks know."""
    return Pieces(encoder_folder() / PIECES_FILE)
