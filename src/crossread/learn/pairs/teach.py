"""Teaches the network on stories whose facts are known."""

import json
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812  # the name that everybody knows
from torch import Tensor

from crossread.learn.pairs.batch import Batch
from crossread.learn.pairs.network import KEPT, Matcher
from crossread.learn.reader.encoder_weights import encoder_folder

ROUNDS: Final = 3
RATE: Final = 1e-4
HEAD_RATE: Final = 1e-3
WARM_UP: Final = 0.08  # part of the steps
LAST_RATE: Final = 0.02  # of the first
MOST_TRUE: Final = 120  # pairs of a story a step
MOST_FALSE: Final = 240
SHARPNESS: Final = 6.0  # how much oftener a false pair that looks like a true one is shown
SELDOM: Final = 0.02  # how often, at least, any other
DECAY: Final = 0.01
LONGEST_STEP: Final = 1.0
_PARTS: Final = ("network", "_optimiser", "_pace")

_log = logging.getLogger(__name__)


def teach(batches: Sequence[Batch], seed: int, kept: Path) -> Matcher:
    """Return a network taught on the stories; the same stories and seed give the same network on the same machine.

    Args:
        batches: the stories.
        seed: of all that is left to chance.
        kept: file to keep the teaching in after each round, and to go on from where it stopped.
    """
    teaching = _Teaching(len(batches), seed)
    if kept.exists():
        teaching.resume(kept)
    while teaching.rounds < ROUNDS:
        loss = teaching.round(batches)
        teaching.keep(kept)
        _log.info("round %d of %d: loss %.3f", teaching.rounds, ROUNDS, loss)
    kept.unlink(missing_ok=True)
    teaching.network.eval()
    return teaching.network


class _Teaching:
    """A network on its way, with all that the next round depends on."""

    def __init__(self, stories: int, seed: int) -> None:
        torch.manual_seed(seed)
        self.rounds = 0
        self.network = fresh()
        self._chance = np.random.default_rng(seed)
        encoder = self.network.enc
        for part in (encoder.word, encoder.pos, encoder.norm, encoder.layers[:KEPT]):
            part.requires_grad_(requires_grad=False)
        named = list(self.network.named_parameters())
        taught = [value for name, value in named if name.startswith("enc") and value.requires_grad]
        head = [value for name, value in named if not name.startswith("enc")]
        parts = [
            {"params": taught, "lr": RATE, "weight_decay": DECAY},
            {"params": head, "lr": HEAD_RATE, "weight_decay": 0.0},
        ]
        self._optimiser = torch.optim.AdamW(parts)
        steps = ROUNDS * stories
        self._pace = torch.optim.lr_scheduler.LambdaLR(
            self._optimiser, lambda step: min(1.0, (step + 1) / (WARM_UP * steps)) * max(LAST_RATE, 1 - step / steps)
        )

    def round(self, batches: Sequence[Batch]) -> float:
        """Show each story once; return the mean loss."""
        self.network.train()
        losses = []
        for number in self._chance.permutation(len(batches)):
            loss = _loss(self.network, batches[number], self._chance)
            self._optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.network.parameters(), LONGEST_STEP)
            self._optimiser.step()
            self._pace.step()
            losses.append(loss.item())
        self.rounds += 1
        return float(np.mean(losses))

    def keep(self, path: Path) -> None:
        """Write how far it has come."""
        chance = json.dumps(self._chance.bit_generator.state)
        parts = {name: getattr(self, name).state_dict() for name in _PARTS}
        whole({**parts, "rounds": self.rounds, "chance": chance, "torch": torch.get_rng_state()}, path)

    def resume(self, path: Path) -> None:
        """Go on from what `keep` wrote."""
        found = torch.load(path, weights_only=True)
        for name in _PARTS:
            getattr(self, name).load_state_dict(found[name])
        self.rounds = int(found["rounds"])
        self._chance.bit_generator.state = json.loads(found["chance"])
        torch.set_rng_state(found["torch"])


def fresh() -> Matcher:
    """Return a network with the weights that teaching starts from."""
    network = Matcher()
    network.enc.load(encoder_folder() / "model.safetensors")
    return network


def average(networks: Sequence[Matcher]) -> Matcher:
    """Return the network whose every weight is the mean of the others' (Wortsman and others, "Model soups", 2022)."""
    states = [network.state_dict() for network in networks]
    mean = Matcher()
    mean.load_state_dict({name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]})
    mean.eval()
    return mean


def save(network: Matcher, path: Path) -> None:
    """Write the weights."""
    whole(network.state_dict(), path)


def whole(content: object, path: Path) -> None:
    """Write a file that is never half there, however the work ends."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".half")
    torch.save(content, half)
    half.replace(path)


def load(path: Path) -> Matcher:
    """Read the weights that `save` wrote."""
    network = Matcher()
    network.load_state_dict(torch.load(path, weights_only=True))
    network.eval()
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
