"""The training loss of every task, each averaged over the words that its data sets annotate."""

from typing import Final

import torch
from torch import Tensor
from torch.nn import functional

from crossread.learn.reader.batches import IGNORED, Batch
from crossread.learn.reader.network import MASKED_SCORE, Reader, Scores

# Names and trees matter most downstream; features follow from the part of speech for most words.
WEIGHTS: Final = {
    "arcs": 1.0,
    "deprels": 1.0,
    "upos": 0.5,
    "feats": 0.5,
    "starts": 0.5,
    "names": 1.5,
    "kinds": 0.5,
    "links": 0.5,
}


def losses(reader: Reader, batch: Batch) -> dict[str, Tensor]:
    """The loss of each task that the batch has targets for."""
    scores = reader(batch.inputs)
    targets = batch.targets
    found: dict[str, Tensor] = {}
    known = targets.heads != IGNORED
    if known.any():
        found["starts"] = functional.binary_cross_entropy_with_logits(
            scores.starts[known].float(), targets.starts[known].float()
        )
        for task, logits in (("upos", scores.upos), ("feats", scores.feats)):
            found[task] = _cross_entropy(logits[known], getattr(targets, task)[known])
        arcs = scores.arcs.float().masked_fill(~_same_sentence(targets.sentences), MASKED_SCORE)
        found["arcs"] = _cross_entropy(arcs[known], targets.heads[known])
        rows = known.nonzero(as_tuple=True)[0]
        relations = reader.label_scores(scores.dependents[known], scores.heads[rows, targets.heads[known]])
        found["deprels"] = _cross_entropy(relations, targets.deprels[known])
    if targets.has_names.any():
        named = targets.has_names
        found["names"] = _possible_tags(scores.names[named].float(), targets.names[named])
    if (targets.kinds != IGNORED).any():
        found["kinds"] = _cross_entropy(scores.kinds.flatten(0, 1), targets.kinds.flatten())
    if (targets.chains != IGNORED).any():
        found["links"] = _links(reader, scores, targets.chains)
    return found


def total(parts: dict[str, Tensor]) -> Tensor:
    """The weighted sum that is minimised."""
    return torch.stack([WEIGHTS[task] * loss for task, loss in parts.items()]).sum()


def _same_sentence(sentences: Tensor) -> Tensor:
    """B, N, N + 1: whether a word may hang from another, the root always allowed."""
    same = sentences[:, :, None] == sentences[:, None, :]
    return functional.pad(same, (1, 0), value=True)


def _links(reader: Reader, scores: Scores, chains: Tensor) -> Tensor:
    """Minus the log probability that a mention goes back to an earlier one of its chain, or to none."""
    linked = scores.anaphors @ scores.antecedents.transpose(1, 2)
    earlier = torch.ones(chains.shape[1], chains.shape[1], dtype=torch.bool).tril(-1)
    mentions = chains != IGNORED
    logits = linked.float().masked_fill(~(earlier & mentions[:, None, :]), MASKED_SCORE)
    logits = torch.cat([reader.link_none(scores.vectors).float(), logits], dim=-1)
    same = (chains[:, :, None] == chains[:, None, :]) & earlier & mentions[:, :, None]
    right = torch.cat([~same.any(dim=-1, keepdim=True), same], dim=-1)
    return _possible_tags(logits[mentions], right[mentions])


def _cross_entropy(logits: Tensor, targets: Tensor) -> Tensor:
    return functional.cross_entropy(logits.float(), targets, ignore_index=IGNORED)


def _possible_tags(logits: Tensor, possible: Tensor) -> Tensor:
    """Minus the log probability that the tag is one of those left possible."""
    among = logits.masked_fill(~possible, float("-inf")).logsumexp(dim=-1)
    return (logits.logsumexp(dim=-1) - among).mean()
