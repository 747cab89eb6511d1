"""Windows to padded tensors, with the targets of every task."""

import random
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import torch
from torch import Tensor

from crossread.annotate.reader.encoding import Encoded, EncodedText, Whole
from crossread.annotate.reader.labels import MENTION_KINDS, NAME_TAGS, Labels
from crossread.annotate.reader.pieces import WordPieces
from crossread.annotate.reader.shapes import JOINED
from crossread.learn.reader.name_schemes import ANY, allowed_tags
from crossread.learn.reader.network import Inputs
from crossread.learn.reader.windows import Window

IGNORED: Final = -100  # PyTorch's own mark for targets that do not count
# Windows are sorted by length within pools of this many batches, which keeps padding below 10 %.
POOLED_BATCHES: Final = 20


class Targets(NamedTuple):
    """Gold answers, ``IGNORED`` or all true where the data set is silent. Shapes B, N unless noted."""

    sentences: Tensor  # the number of each word's sentence; -1 for padding
    starts: Tensor  # 1, 0 or IGNORED
    upos: Tensor
    feats: Tensor
    heads: Tensor  # 0 the root, else the word's index + 1
    deprels: Tensor
    names: Tensor  # B, N, NAME_TAGS bool: the tags that may be
    has_names: Tensor  # bool
    kinds: Tensor
    chains: Tensor  # the number of the chain that the word's mention belongs to, or IGNORED


class Batch(NamedTuple):
    """A batch as the network takes it, and its targets."""

    inputs: Inputs
    targets: Targets


class Collator:
    """Turns windows into batches.

    Args:
        pieces: the encoder's word pieces.
        labels: the label sets of the heads.
    """

    def __init__(self, pieces: WordPieces, labels: Labels) -> None:
        self._pieces = pieces
        self._upos = {label: index for index, label in enumerate(labels.upos)}
        self._feats = {label: index for index, label in enumerate(labels.feats)}
        self._deprel = {label: index for index, label in enumerate(labels.deprel)}
        self._allowed: dict[tuple[str, str], Tensor] = {}

    def encode(self, window: Window) -> Encoded:
        """The encoder's input for one window."""
        words = window.words
        text = EncodedText(
            [word.form for word in words],
            [word.space_before for word in words],
            [word.starts_paragraph for word in words],
            self._pieces,
        )
        return text.window(0, len(words))

    def batch(self, windows: list[Window]) -> Batch:
        """Pad windows to one batch."""
        encoded = [self.encode(window) for window in windows]
        length = max(len(window.pieces) for window in encoded)
        words = max(len(window.words) for window in windows)
        mask = torch.zeros(len(windows), length, dtype=torch.bool)
        for row, window in enumerate(encoded):
            mask[row, : len(window.pieces)] = True
        inputs = Inputs(
            _padded([window.pieces for window in encoded], length, 0),
            _padded([window.shapes for window in encoded], length, 0),
            _padded([window.spacing for window in encoded], length, JOINED),
            mask,
            _padded([window.first for window in encoded], words, 0),
            _padded([window.last for window in encoded], words, 0),
        )
        return Batch(inputs, self._targets(windows, words))

    def _targets(self, windows: list[Window], width: int) -> Targets:
        names = torch.ones(len(windows), width, len(NAME_TAGS), dtype=torch.bool)
        has_names = torch.zeros(len(windows), width, dtype=torch.bool)
        for row, window in enumerate(windows):
            if window.scheme is not None:
                for column, word in enumerate(window.words):
                    names[row, column] = self._possible(window.scheme, word.name or ANY)
                    has_names[row, column] = word.name not in (None, ANY)
        columns = [_syntax_columns(window, self._upos, self._feats, self._deprel) for window in windows]
        starts, upos, feats, heads, deprels = (
            _padded([column[part] for column in columns], width, IGNORED) for part in range(5)
        )
        sentences = _padded([[word.sentence for word in window.words] for window in windows], width, -1)
        kinds = _padded([_kinds(window) for window in windows], width, IGNORED)
        chains = _padded([_chains(window) for window in windows], width, IGNORED)
        return Targets(sentences, starts, upos, feats, heads, deprels, names, has_names, kinds, chains)

    def _possible(self, scheme: str, tag: str) -> Tensor:
        key = (scheme, tag)
        if key not in self._allowed:
            self._allowed[key] = torch.tensor(allowed_tags(scheme, tag))
        return self._allowed[key]

    def batches(self, windows: list[Window], pieces_a_batch: int, source: random.Random) -> Iterator[Batch]:
        """Batches of about ``pieces_a_batch`` pieces, windows of like length together, in random order."""
        source.shuffle(windows)
        mean = 90  # pieces a window, only for the size of a pool
        pool_size = max(1, POOLED_BATCHES * pieces_a_batch // mean)
        for begin in range(0, len(windows), pool_size):
            pool = sorted(windows[begin : begin + pool_size], key=self._length)
            groups = list(self._groups(pool, pieces_a_batch))
            source.shuffle(groups)
            for group in groups:
                yield self.batch(group)

    def _length(self, window: Window) -> int:
        return sum(len(self._pieces.of(word.form)) for word in window.words)

    def _groups(self, pool: list[Window], pieces_a_batch: int) -> Iterator[list[Window]]:
        group: list[Window] = []
        for window in pool:
            longest = self._length(window)
            if group and longest * (len(group) + 1) > pieces_a_batch:
                yield group
                group = []
            group.append(window)
        if group:
            yield group


def _syntax_columns(
    window: Window, upos: dict[str, int], feats: dict[str, int], deprel: dict[str, int]
) -> tuple[list[int], ...]:
    count = len(window.words)
    if not window.has_syntax:
        return tuple([IGNORED] * count for _ in range(5))
    position = {id(word): index for index, word in enumerate(window.words)}
    starts = [1] + [
        int(word.sentence != before.sentence) for before, word in zip(window.words, window.words[1:], strict=False)
    ]
    return (
        starts,
        [upos.get(word.upos or "", IGNORED) for word in window.words],
        [feats.get(word.feats or "", IGNORED) for word in window.words],
        [0 if word.head is None else position[id(word.head)] + 1 for word in window.words],
        [deprel.get(word.deprel or "", IGNORED) for word in window.words],
    )


def _kinds(window: Window) -> list[int]:
    if not window.has_mentions:
        return [IGNORED] * len(window.words)
    return [MENTION_KINDS.index(word.kind or "none") for word in window.words]


def _chains(window: Window) -> list[int]:
    numbers: dict[str, int] = {}
    return [IGNORED if word.chain is None else numbers.setdefault(word.chain, len(numbers)) for word in window.words]


def _padded(rows: Sequence[Sequence[int] | Whole], width: int, fill: int) -> Tensor:
    padded = torch.full((len(rows), width), fill, dtype=torch.long)
    for row, values in enumerate(rows):
        padded[row, : len(values)] = torch.tensor(values, dtype=torch.long)
    return padded
