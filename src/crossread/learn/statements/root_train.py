"""Teaches the root model; needs the `train` extra."""

import math
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import torch
import torch.nn.functional as F  # noqa: N812  # the name that everybody knows
from torch import nn

from crossread.extract.root_model import PIECES_FILE, Marked, Pieces
from crossread.learn.reader.encoder_weights import encoder_folder
from crossread.learn.statements.root_data import Deed
from crossread.learn.statements.root_network import LAYERS, RootNetwork, together

BATCH: Final = 16
POOL: Final = 8  # batches sorted by length together, so that little is padded
RATE: Final = 1e-4
HEAD_RATE: Final = 1e-3  # what starts from nothing learns faster
WARM: Final = 0.1  # part of the steps in which the rate rises
SMOOTHING: Final = 0.1
LARGEST_GRADIENT: Final = 1.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and from which random numbers to teach."""

    epochs: int = 5
    seed: int = 0
    layers: int = LAYERS


@dataclass(frozen=True, slots=True)
class Taught:
    """A network with the roots that its values stand for, in order."""

    network: RootNetwork
    roots: tuple[str, ...]

    def root_of(self, marked: Marked, pieces: Pieces) -> str:
        """Return the likeliest root."""
        with torch.no_grad():
            values = self.network(together([pieces.cut(marked)]))[0]
        return self.roots[int(values.argmax())]


def tokenizer() -> Pieces:
    """Return what cuts sentences for the network."""
    return Pieces(encoder_folder() / PIECES_FILE)


def teach(deeds: Sequence[Deed], plan: Plan) -> Taught:
    """Return a network taught on the deeds, on one thread; the same plan gives the same network."""
    torch.set_num_threads(1)
    torch.manual_seed(plan.seed)
    pieces = tokenizer()
    roots = tuple(sorted({deed.root for deed in deeds}))
    lessons = [(pieces.cut(deed.marked), roots.index(deed.root)) for deed in deeds]
    network = RootNetwork(len(roots), plan.layers)
    network.load(encoder_folder() / "model.safetensors")
    steps = plan.epochs * math.ceil(len(lessons) / BATCH)
    optimizer, schedule = _optimizer(network, steps)
    shuffler = random.Random(plan.seed)  # noqa: S311  # an order that anyone can repeat, no secret
    network.train()
    for epoch in range(plan.epochs):
        total = 0.0
        for batch in _batches(lessons, shuffler):
            values = network(together([cut for cut, _ in batch]))
            loss = F.cross_entropy(values, torch.tensor([root for _, root in batch]), label_smoothing=SMOOTHING)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), LARGEST_GRADIENT)
            optimizer.step()
            schedule.step()
            total += float(loss.detach()) * len(batch)
        sys.stderr.write(f"epoch {epoch + 1} of {plan.epochs}: loss {total / len(lessons):.3f}\n")
    network.eval()
    return Taught(network, roots)


def _optimizer(network: RootNetwork, steps: int) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    taught = [(name, parameter) for name, parameter in network.named_parameters() if parameter.requires_grad]
    groups = [
        {"params": [parameter for name, parameter in taught if name.startswith("enc")], "lr": RATE},
        {"params": [parameter for name, parameter in taught if not name.startswith("enc")], "lr": HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    warm = max(1.0, steps * WARM)

    def factor(step: int) -> float:
        return min(1.0, (step + 1) / warm) * max(0.0, (steps - step) / steps)

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, factor)


def _batches(
    lessons: Sequence[tuple[list[int], int]], shuffler: random.Random
) -> Iterator[list[tuple[list[int], int]]]:
    order = shuffler.sample(lessons, len(lessons))
    for at in range(0, len(order), BATCH * POOL):
        pool = sorted(order[at : at + BATCH * POOL], key=lambda lesson: len(lesson[0]))
        batches = [pool[first : first + BATCH] for first in range(0, len(pool), BATCH)]
        shuffler.shuffle(batches)
        yield from batches
