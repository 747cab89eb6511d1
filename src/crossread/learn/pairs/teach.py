"""Teaches the network on stories whose facts are known."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Final

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812  # the name that everybody knows
from torch import Tensor

from crossread.compare.encoder import Pieces, Window, windows
from crossread.learn.pairs.gold import GoldStory
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

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Batch:
    """One story: the windows' states below the taught layers `[w, l, 384]`, and where each sentence's pieces lie."""

    states: Tensor
    seen: Tensor
    rows: Tensor
    columns: Tensor
    mask: Tensor
    pairs: Tensor
    same: Tensor
    likeness: Tensor


def prepare(story: GoldStory, pieces: Pieces, network: Matcher) -> Batch:
    """Run the layers that are not taught, once; half precision keeps all stories in memory."""
    places: list[tuple[str, int]] = []
    cut: list[Window] = []
    for document in story.documents:
        ranges = story.sentences[document.outlet]
        sentences = [pieces.cut(document.text[start:end])[0] for start, end in ranges]
        cut += [window.moved(len(places)) for window in windows(sentences, pieces.start, pieces.end)]
        places += [(document.outlet, number) for number in range(len(ranges))]
    ids, seen = _padded([window.pieces for window in cut])
    rows, columns, mask = _positions(cut, len(places))
    with torch.no_grad():
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = network.enc.lower(ids, seen).float()
        whole = network.sentences(states, rows, columns, mask).mean
    pairs = [(a, b) for a, b in combinations(range(len(places)), 2) if places[a][0] != places[b][0]]
    same = [float((min(places[a], places[b]), max(places[a], places[b])) in story.links) for a, b in pairs]
    index = torch.tensor(pairs)
    likeness = (whole[index[:, 0]] * whole[index[:, 1]]).sum(-1)
    return Batch(states.half(), seen, rows, columns, mask, index, torch.tensor(same), likeness)


def teach(batches: Sequence[Batch], seed: int) -> Matcher:
    """Return a network taught on the stories; the same stories and seed give the same network on the same machine."""
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    network = fresh()
    for part in (network.enc.word, network.enc.pos, network.enc.norm, network.enc.layers[:KEPT]):
        part.requires_grad_(requires_grad=False)
    taught = [value for name, value in network.named_parameters() if name.startswith("enc") and value.requires_grad]
    head = [value for name, value in network.named_parameters() if not name.startswith("enc")]
    optimiser = torch.optim.AdamW(
        [{"params": taught, "lr": RATE, "weight_decay": DECAY}, {"params": head, "lr": HEAD_RATE, "weight_decay": 0.0}]
    )
    steps = ROUNDS * len(batches)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (WARM_UP * steps)) * max(LAST_RATE, 1 - step / steps)
    )
    network.train()
    for number_of_round in range(ROUNDS):
        losses = []
        for number in chance.permutation(len(batches)):
            loss = _loss(network, batches[number], chance)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), LONGEST_STEP)
            optimiser.step()
            pace.step()
            losses.append(loss.item())
        _log.info("round %d of %d: loss %.3f", number_of_round + 1, ROUNDS, np.mean(losses))
    network.eval()
    return network


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
    torch.save(network.state_dict(), path)


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


def _padded(windows_: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    longest = max(len(pieces) for pieces in windows_)
    ids = torch.zeros(len(windows_), longest, dtype=torch.long)
    seen = torch.zeros(len(windows_), 1, 1, longest, dtype=torch.bool)
    for row, pieces in enumerate(windows_):
        ids[row, : len(pieces)] = torch.tensor(pieces)
        seen[row, ..., : len(pieces)] = True
    return ids, seen


def _positions(cut: Sequence[Window], count: int) -> tuple[Tensor, Tensor, Tensor]:
    longest = max(end - first for window in cut for _, first, end in window.sentences)
    rows = torch.zeros(count, longest, dtype=torch.long)
    columns = torch.zeros(count, longest, dtype=torch.long)
    mask = torch.zeros(count, longest)
    for row, window in enumerate(cut):
        for sentence, first, end in window.sentences:
            rows[sentence, : end - first] = row
            columns[sentence, : end - first] = torch.arange(first, end)
            mask[sentence, : end - first] = 1
    return rows, columns, mask
