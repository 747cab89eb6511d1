"""A network on its way from the weights that it starts with to those that it is taught."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Generic, TypeVar

import numpy as np
import torch
from torch import Tensor, nn

HEAD_RATE: Final = 1e-3
WARM_UP: Final = 0.08  # part of the steps
LAST_RATE: Final = 0.02  # of the first
DECAY: Final = 0.01
LONGEST_STEP: Final = 1.0
START: Final = 1  # seed of the weights that nobody taught before
_PARTS: Final = ("network", "_optimiser", "_pace")

Network = TypeVar("Network", bound=nn.Module)


class Course(Generic[Network]):
    """Teaches a network step by step, and keeps all that the next round depends on.

    Args:
        network: what is taught.
        body: its weights that were taught before, by others.
        head: those that were not.
        rate: how far a step goes, at most, for the body.
        steps: of the whole course.
        seed: of all that is left to chance.
    """

    def __init__(
        self, network: Network, body: Sequence[Tensor], head: Sequence[Tensor], rate: float, steps: int, seed: int
    ) -> None:
        torch.manual_seed(seed)
        self.network = network
        self.rounds = 0
        self.chance = np.random.default_rng(seed)
        parts = [
            {"params": list(body), "lr": rate, "weight_decay": DECAY},
            {"params": list(head), "lr": HEAD_RATE, "weight_decay": 0.0},
        ]
        self._optimiser = torch.optim.AdamW(parts)
        self._pace = torch.optim.lr_scheduler.LambdaLR(
            self._optimiser, lambda step: min(1.0, (step + 1) / (WARM_UP * steps)) * max(LAST_RATE, 1 - step / steps)
        )

    def step(self, loss: Tensor) -> float:
        """Change the weights so that the loss falls; return it."""
        self._optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), LONGEST_STEP)
        self._optimiser.step()
        self._pace.step()
        return float(loss.item())

    def keep(self, path: Path) -> None:
        """Write how far it has come."""
        chance = json.dumps(self.chance.bit_generator.state)
        parts = {name: getattr(self, name).state_dict() for name in _PARTS}
        whole({**parts, "rounds": self.rounds, "chance": chance, "torch": torch.get_rng_state()}, path)

    def resume(self, path: Path) -> None:
        """Go on from what `keep` wrote."""
        found = torch.load(path, weights_only=True)
        for name in _PARTS:
            getattr(self, name).load_state_dict(found[name])
        self.rounds = int(found["rounds"])
        self.chance.bit_generator.state = json.loads(found["chance"])
        torch.set_rng_state(found["torch"])


def whole(content: object, path: Path) -> None:
    """Write a file that is never half there, however the work ends."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".half")
    torch.save(content, half)
    half.replace(path)


def save(network: nn.Module, path: Path) -> None:
    """Write the weights."""
    whole(network.state_dict(), path)


def load(path: Path, network: Network) -> Network:
    """Give a network the weights that `save` wrote, and return it."""
    network.load_state_dict(torch.load(path, weights_only=True))
    network.eval()
    return network


def average(networks: Sequence[Network], mean: Network) -> Network:
    """Give a network the mean of the others' weights (Wortsman and others, "Model soups", 2022), and return it.

    They must have started from the same weights: the mean of two that did not is no network.
    """
    states = [network.state_dict() for network in networks]
    mean.load_state_dict({name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]})
    mean.eval()
    return mean
