"""Training of the pair scorer on GUM, over what the exported reader says of each document."""

import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import onnx
import torch
from torch import Tensor, nn

from crossread.annotate.reader.coreference import COREFERENCE_FILE, possible
from crossread.annotate.reader.mentions import Candidate
from crossread.annotate.reader.pairs import (
    MENTION_FEATURES,
    PAIR_FEATURES,
    MentionText,
    Multiply,
    columns,
    mention_features,
    pair_features,
)
from crossread.annotate.reader.syntax_reader import Links
from crossread.learn.reader.coreference_graph import HIDDEN, coreference_graph

EPOCHS: Final = 10
RATE: Final = 2e-3
WEIGHT_DECAY: Final = 1e-3
DROPOUT: Final = 0.2
IMPOSSIBLE: Final = -1e9
# The reader has seen the training documents, so its own scores are surer there than they will be: noise on
# them keeps the scorer from leaning on them alone.
SCORE_COLUMNS: Final = (0, 1, 2)
SCORE_NOISE: Final = 0.35


@dataclass(frozen=True, slots=True)
class Example:
    """One document: features, what may be linked, and which links are right."""

    pairs: Tensor  # P, PAIR_FEATURES: of the pairs that may be linked, row by row
    mentions: Tensor  # M, MENTION_FEATURES
    allowed: Tensor  # M, M bool
    right: Tensor  # M, M bool


class PairScorer(nn.Module):
    """Scores pairs, and each mention's going back to none."""

    def __init__(self) -> None:
        super().__init__()
        self.pairs = _network(PAIR_FEATURES)
        self.mentions = _network(MENTION_FEATURES)

    def forward(self, example: Example) -> Tensor:
        """Scores M, M + 1: column 0 for none."""
        features = example.pairs
        if self.training:
            features = features.clone()
            features[..., list(SCORE_COLUMNS)] += SCORE_NOISE * torch.randn(len(features), len(SCORE_COLUMNS))
        scores = torch.full(example.allowed.shape, IMPOSSIBLE)
        scores[example.allowed] = self.pairs(features).squeeze(-1)
        return torch.cat([self.mentions(example.mentions), scores], dim=1)


def _network(features: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(features, HIDDEN), nn.ReLU(), nn.Dropout(DROPOUT), nn.Linear(HIDDEN, 1))


def example(
    text: MentionText,
    candidates: Sequence[Candidate],
    links: Links,
    multiply: Multiply,
    chains: Sequence[str | None],
) -> Example:
    """One document's example; ``chains`` names the gold chain of each candidate, None for no mention."""
    described = columns(text, candidates)
    linkable = possible(described, candidates)
    allowed = torch.from_numpy(linkable)
    numbers = {chain: number for number, chain in enumerate(sorted({chain for chain in chains if chain}))}
    codes = torch.tensor([numbers[chain] if chain else -1 for chain in chains])
    right = (codes[:, None] == codes[None, :]) & (codes[:, None] >= 0) & allowed
    return Example(
        torch.from_numpy(pair_features(described, links, multiply, *np.nonzero(linkable))),
        torch.from_numpy(mention_features(described, links)),
        allowed,
        right,
    )


def train_scorer(examples: Sequence[Example], destination: Path, seed: int = 1) -> None:
    """Train on documents and write the scorer beside the reader's model."""
    torch.manual_seed(seed)
    source = random.Random(seed)  # noqa: S311 - draws training data, hides nothing
    scorer = PairScorer()
    optimizer = torch.optim.AdamW(scorer.parameters(), lr=RATE, weight_decay=WEIGHT_DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=EPOCHS * len(examples))
    scorer.train()
    for epoch in range(EPOCHS):
        order = list(examples)
        source.shuffle(order)
        total = 0.0
        for item in order:
            loss = _loss(scorer(item), item.right)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += float(loss.detach())
        sys.stderr.write(f"coreference, epoch {epoch + 1} of {EPOCHS}: loss {total / len(order):.4f}\n")
    weights = {name: value.detach().numpy() for name, value in scorer.state_dict().items()}
    onnx.save(coreference_graph(weights), str(destination / COREFERENCE_FILE))


def _loss(scores: Tensor, right: Tensor) -> Tensor:
    """Minus the log probability of going back to any right mention, or to none where there is none."""
    none_right = ~right.any(dim=1, keepdim=True)
    allowed = torch.cat([none_right, right], dim=1)
    among = scores.masked_fill(~allowed, IMPOSSIBLE).logsumexp(dim=1)
    return (scores.logsumexp(dim=1) - among).mean()
