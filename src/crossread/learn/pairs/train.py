"""The whole training: networks by folds, trees on what those say of stories they never saw, thresholds, files."""

import json
import logging
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray

from crossread.compare.encoder import PIECES_FILE, Pieces
from crossread.compare.model import FOREST_FILE, MANIFEST_FILE, Thresholds
from crossread.learn.pairs.boost import grow
from crossread.learn.pairs.export import export, head_of
from crossread.learn.pairs.figures import counts
from crossread.learn.pairs.gold import GoldStory
from crossread.learn.pairs.lessons import Lesson, lesson
from crossread.learn.pairs.network import Matcher
from crossread.learn.pairs.taught import TaughtEncoder
from crossread.learn.pairs.teach import average, fresh, load, prepare, save, teach
from crossread.learn.reader.encoder_weights import encoder_folder
from crossread.linking import chance
from crossread.records import ResolvedStory

VERSION: Final = "1"
FOLDS: Final = 3
NEAR: Final = 0.08  # about the rate of true pairs among all candidates: below it, a pair is less likely than any
_ACCEPTED: Final = tuple(round(0.24 + 0.02 * step, 2) for step in range(14))
_JOINS: Final = (0.0, 0.1, 0.2, 0.3)  # above `accepted`

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Example:
    """A story of the keys, and what the pipeline reads in its articles."""

    gold: GoldStory
    resolved: ResolvedStory


def taught(examples: Sequence[Example], folder: Path, threads: int) -> tuple[list[Matcher], list[Lesson]]:
    """Return one network a fold, taught on the stories of the other folds, and every story measured by its fold's.

    Story `n` lies in fold `n % FOLDS`. Networks that the folder holds already are used as they are; others are added.
    """
    torch.set_num_threads(threads)
    pieces = Pieces(encoder_folder() / PIECES_FILE)
    networks = [_network(examples, folder / f"fold-{fold}.pt", fold, pieces) for fold in range(FOLDS)]
    encoders = [(TaughtEncoder(network, pieces), head_of(network)) for network in networks]
    return networks, [lesson(e.gold, e.resolved, *encoders[n % FOLDS]) for n, e in enumerate(examples)]


def _network(examples: Sequence[Example], path: Path, fold: int, pieces: Pieces) -> Matcher:
    if path.exists():
        return load(path)
    start = fresh().eval()
    others = [prepare(example.gold, pieces, start) for n, example in enumerate(examples) if n % FOLDS != fold]
    network = teach(others, seed=fold)
    path.parent.mkdir(parents=True, exist_ok=True)
    save(network, path)
    _log.info("network %d of %d is taught", fold + 1, FOLDS)
    return network


def confidences(lessons: Sequence[Lesson], columns: Sequence[int] | None = None) -> list[NDArray[np.float64]]:
    """Return, for every story, what trees grown on the stories of other folds say of its pairs.

    Args:
        lessons: the stories.
        columns: the figures that the trees may use; the others are held at 0. None: all.
    """
    rows = [_only(lesson.measured.rows, columns) for lesson in lessons]
    found: list[NDArray[np.float64]] = [np.zeros(0)] * len(lessons)
    for fold in range(FOLDS):
        taught = [n for n in range(len(lessons)) if n % FOLDS != fold]
        forest = grow(np.concatenate([rows[n] for n in taught]), np.concatenate([lessons[n].same for n in taught]))
        for n in range(fold, len(lessons), FOLDS):
            found[n] = chance(forest.odds(rows[n]))
    return found


def choose(lessons: Sequence[Lesson], sure: Sequence[NDArray[np.float64]]) -> tuple[Thresholds, dict[str, object]]:
    """Return the thresholds with the best sum of both F1 figures, and those figures."""
    tried = []
    for accepted, more in product(_ACCEPTED, _JOINS):
        limits = Thresholds(accepted, round(accepted + more, 2), NEAR)
        found = counts(lessons, sure, limits)
        tried.append((found["links"].f1 + found["facts"].f1, limits, found))
    _, limits, found = max(tried, key=lambda entry: entry[0])
    return limits, {name: count.shown() for name, count in found.items()}


def calibration(lessons: Sequence[Lesson], sure: Sequence[NDArray[np.float64]], bins: int = 10) -> float:
    """Return the expected calibration error over equally wide bins of confidence (Naeini and others, 2015)."""
    confidence = np.concatenate(list(sure))
    same = np.concatenate([lesson.same for lesson in lessons])
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [abs(confidence[place == b].sum() - same[place == b].sum()) for b in range(bins)]
    return float(sum(gaps) / len(confidence))


def write(networks: Sequence[Matcher], lessons: Sequence[Lesson], folder: Path) -> dict[str, object]:
    """Grow the trees, choose the thresholds, write the model's files, and return its manifest.

    The encoder shipped is the average of the folds' networks; all figures are cross-validated by story.
    """
    sure = confidences(lessons)
    limits, figures = choose(lessons, sure)
    network = average(networks)
    export(network, folder)
    rows = np.concatenate([lesson.measured.rows for lesson in lessons])
    grow(rows, np.concatenate([lesson.same for lesson in lessons])).save(folder / FOREST_FILE)
    manifest: dict[str, object] = {
        "model": "crossread-pairs",
        "version": VERSION,
        "head": asdict(head_of(network)),
        "thresholds": asdict(limits),
        "stories": len(lessons),
        "cross_validated": {**figures, "calibration_error": round(calibration(lessons, sure), 4)},
    }
    (folder / MANIFEST_FILE).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    return manifest


def _only(rows: NDArray[np.float64], columns: Sequence[int] | None) -> NDArray[np.float64]:
    if columns is None:
        return rows
    kept = np.zeros_like(rows)
    kept[:, list(columns)] = rows[:, list(columns)]
    return kept
