"""The whole training: networks by folds, trees on what those say of stories they never saw, limits, files."""

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray

from crossread.compare.encoder import PIECES_FILE, Pieces
from crossread.compare.facts import GROUP_COLUMNS, Group, Limits, candidates, choose
from crossread.compare.features import COLUMNS, Matrix
from crossread.compare.model import FOREST_FILE, GROUPS_FILE, MANIFEST_FILE, Thresholds
from crossread.learn.pairs.batch import prepare
from crossread.learn.pairs.boost import grow
from crossread.learn.pairs.export import export, head_of
from crossread.learn.pairs.figures import ENOUGH_ALIKE, best_f1, counts
from crossread.learn.pairs.gold import GoldStory, links_of
from crossread.learn.pairs.lessons import Lesson, lesson
from crossread.learn.pairs.network import Matcher
from crossread.learn.pairs.taught import TaughtEncoder
from crossread.learn.pairs.teach import average, fresh, load, save, teach
from crossread.learn.reader.encoder_weights import encoder_folder
from crossread.linking import chance
from crossread.records import ResolvedStory

VERSION: Final = "2"
FOLDS: Final = 3  # of the networks, which take minutes each
CROSSINGS: Final = 6  # of the trees, which take seconds
NEAR: Final = 0.08  # about the rate of true pairs among all candidates: below it, a pair is less likely than any
ACCEPTED: Final = 0.5  # a pair that is likelier the same than not is told so, even where no larger fact takes it in
NEW: Final = (
    0.34  # a fact tells something of its own in a third of its links: of 0 to 0.67, the best of both F1 figures
)
FIRM: Final = 0.8  # of 0.2 to 2, the most precise of those within 0.001 of the best sum of both F1 figures
_WORTH: Final = tuple(round(0.3 + 0.05 * step, 2) for step in range(10))
_ALIKE: Final = (0.4, 0.45, 0.5)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Example:
    """A story of the keys, and what the pipeline reads in its articles."""

    gold: GoldStory
    resolved: ResolvedStory


def taught(examples: Sequence[Example], folder: Path, threads: int) -> tuple[list[Matcher], list[Lesson]]:
    """Return one network a fold, taught on the stories of the other folds, and every story measured by its fold's.

    Story `n` lies in fold `n % FOLDS`. Networks that the folder holds already are used as they are, one that was left
    in the middle is taught on from its last round, others are added.
    """
    torch.set_num_threads(threads)
    pieces = Pieces(encoder_folder() / PIECES_FILE)
    networks = [_network(examples, folder / f"fold-{fold}.pt", fold, pieces) for fold in range(FOLDS)]
    encoders = [(TaughtEncoder(network, pieces), head_of(network)) for network in networks]
    lessons = []
    for n, example in enumerate(examples):
        lessons.append(lesson(example.gold, example.resolved, *encoders[n % FOLDS]))
        _log.info("story %d of %d is measured", n + 1, len(examples))
    return networks, lessons


def _network(examples: Sequence[Example], path: Path, fold: int, pieces: Pieces) -> Matcher:
    if path.exists():
        return load(path)
    start = fresh().eval()
    others = [prepare(example.gold, pieces, start) for n, example in enumerate(examples) if n % FOLDS != fold]
    network = teach(others, seed=fold, kept=path.with_suffix(".part"))
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
    return _crossed(rows, [lesson.same for lesson in lessons], COLUMNS)


@dataclass(frozen=True, slots=True)
class Grown:
    """The groups of one story that may be facts, their rows, and which of them are."""

    groups: Sequence[Group]
    rows: Matrix
    right: NDArray[np.bool_]
    homes: Mapping[int, str]


def grown(lesson: Lesson, sure: NDArray[np.float64]) -> Grown:
    """Return a story's groups, where `sure` has the confidence of each of its pairs."""
    passages = lesson.measured.passages
    homes = {number: passage.doc for number, passage in enumerate(passages)}
    words = [frozenset(word.key for word in passage.words if not word.grammar) for passage in passages]
    groups, rows = candidates(dict(zip(lesson.measured.pairs, sure.tolist(), strict=True)), homes, words)
    wanted = [links_of(fact) for fact in lesson.story.facts]
    right = []
    for group in groups:
        links = links_of(lesson.standing(group))
        right.append(any(2 * len(links & fact) >= ENOUGH_ALIKE * (len(links) + len(fact)) for fact in wanted if links))
    return Grown(groups, rows, np.array(right, dtype=bool), homes)


def likelihoods(found: Sequence[Grown]) -> list[NDArray[np.float64]]:
    """Return how likely each group of each story is one fact, by trees grown on the stories of other folds."""
    return _crossed([each.rows for each in found], [each.right for each in found], GROUP_COLUMNS)


def facts(found: Sequence[Grown], likely: Sequence[NDArray[np.float64]], limits: Limits) -> list[list[Group]]:
    """Return the groups that are told of each story."""
    return [choose(each.groups, each.rows, sure, each.homes, limits) for each, sure in zip(found, likely, strict=True)]


def choose_limits(
    lessons: Sequence[Lesson], found: Sequence[Grown], likely: Sequence[NDArray[np.float64]]
) -> tuple[Limits, dict[str, object]]:
    """Return the limits with the best sum of both F1 figures, and those figures."""
    tried = []
    for worth, alike in product(_WORTH, _ALIKE):
        limits = Limits(worth, alike, NEW, FIRM, ACCEPTED)
        figures = counts(lessons, facts(found, likely, limits))
        tried.append((figures["links"].f1 + figures["facts"].f1, limits, figures))
    _, limits, figures = max(tried, key=lambda entry: entry[0])
    return limits, {name: count.shown() for name, count in figures.items()}


def calibration(lessons: Sequence[Lesson], sure: Sequence[NDArray[np.float64]], bins: int = 10) -> float:
    """Return the expected calibration error over equally wide bins of confidence (Naeini and others, 2015)."""
    confidence = np.concatenate(list(sure))
    same = np.concatenate([lesson.same for lesson in lessons])
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [abs(confidence[place == b].sum() - same[place == b].sum()) for b in range(bins)]
    return float(sum(gaps) / len(confidence))


def write(networks: Sequence[Matcher], lessons: Sequence[Lesson], folder: Path) -> dict[str, object]:
    """Grow the trees, choose the limits, write the model's files, and return its manifest.

    The encoder shipped is the average of the folds' networks; all figures are cross-validated by story.
    """
    network = average(networks)
    export(network, folder)
    return write_trees(lessons, asdict(head_of(network)), folder)


def write_trees(lessons: Sequence[Lesson], head: Mapping[str, object], folder: Path) -> dict[str, object]:
    """Write everything but the network, and return the manifest; `head`: what the network's likeness is worth."""
    sure = confidences(lessons)
    groups = [grown(lesson, known) for lesson, known in zip(lessons, sure, strict=True)]
    limits, figures = choose_limits(lessons, groups, likelihoods(groups))
    rows = np.concatenate([lesson.measured.rows for lesson in lessons])
    grow(rows, np.concatenate([lesson.same for lesson in lessons]), COLUMNS).save(folder / FOREST_FILE)
    rows = np.concatenate([each.rows for each in groups])
    grow(rows, np.concatenate([each.right for each in groups]), GROUP_COLUMNS).save(folder / GROUPS_FILE)
    manifest: dict[str, object] = {
        "model": "crossread-pairs",
        "version": VERSION,
        "head": head,
        "thresholds": asdict(Thresholds(ACCEPTED, NEAR)),
        "limits": asdict(limits),
        "stories": len(lessons),
        "cross_validated": {
            **figures,
            "best_links": {"f1": round(best_f1(lessons, sure), 3)},
            "calibration_error": round(calibration(lessons, sure), 4),
        },
    }
    (folder / MANIFEST_FILE).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    return manifest


def _crossed(
    rows: Sequence[Matrix], right: Sequence[NDArray[np.bool_]], names: tuple[str, ...]
) -> list[NDArray[np.float64]]:
    """Return what trees grown on other stories say of each story's rows, in [0, 1]."""
    found: list[NDArray[np.float64]] = [np.zeros(0)] * len(rows)
    for fold in range(CROSSINGS):
        others = [n for n in range(len(rows)) if n % CROSSINGS != fold]
        forest = grow(np.concatenate([rows[n] for n in others]), np.concatenate([right[n] for n in others]), names)
        for n in range(fold, len(rows), CROSSINGS):
            found[n] = chance(forest.odds(rows[n]))
    return found


def _only(rows: NDArray[np.float64], columns: Sequence[int] | None) -> NDArray[np.float64]:
    if columns is None:
        return rows
    kept = np.zeros_like(rows)
    kept[:, list(columns)] = rows[:, list(columns)]
    return kept
