"""Stories as teaching shows them: run through the layers that are not taught, all their pairs marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import torch
from torch import Tensor

from crossread.compare.encoder import Pieces, Window, windows
from crossread.learn.pairs.gold import GoldStory
from crossread.learn.pairs.network import Matcher


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
