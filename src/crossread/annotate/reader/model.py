"""The reader's network: ONNX sessions, run a window at a time."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from crossread.annotate.reader.encoding import Encoded
from crossread.annotate.reader.labels import MENTION_KINDS, NAME_TAGS, Labels
from crossread.annotate.reader.pieces import WordPieces
from crossread.resources.networks import open_network

Floats = NDArray[np.float32]

NETWORK_FILE: Final = "reader.onnx"
RELATIONS_FILE: Final = "relations.onnx"
LABELS_FILE: Final = "labels.json"
PIECES_FILE: Final = "tokenizer.json"
MANIFEST_FILE: Final = "manifest.json"


@dataclass(frozen=True, slots=True)
class Outputs:
    """What the network says of the N words of one window."""

    starts: Floats  # N: positive where a sentence starts
    upos: Floats  # N, upos
    feats: Floats  # N, feats
    names: Floats  # N, NAME_TAGS
    kinds: Floats  # N, MENTION_KINDS
    alone: Floats  # N: the score of going back to no earlier mention
    arcs: Floats  # N, N + 1: column 0 the root
    dependents: Floats  # N, K
    heads: Floats  # N + 1, K
    vectors: Floats  # N, WIDTH
    anaphors: Floats  # N, links
    antecedents: Floats  # N, links


class Network:
    """The sessions of one model folder.

    Their graphs are built as they should run: further fusing would bring back the slow fused normalisation.

    Each session computes on the calling thread alone, and each run holds one window without padding: the result
    depends on nothing but the window, however many threads call at once.

    Args:
        folder: holds the files that ``python -m crossread.learn reader export`` writes.
    """

    def __init__(self, folder: Path) -> None:
        self.labels = Labels.load(folder / LABELS_FILE)
        self.pieces = WordPieces(folder / PIECES_FILE)
        self.manifest: dict[str, Any] = json.loads((folder / MANIFEST_FILE).read_text(encoding="utf-8"))
        self._network = open_network(folder / NETWORK_FILE, fuse=False)
        self._relations = open_network(folder / RELATIONS_FILE, fuse=False)
        self._names = [output.name for output in self._network.get_outputs()]
        widths = (
            1,
            len(self.labels.upos),
            len(self.labels.feats),
            len(NAME_TAGS),
            len(MENTION_KINDS),
        )
        self._cuts = np.cumsum(widths)

    def run(self, encoded: Encoded) -> Outputs:
        """Read one window."""
        given = dict(zip(self._names, self._network.run(None, encoded._asdict()), strict=True))
        starts, upos, feats, names, kinds, alone = np.split(given.pop("tags"), self._cuts, axis=1)
        return Outputs(starts[:, 0], upos, feats, names, kinds, alone[:, 0], **given)

    def relations(self, dependents: Floats, heads: Floats) -> Floats:
        """Scores of every relation for rows of ``dependents`` beside rows of their ``heads``."""
        scores: Floats = self._relations.run(None, {"dependents": dependents, "heads": heads})[0]
        return scores


def thread_count(wanted: int | None) -> int:
    """The number of threads to read with: as wanted, else as OMP_NUM_THREADS says; never more than the machine has.

    Engines set that to 1 for their workers, of which there is one a core.
    """
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    told = os.environ.get("OMP_NUM_THREADS", "")
    wanted = wanted or (int(told) if told.isdecimal() else None)
    return max(1, min(wanted or available, available))
