"""Stories as teaching shows them: run through the layers that are not taught, all their pairs marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product
from typing import Final

import torch
from torch import Tensor

from crossread.compare.encoder import Pieces, Window, windows
from crossread.learn.pairs.gold import GoldStory, LinkOfPlaces, Place, Proposition, links_among
from crossread.learn.pairs.network import Matcher

FURTHER: Final = 0.4  # what further readers' word of a link counts, all together, where there are any


@dataclass(frozen=True, slots=True)
class Begun:
    """Windows after the layers that are not taught, `[w, l, 384]`, and where each sentence's pieces lie, `[s, t]`."""

    states: Tensor
    seen: Tensor
    rows: Tensor
    columns: Tensor
    mask: Tensor


@dataclass(frozen=True, slots=True)
class Marked:
    """Pairs `[p, 2]`, how far each is true, in [0, 1], and how alike the two looked before any teaching."""

    pairs: Tensor
    true: Tensor
    likeness: Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """One story: its articles' sentences, then its propositions, each a window by itself.

    `linked`: sentences of different articles, as true as readers say that they tell the same, None where no two do.
    `stated`: sentences and propositions, numbered after the sentences, true where the sentence states the proposition.
    """

    articles: Begun
    propositions: Begun
    linked: Marked | None
    stated: Marked


def prepare(story: GoldStory, pieces: Pieces, network: Matcher) -> Batch:
    """Run the layers that are not taught, once; half precision keeps all stories in memory."""
    places: list[Place] = []
    cut: list[Window] = []
    for document in story.documents:
        ranges = story.sentences[document.outlet]
        sentences = [pieces.cut(document.text[start:end])[0] for start, end in ranges]
        cut += [window.moved(len(places)) for window in windows(sentences, pieces.start, pieces.end)]
        places += [(document.outlet, number) for number in range(len(ranges))]
    told = tuple(fact for fact in chain(story.propositions, *story.further) if fact.words)
    alone = [_alone(number, fact.words, pieces) for number, fact in enumerate(told)]
    articles, means = _begun(cut, len(places), network)
    propositions, others = _begun(alone, len(alone), network)
    means = torch.cat([means, others])
    return Batch(articles, propositions, _linked(story, places, means), _stated(told, places, means))


def _alone(number: int, words: str, pieces: Pieces) -> Window:
    ids, _ = pieces.cut(words)
    return Window((pieces.start, *ids, pieces.end), ((number, 1, 1 + len(ids)),))


def _begun(cut: Sequence[Window], count: int, network: Matcher) -> tuple[Begun, Tensor]:
    """Return the windows of `count` sentences, and the mean `[count, 384]` of each sentence before any teaching."""
    ids, seen = _padded([window.pieces for window in cut])
    rows, columns, mask = _positions(cut, count)
    with torch.no_grad():
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = network.enc.lower(ids, seen).float()
        mean = network.sentences(states, rows, columns, mask).mean
    return Begun(states.half(), seen, rows, columns, mask), mean


def _linked(story: GoldStory, places: Sequence[Place], means: Tensor) -> Marked | None:
    pairs = [(a, b) for a, b in combinations(range(len(places)), 2) if places[a][0] != places[b][0]]
    sure = _sure(story)
    true = [sure.get((min(places[a], places[b]), max(places[a], places[b])), 0.0) for a, b in pairs]
    return _marked(pairs, true, means) if any(true) else None


def _sure(story: GoldStory) -> dict[LinkOfPlaces, float]:
    """Return how far each link is true: readers who say so, weighed."""
    further = [links_among(told) for told in story.further]
    found = dict.fromkeys(story.links, 1.0 - FURTHER if further else 1.0)
    for links in further:
        for link in links:
            found[link] = found.get(link, 0.0) + FURTHER / len(further)
    return found


def _stated(told: Sequence[Proposition], places: Sequence[Place], means: Tensor) -> Marked:
    facts = enumerate(told, len(places))
    both = list(product(facts, enumerate(places)))
    pairs = [(sentence, number) for (number, _), (sentence, _) in both]
    return _marked(pairs, [float(place in fact.places) for (_, fact), (_, place) in both], means)


def _marked(pairs: Sequence[tuple[int, int]], true: Sequence[float], means: Tensor) -> Marked:
    index = torch.tensor(pairs)
    return Marked(index, torch.tensor(true, dtype=torch.float32), (means[index[:, 0]] * means[index[:, 1]]).sum(-1))


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
