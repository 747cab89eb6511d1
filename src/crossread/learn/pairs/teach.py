"""Teaches the network on stories whose facts are known."""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812  # the name that everybody knows
from torch import Tensor, nn

from crossread.learn.pairs.batch import Batch, Begun, Marked
from crossread.learn.pairs.course import START, Course
from crossread.learn.pairs.network import KEPT, Matcher, Sentences, joined
from crossread.learn.reader.encoder_weights import encoder_folder

ROUNDS: Final = 3
RATE: Final = 1e-4
MOST_TRUE: Final = 120  # pairs of a story a step
MOST_FALSE: Final = 240
SHARPNESS: Final = 6.0  # how much oftener a false pair that looks like a true one is shown
SELDOM: Final = 0.02  # how often, at least, any other

_log = logging.getLogger(__name__)


def teach(
    batches: Sequence[Batch], seed: int, kept: Path, rounds: int = ROUNDS, start: Matcher | None = None
) -> Matcher:
    """Return a network taught on the stories; the same stories and seed give the same network on the same machine.

    Args:
        batches: the stories.
        seed: of all that is left to chance.
        kept: file to keep the teaching in after each round, and to go on from where it stopped.
        rounds: how often each story is shown.
        start: the network whose weights it starts with; None: one that nobody taught this.
    """
    course = begun(rounds * len(batches), seed, start)
    if kept.exists():
        course.resume(kept)
    while course.rounds < rounds:
        loss = show(course, batches)
        course.keep(kept)
        _log.info("round %d of %d: loss %.3f", course.rounds, rounds, loss)
    kept.unlink(missing_ok=True)
    course.network.eval()
    return course.network


def begun(steps: int, seed: int, start: Matcher | None = None) -> Course[Matcher]:
    """Return a network before its first step."""
    network = fresh()
    if start is not None:
        network.load_state_dict(start.state_dict())
    encoder = network.enc
    for part in (encoder.word, encoder.pos, encoder.norm, encoder.layers[:KEPT]):
        part.requires_grad_(requires_grad=False)
    named = list(network.named_parameters())
    body = [value for name, value in named if name.startswith("enc") and value.requires_grad]
    head = [value for name, value in named if not name.startswith("enc")]
    return Course(network, body, head, RATE, steps, seed)


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
    """Return how wrong the network is of pairs of sentences, and of sentences and propositions."""
    sentences = joined(_encoded(network, batch.articles), _encoded(network, batch.propositions))
    loss = _wrong(network, network.stating, sentences, batch.stated, chance)
    if batch.linked is not None:
        loss = loss + _wrong(network, network.head, sentences, batch.linked, chance)
    return loss


def _encoded(network: Matcher, begun: Begun) -> Sentences:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = network.enc.upper(begun.states.float(), begun.seen)
    return network.sentences(states.float(), begun.rows, begun.columns, begun.mask)


def _wrong(
    network: Matcher, head: nn.Linear, sentences: Sentences, marked: Marked, chance: np.random.Generator
) -> Tensor:
    chosen = _chosen(marked, chance)
    odds = network.match(sentences, marked.pairs[chosen], head)
    return F.binary_cross_entropy_with_logits(odds, marked.true[chosen])


def _chosen(marked: Marked, chance: np.random.Generator) -> Tensor:
    """Return true pairs, and false ones, the more often the more alike they looked before any teaching."""
    same = marked.true.numpy() > 0
    likeness = marked.likeness.numpy().astype(np.float64)
    hard = np.exp(SHARPNESS * (likeness - likeness.max())) + SELDOM
    wrong = np.flatnonzero(~same)
    part = hard[wrong] / hard[wrong].sum()
    false = chance.choice(wrong, min(MOST_FALSE, len(wrong)), replace=False, p=part)
    true = chance.permutation(np.flatnonzero(same))[:MOST_TRUE]
    return torch.from_numpy(np.concatenate([true, false]))
