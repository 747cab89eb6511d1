"""Teaches the network that tells cues, sources and contents by the reader's vectors; needs the `train` extra."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812  # the name that everybody knows
from numpy.typing import NDArray
from torch import Tensor, nn

from crossread.annotate.reader.model import Floats
from crossread.annotate.reader.roles import BESIDE, ROLES, SEEN, RoleModel

HIDDEN: Final = (384, 128)
EPOCHS: Final = 6
BATCH: Final = 1024
RATE: Final = 1.2e-3
WARM: Final = 200  # steps until the rate is reached; it falls evenly from there
LAST: Final = 0.02  # of the rate, at least
DECAY: Final = 0.1
DROPOUT: Final = (0.3, 0.1)
SEED: Final = 1
FOLDS: Final = 3
_LEAST_SPREAD: Final = 1e-3


@dataclass(frozen=True, slots=True)
class Seen:
    """An article as the network sees it: `vectors` `[n, width]`, `heads` `[n]`, `answers` `[n]`.

    An answer is a role's number, `len(ROLES)` for none.
    """

    vectors: NDArray[np.float16]
    heads: NDArray[np.int64]
    answers: NDArray[np.int64]


def teach(articles: Sequence[Seen], reader: str, threads: int = 1) -> RoleModel:
    """Return a model taught on the articles, whose vectors `reader` made; the same articles give the same model."""
    torch.set_num_threads(threads)
    torch.manual_seed(SEED)
    vectors = np.concatenate([article.vectors for article in articles])
    starts = np.cumsum([0, *(len(article.heads) for article in articles)])
    heads = np.concatenate([article.heads + start for article, start in zip(articles, starts, strict=False)])
    answers = torch.from_numpy(np.concatenate([article.answers for article in articles]))
    mean, spread = vectors.mean(0, dtype=np.float32), vectors.std(0, dtype=np.float32) + _LEAST_SPREAD
    scaled = torch.from_numpy((vectors - mean) / spread).to(torch.bfloat16)
    network = _network(SEEN * vectors.shape[1])
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(answers) // BATCH)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / WARM) * max(LAST, 1 - step / steps)
    )
    for _ in range(EPOCHS):
        for words in torch.randperm(len(answers)).split(BATCH):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                odds = network(_surroundings(scaled, torch.from_numpy(heads), words))
            loss = F.cross_entropy(odds.float(), answers[words])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            pace.step()
    return _plain(network, np.tile(mean, SEEN), np.tile(spread, SEEN), reader)


def _surroundings(vectors: Tensor, heads: Tensor, words: Tensor) -> Tensor:
    """Return what `roles.surroundings` does."""
    beside = [(words + step).clamp(0, len(vectors) - 1) for step in BESIDE]
    above = heads[words]
    return torch.cat([vectors[part] for part in (*beside, above, heads[above])], dim=1)


def crossed(articles: Sequence[Seen], reader: str, threads: int = 1) -> list[tuple[str, ...]]:
    """Return the digits of every article's words by a model that has not seen it."""
    found: list[tuple[str, ...]] = [()] * len(articles)
    for fold in range(FOLDS):
        model = teach([one for n, one in enumerate(articles) if n % FOLDS != fold], reader, threads)
        for n in range(fold, len(articles), FOLDS):
            found[n] = model.roles(articles[n].vectors.astype(np.float32), articles[n].heads)
    return found


def save(model: RoleModel, path: Path) -> None:
    """Write the model, its weights with 16 bits."""
    parts: dict[str, object] = {"layers": len(model.layers), "reader": model.reader}
    for n, (weights, bias) in enumerate(model.layers):
        parts |= {f"weights{n}": weights.astype(np.float16), f"bias{n}": bias.astype(np.float16)}
    np.savez_compressed(path, **parts)  # type: ignore[arg-type]  # numpy's stubs want arrays, and it takes numbers too


def _network(width: int) -> nn.Sequential:
    first, second = HIDDEN
    return nn.Sequential(
        nn.Linear(width, first),
        nn.ReLU(),
        nn.Dropout(DROPOUT[0]),
        nn.Linear(first, second),
        nn.ReLU(),
        nn.Dropout(DROPOUT[1]),
        nn.Linear(second, len(ROLES) + 1),
    )


def _plain(network: nn.Sequential, mean: Floats, spread: Floats, reader: str) -> RoleModel:
    """Return the weights as they are used, with the scaling of the vectors in the first layer."""
    linear = [module for module in network if isinstance(module, nn.Linear)]
    layers = [(layer.weight.detach().numpy().T.copy(), layer.bias.detach().numpy().copy()) for layer in linear]
    weights, bias = layers[0]
    layers[0] = weights / spread[:, None], bias - (mean / spread) @ weights
    return RoleModel(tuple(layers), reader)
