"""Teaches the network on stories whose facts are known."""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812  # the name that everybody knows
from torch import Tensor

from crossread.learn.pairs.batch import Batch
from crossread.learn.pairs.course import START, Course
from crossread.learn.pairs.network import KEPT, Matcher
from crossread.learn.reader.encoder_weights import encoder_folder

ROUNDS: Final = 3
RATE: Final = 1e-4
MOST_TRUE: Final = 120  # pairs of a story a step
MOST_FALSE: Final = 240
SHARPNESS: Final = 6.0  # how much oftener a false pair that looks like a true one is shown
SELDOM: Final = 0.02  # how often, at least, any other

_log = logging.getLogger(__name__)


def teach(batches: Sequence[Batch], seed: int, kept: Path) -> Matcher:
    """Return a network taught on the stories; the same stories and seed give the same network on the same machine.

    Args:
        batches: the stories.
        seed: of all that is left to chance.
        kept: file to keep the teaching in after each round, and to go on from where it stopped.
    """
    course = begun(len(batches), seed)
    if kept.exists():
        course.resume(kept)
    while course.rounds < ROUNDS:
        loss = show(course, batches)
        course.keep(kept)
        _log.info("round %d of %d: loss %.3f", course.rounds, ROUNDS, loss)
    kept.unlink(missing_ok=True)
    course.network.eval()
    return course.network


def begun(stories: int, seed: int) -> Course[Matcher]:
    """Return a network before its first round."""
    network = fresh()
    encoder = network.enc
    for part in (encoder.word, encoder.pos, encoder.norm, encoder.layers[:KEPT]):
        part.requires_grad_(requires_grad=False)
    named = list(network.named_parameters())
    body = [value for name, value in named if name.startswith("enc") and value.requires_grad]
    head = [value for name, value in named if not name.startswith("enc")]
    return Course(network, body, head, RATE, ROUNDS * stories, seed)


def show(course: Course[Matcher], batches: Sequence[Batch]) -> float:
    """Show each story once; return the mean loss."""
    course.network.train()
    order = course.chance.permutation(len(batches))
    losses = [course.step(_loss(course.network, batches[number], course.chance)) for number in order]
    course.rounds += 1
    return float(np.mean(losses))


def fresh() -> Matcher:
    """Return a network with the weights that teaching starts from: the same for every fold."""
    torch.manual_seed(START)
    network = Matcher()
    network.enc.load(encoder_folder() / "model.safetensors")
    return network


def _loss(network: Matcher, batch: Batch, chance: np.random.Generator) -> Tensor:
    chosen = _chosen(batch, chance)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = network.enc.upper(batch.states.float(), batch.seen)
    sentences = network.sentences(states.float(), batch.rows, batch.columns, batch.mask)
    odds = network.match(sentences, batch.pairs[chosen])
    return F.binary_cross_entropy_with_logits(odds, batch.same[chosen])


def _chosen(batch: Batch, chance: np.random.Generator) -> Tensor:
    """Return true pairs, and false ones, the more often the more alike they looked before any teaching."""
    same = batch.same.numpy() > 0
    likeness = batch.likeness.numpy().astype(np.float64)
    hard = np.exp(SHARPNESS * (likeness - likeness.max())) + SELDOM
    wrong = np.flatnonzero(~same)
    part = hard[wrong] / hard[wrong].sum()
    false = chance.choice(wrong, min(MOST_FALSE, len(wrong)), replace=False, p=part)
    true = chance.permutation(np.flatnonzero(same))[:MOST_TRUE]
    return torch.from_numpy(np.concatenate([true, false]))
